"""What the archive should do with an article that it knows already. Pure."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from enum import Enum

from parsel import Selector

from mirror.article import Article
from mirror.normalise.text import visible_text
from mirror.normalise.variant import in_one_script

SHRUNKEN = 0.5  # a text that lost more than this share is no correction that we believe at once
BELIEVED = 3  # looks that have to agree on it, then it is
APART = timedelta(days=1)  # between two of them
ALIKE = 0.6  # share of common characters that makes two short texts one
FEW_CHARACTERS = 2000
LONG_ENOUGH = 200  # characters; a shorter text may well be halved


class Verdict(Enum):
    """What to do with the post that is there."""

    KEEP = "unchanged"
    REPLACE = "corrected"
    REFUSE = "shrunken"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A large shrink that is not believed yet."""

    shown: str  # digest of what is left
    looks: int  # that agree on it, each a day or more after the one before
    at: datetime  # of the last of these; aware


@dataclass(frozen=True, slots=True)
class Look:
    """A look at an article's page; digests are of the site's own script."""

    shown: str  # digest of what it shows
    now: datetime  # aware
    # Digest of what the last look showed; "": there is no record of one, for the post came from a
    # feed, or the index was rebuilt.
    seen: str = ""
    doubt: Doubt | None = None  # of the looks before


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, the article to write, and in a few words what changed (for the commit)."""

    verdict: Verdict
    article: Article
    changes: str = ""
    doubt: Doubt | None = None  # what is to be remembered of a shrink that is not believed


def decide(new: Article, old: Article, look: Look) -> Decision:
    """Compare what the site shows now with the post.

    Without a record of the last look, a text that only begins or ends otherwise is taken for
    another way of cutting out the same article, not for a correction. Where the source's `variant`
    was changed since the post was written, another script alone is no correction. A text that
    lost most of itself is a correction only when looks on `BELIEVED` days agree on what is left.
    """
    kept = replace(old, removed_at=None)
    back = "back" if old.removed_at else ""
    unchanged = Decision(Verdict.REPLACE if back else Verdict.KEEP, kept, back)
    if not _changes(new, old) or look.seen == look.shown:
        return unchanged
    one, other = in_one_script(new, old)
    changes = _changes(one, other)
    if not changes or (not look.seen and not _edited(one, other)):
        return unchanged
    if _shrunken(new.body, old.body):
        doubt = _doubt(look)
        if doubt.looks < BELIEVED:
            return Decision(Verdict.REFUSE, old, changes, doubt)
    corrected = replace(kept, title=new.title, body=new.body, last_modified_at=look.now)
    return Decision(Verdict.REPLACE, corrected, "; ".join(filter(None, (back, changes))))


def _doubt(look: Look) -> Doubt:
    """What the looks so far, and this one, have seen of a shrink."""
    before = look.doubt
    if before is None or before.shown != look.shown:
        return Doubt(look.shown, 1, look.now)
    if look.now - before.at < APART:
        return before
    return Doubt(look.shown, before.looks + 1, look.now)


def digest(article: Article) -> str:
    """Of what a reader gets: title, text, links and pictures, whatever the markup around them."""
    return hashlib.sha256(repr((article.title.strip(), essence(article.body))).encode()).hexdigest()


def essence(body: str) -> tuple[str, list[str]]:
    """The visible text of a body, and its links and pictures in their order."""
    addresses = Selector(text=body or "<p>", type="html").xpath("//@href | //@src").getall()
    return visible_text(body), addresses


def _changes(new: Article, old: Article) -> str:
    """What changed, e.g. "title; text: 2 paragraphs"; "" when a reader would see no difference."""
    changes = ["title"] if new.title.strip() != old.title.strip() else []
    if paragraphs := _paragraphs_changed(new.body, old.body):
        changes.append(f"text: {paragraphs} paragraph{'s' if paragraphs > 1 else ''}")
    elif essence(new.body) != essence(old.body):
        changes.append("links or pictures")
    return "; ".join(changes)


def _paragraphs_changed(new: str, old: str) -> int:
    return sum(max(a2 - a1, b2 - b1) for tag, a1, a2, b1, b2 in _diff(new, old) if tag != "equal")


def _edited(new: Article, old: Article) -> bool:
    """Is the text mostly the same, and what changed not only at its beginning or end?"""
    codes = _diff(new.body, old.body)
    same = sum(a2 - a1 for tag, a1, a2, _, _ in codes if tag == "equal")
    if 2 * same < max((max(code[2], code[4]) for code in codes), default=0):
        return _alike(visible_text(new.body), visible_text(old.body))
    inside = codes[1:-1]
    ends = (codes[0], codes[-1]) if codes else ()
    return any(tag != "equal" for tag, *_ in inside) or any(tag == "replace" for tag, *_ in ends)


def _alike(new: str, old: str) -> bool:
    """For texts of a paragraph or two: are most of their characters the same?"""
    short = max(len(new), len(old)) <= FEW_CHARACTERS
    return short and SequenceMatcher(None, old, new, autojunk=False).ratio() >= ALIKE


def _diff(new: str, old: str) -> Sequence[tuple[str, int, int, int, int]]:
    """Opcodes from the old text's paragraphs to the new one's."""
    before, after = visible_text(old).splitlines(), visible_text(new).splitlines()
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def _shrunken(new: str, old: str) -> bool:
    was, now = len(visible_text(old)), len(visible_text(new))
    return was >= LONG_ENOUGH and now < SHRUNKEN * was
