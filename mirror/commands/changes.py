"""What changed between two versions of a post, part by part and paragraph by paragraph. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from mirror.article import Article
from mirror.front_matter import stamp
from mirror.normalise.text import visible_text

CONTEXT = 24  # characters shown on each side of a change
LARGEST = 4_000_000  # product of two texts' lengths; comparing takes as many steps
ALIKE = 0.5  # texts that have less in common are told one after the other
_TOKEN = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+|.", re.DOTALL)  # a word, or a character: CJK


@dataclass(frozen=True, slots=True)
class Change:
    """One part that differs."""

    part: str  # "title", "author", "date", "from", "site", "paragraph", "markup" or "other keys"
    old: str | None  # None: was not there
    new: str | None  # None: is there no more


def verdict(old: Article | None, new: Article) -> str:
    """What a version means, in a word or a few; `old` is the one before it."""
    if old is None:
        return "first version"
    if new.removed_at and not old.removed_at:
        return f"gone from the site (removed_at: {stamp(new.removed_at)})"
    if old.removed_at and not new.removed_at:
        return "back on the site"
    if new.last_modified_at and new.last_modified_at != old.last_modified_at:
        return f"corrected (last_modified_at: {stamp(new.last_modified_at)})"
    return "edited" if new != old else "unchanged (moved, or put back)"


def changes(old: Article, new: Article) -> list[Change]:
    """What differs; a body whose text is the same differs in its markup. Marks are `verdict`'s."""
    parts = zip(_head(old).items(), _head(new).values(), strict=True)
    found = [Change(part, was or None, now or None) for (part, was), now in parts if was != now]
    texts = [visible_text(one.body).splitlines() for one in (old, new)]
    found += _paragraphs(*texts)
    if old.body != new.body and texts[0] == texts[1]:
        found.append(Change("markup", old.body, new.body))
    return found


def inline(old: str, new: str) -> str | None:
    """Both texts in one, changes marked `[-old-]{+new+}`, what stayed cut short.

    None where they are too long to compare or have too little in common.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) * len(after) > LARGEST:
        return None
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return None
    return "".join(_marked(matcher.get_opcodes(), before, after))


def _head(article: Article) -> dict[str, str]:
    return {
        "title": article.title,
        "author": article.author,
        "date": stamp(article.date),
        "from": article.url,
        "site": article.site,
        "other keys": "\n".join(article.extra),
    }


def _paragraphs(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    for tag, start, end, begin, stop in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            for was, now in zip_longest(old[start:end], new[begin:stop]):
                yield Change("paragraph", was, now)


def _marked(
    opcodes: Sequence[tuple[str, int, int, int, int]], old: Sequence[str], new: Sequence[str]
) -> Iterator[str]:
    for number, (tag, start, end, begin, stop) in enumerate(opcodes):
        was, now = "".join(old[start:end]), "".join(new[begin:stop])
        if tag == "equal":
            yield _cut(was, first=number == 0, last=number == len(opcodes) - 1)
        else:
            yield (f"[-{was}-]" if was else "") + (f"{{+{now}+}}" if now else "")


def _cut(text: str, *, first: bool, last: bool) -> str:
    """What stayed between two changes, or before the `first` or after the `last`, shortened."""
    head, tail = "" if first else text[:CONTEXT], "" if last else text[-CONTEXT:]
    return text if len(head) + len(tail) + 1 >= len(text) else f"{head}…{tail}"
