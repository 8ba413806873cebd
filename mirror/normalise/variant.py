"""Simplified and traditional Chinese: an article in the script that its source's `variant` wants.

By OpenCC (https://github.com/BYVoid/OpenCC) with its phrase tables, in Taiwan's standard forms
(`s2tw`, `tw2s`): 為, 裡, 群, as readers of traditional Chinese know them, where OpenCC's own
standard has 爲, 裏, 羣. Words stay what they are (no `s2twp`, which makes 軟體 of 软件): another
script, not another author. Over the 300 posts of the test corpus no conversion changes a length.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from opencc import OpenCC

from mirror.article import Article, Source
from mirror.normalise.text import visible_text
from mirror.normalise.tokens import BLOCK, ONE_ATTRIBUTE, VOID, Token, tokens

Convert = Callable[[str], str]
Script = Literal["zh-Hans", "zh-Hant"]

CONVERSIONS = {"zh-Hans": "tw2s", "zh-Hant": "s2tw"}
# Text that is no Chinese prose, and attributes that a reader sees.
CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
SHOWN = frozenset({"alt", "title", "aria-label"})
_ATTRIBUTE = re.compile(ONE_ATTRIBUTE)
# Not every other language: word processors mark Chinese text as English.
_LANGUAGE = re.compile(r"(?:^|[\s/])(?:xml:)?lang\s*=\s*[\"']?(?:ja|ko)\b", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:([0-9]{5,6})|[xX]([0-9a-fA-F]{4,5}));")
# Characters that a phrase turns into one which alone stands for another, by what is left of them.
_TWINS = str.maketrans("么像瞭甦藉覆画彷", "幺象了苏借复划仿")


def in_variant(article: Article, source: Source) -> Article:
    """`article` as `source.variant` wants it; the article itself where it is so already.

    Title, body and the author that the page names; not what a person has configured, such as the
    site, and no address. A text that is in the wanted script is left alone: characters that both
    scripts have would be taken for the other's (traditional 干預 would become 幹預).
    """
    if source.variant == "source" or script_of(article) in (source.variant, None):
        return article
    convert = _converter(CONVERSIONS[source.variant])
    configured = article.author in (source.author, source.title)
    return replace(
        article,
        title=convert(article.title),
        author=article.author if configured else convert(article.author),
        body=_body(article.body, convert),
    )


def script_of(article: Article) -> Script | None:
    """The script that most of an article's telling characters are of; None when it has none."""
    text = f"{article.title}\n{visible_text(article.body)}"
    simplified, traditional = (_differing(text, _converter(name)) for name in ("s2tw", "tw2s"))
    if simplified == traditional:
        return None
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def in_one_script(one: Article, other: Article) -> tuple[Article, Article]:
    """Both as they are where they are in one script; else both so that a conversion of one into the
    other's script, whichever way it was made, is no difference. For comparing only.
    """
    if script_of(one) == script_of(other):
        return one, other
    return _folded(one), _folded(other)


def _folded(article: Article) -> Article:
    return replace(article, title=_fold(article.title), body=_fold(article.body))


def _fold(text: str) -> str:
    return text.translate({ord(char): _simple(char) for char in set(text) if char > "\u2e7f"})


@lru_cache(maxsize=20_000)
def _simple(char: str) -> str:
    return _converter("tw2s")(char).translate(_TWINS)


@lru_cache(maxsize=4)
def _converter(name: str) -> Convert:
    convert: Convert = OpenCC(name).convert  # loads its tables, some 30 ms
    return convert


def _differing(text: str, convert: Convert) -> int:
    return sum(one != other for one, other in zip(text, convert(text), strict=False))


def _body(body: str, convert: Convert) -> str:
    """The body with its text converted, a block at a time: phrases go on across inline tags."""
    out: list[str] = []
    texts: list[int] = []  # places in `out` of the texts of the block so far
    for piece, held in _held(body):
        if piece.name in BLOCK:
            _convert_together(out, texts, convert)
            texts = []
        if piece.kind == "text" and not held:
            texts.append(len(out))
            out.append(_REFERENCE.sub(_decoded, piece.text))
        else:
            out.append(_tag(piece, convert) if piece.kind == "start" and not held else piece.text)
    _convert_together(out, texts, convert)
    return "".join(out)


def _held(body: str) -> Iterator[tuple[Token, bool]]:
    """The tokens, and whether they stand in code or in what is marked as Japanese or Korean."""
    name, depth = "", 0  # of the outermost element that holds such text
    for piece in tokens(body):
        if not depth and piece.kind == "start" and _is_foreign(piece):
            name = piece.name
        depth += piece.name == name and {"start": 1, "end": -1}.get(piece.kind, 0)
        depth = max(depth, 0)
        yield piece, depth > 0
        name = name if depth else ""


def _is_foreign(piece: Token) -> bool:
    marked = piece.name in CODE or _LANGUAGE.search(piece.attributes) is not None
    return marked and piece.name not in VOID


def _convert_together(out: list[str], places: list[int], convert: Convert) -> None:
    whole = "".join(out[place] for place in places)
    converted = convert(whole)
    for place in places:
        length = len(out[place])
        # Where a length has changed nobody knows where: then each text by itself.
        fits = len(converted) == len(whole)
        out[place] = converted[:length] if fits else convert(out[place])
        whole, converted = (whole[length:], converted[length:]) if fits else (whole, converted)


def _tag(piece: Token, convert: Convert) -> str:
    if not piece.attributes:
        return piece.text
    start = len(piece.text) - len(piece.attributes) - 1
    attributes = _ATTRIBUTE.sub(lambda found: _attribute(found[0], convert), piece.attributes)
    return piece.text[:start] + attributes + piece.text[-1]


def _attribute(text: str, convert: Convert) -> str:
    name = text.partition("=")[0].strip().lower()
    return convert(text) if name in SHOWN else text


def _decoded(reference: re.Match[str]) -> str:
    """A reference to a character beyond the alphabets, as old feeds write Chinese, decoded."""
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return chr(code) if 0x3400 <= code <= 0x9FFF else reference[0]
