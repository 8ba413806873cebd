"""What the classifier is told of a page: a bag of short strings, each there or not.

Words stand with where they stand: `h:` in headings, `t:` in the text, `e:` at its end, `o:` in
offers beside it; `c:` are words of classes and ids in the page's main part, `m:` the kinds of
metadata that the page's head has, `s:` sizes by their order of magnitude.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from mirror.extract.facts.structured import types_of
from mirror.extract.page import Element
from mirror.extract.quality import signs
from mirror.extract.quality.found import Found

PLACES = frozenset({"h:", "t:", "e:", "o:"})
# Characters that are read of each.
HEADINGS = 300
TEXT = 1200
END = 500
OFFERS = 500

GRAM = 4  # letters; languages that inflect share them among a word's forms
NAMES = 200  # different words of class and id, among the first of them all
NAMED_WITH = 4000
NAME = 200  # characters of one class or id
_WORD = re.compile(r"[^\W\d_]+|\d+")
_NAME = re.compile(r"[a-z]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
CJK = "\u2e80"  # from here on a character is about a word, and nothing stands between words
# Metadata that tell what a page is by what they say, and by being there.
TOLD = frozenset({"robots", "og:type"})
NAMED = frozenset({"author", "og:title", "og:url", "og:image"})
STATUS = 3  # digits: such a number may be a status, and is read as it is
SIZES = (1, 45, 90, 180, 360, 600, 1000, 1500, 3000)  # by `weight`
COUNTS = (1, 2, 4, 8)
SHARES = (0.05, 0.2, 0.4, 0.6, 0.8)


def features_of(found: Found) -> frozenset[str]:
    return frozenset((*_words(found), *_names(found.view.main), *_metadata(found), *_sizes(found)))


def _words(found: Found) -> Iterator[str]:
    end = "\n".join((*found.own[-2:], *found.rest[:6]))[-END:]
    for place, text in (
        ("h", "\n".join(found.headings)[:HEADINGS]),
        ("t", "\n".join(found.told)[:TEXT]),
        ("e", end),
        ("o", "\n".join(found.view.offers)[:OFFERS]),
    ):
        for gram in grams(text):
            yield f"{place}:{gram}"


def grams(text: str) -> Iterator[str]:
    """The words with `_` around them and their parts; characters and pairs where none divides."""
    for word in _WORD.findall(text.lower()):
        if word.isdecimal():
            yield word if len(word) == STATUS else "0" * min(len(word), STATUS + 2)
        elif word[0] >= CJK:
            yield from word
            yield from (word[at : at + 2] for at in range(len(word) - 1))
        else:
            yield (whole := f"_{word}_")
            yield from (whole[at : at + GRAM] for at in range(len(whole) - GRAM + 1))


def _names(main: Element) -> Iterable[str]:
    found = (
        f"c:{word}"
        for element in main.iter()
        for named in (element.get("class"), element.get("id"))
        if named
        for word in _NAME.findall(_HUMP.sub(" ", named[:NAME]).lower())
    )
    return islice(dict.fromkeys(islice(found, NAMED_WITH)), NAMES)


def _metadata(found: Found) -> Iterator[str]:
    root = found.page.root
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name in TOLD:
            yield f"m:{name}={(meta.get('content') or '')[:40]}".lower()
        elif name in NAMED or name.startswith("article:"):
            yield f"m:{name[:40]}"
    if root.find(".//link[@rel='canonical']") is not None:
        yield "m:canonical"
    for kind in types_of(found.node):
        yield f"m:type {kind[:40]}"


def _sizes(found: Found) -> Iterator[str]:
    view = found.view
    for name, size in (
        ("own", found.own_size),
        ("told", found.told_size),
        ("said", found.said_size),
        ("prose", found.prose_size),
        ("sentences", found.sentences_size),
    ):
        yield f"s:{name} {_order(size, SIZES)}"
    for name, count in (
        ("teasers", view.teasers),
        ("links", view.links),
        ("paragraphs", _count(view.main, "p")),
        ("pictures", _count(view.main, "img")),
        ("players", _count(view.main, "iframe", "video", "audio", "object", "embed")),
        ("forms", _count(view.main, "form")),
        ("fields", _count(view.main, "input")),
        ("buttons", _count(view.main, "button")),
        ("addressed", len(signs.ADDRESS.findall(found.spoken[:TEXT]))),
    ):
        yield f"s:{name} {_order(count, COUNTS)}"
    yield f"s:linked {_order(view.linked, SHARES)}"
    yield f"s:strategy {found.strategy}"
    own = _order(found.own_size, SIZES) // 2
    yield f"s:claims {found.is_story} {found.is_signed} {own}"


def _count(main: Element, *tags: str) -> int:
    return sum(1 for _ in islice(main.iter(*tags), COUNTS[-1]))


def _order(value: float, edges: tuple[float, ...]) -> int:
    return bisect_right(edges, value)
