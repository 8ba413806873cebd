"""The text of a body: on one line, and as a reader sees it."""

import re
from collections.abc import Iterator
from html import unescape

from mirror.normalise.tokens import BLOCK, SHOWN_RAW, Token, tokens

# What the old script stripped: ECMAScript's `\s`.
_OUTER_SPACE = "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
# White space other than spaces: where a line breaks, or a tab stands.
_BREAKS = re.compile("[\t-\r\x85]+")
# Controls that are no white space, lone surrogates and noncharacters: never text.
_NO_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# Scripts that part words by nothing, with their punctuation: radicals to symbols and kana
# (U+2E80-33FF), ideographs, Yi, full-width forms, the ideographic planes. Hangul parts words by
# spaces, so it is not among them.
_CJK = re.compile(
    "[\u2e80-\u312f\u3190-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uff9f\uffe0-\uffe6"
    "\U00016fe0-\U00018dff\U0001aff0-\U0001b2ff\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
    "\u2014\u2018\u2019\u201c\u201d\u2026]"  # — ‘ ’ “ ” …: Chinese uses these, too
)
# Shown as a thing: no word goes on across one.
_THINGS = frozenset({
    "audio", "canvas", "embed", "img", "input", "object", "picture", "source", "svg", "video",
})  # fmt: skip
_PRE = frozenset({"pre", "textarea", "listing", "xmp"})
_UNSEEN = frozenset({"datalist", "head", "noframes", "select", "template"})
# Numeric references that are no character, and too long for `int` to read.
_ENDLESS = re.compile("&#(?:0*+[0-9]{8,}+|[0-9]{1000,}+|[xX]0*+[0-9a-fA-F]{8,}+);?")


def strip_outside(text: str) -> str:
    """`text` without white space at its ends, as ECMAScript's trim and U+FEFF define it."""
    return text.strip(_OUTER_SPACE)


def join_lines(text: str) -> str:
    """Plain text on one line: a line break becomes a space, or nothing between two CJK characters.

    Nothing, too, at the ends and beside a space. Other control characters go.
    """
    return _join(_NO_TEXT.sub("", text), before="", after="")


def one_line(html: str) -> str:
    """`html` on one line: no control character, lone surrogate or outer white space is left.

    Line breaks and tabs between block tags go, inside text they become a space (nothing between
    two CJK characters), inside `pre` and `textarea` a character reference.
    """
    html = strip_outside(_NO_TEXT.sub("", html.replace("\r\n", "\n")))
    if not _BREAKS.search(html):
        return html
    return strip_outside("".join(_one_line(list(tokens(html)))))


def visible_text(html: str) -> str:
    """What a reader sees of `html`, a paragraph a line, runs of white space as one space."""
    lines = "".join(_visible(html)).split("\n")
    return "\n".join(filter(None, (strip_outside(re.sub(r"\s+", " ", line)) for line in lines)))


def has_media(html: str) -> bool:
    """Does `html` show something besides text: a picture, a video, a sound or a frame?"""
    shown = ("img", "video", "audio", "iframe", "picture")
    return any(token.kind == "start" and token.name in shown for token in tokens(html))


def _one_line(pieces: list[Token]) -> Iterator[str]:
    depth = 0  # of preformatted elements
    last = ""  # the character before, on the same line
    for piece, after in zip(pieces, _following(pieces), strict=True):
        text = piece.text
        if piece.kind in ("start", "end"):
            depth = _pre_depth(depth, piece)
            text = _tag_on_one_line(text)
            last = "" if _parts(piece) else last
        elif depth and piece.kind != "comment":
            text = _BREAKS.sub(lambda run: "".join(map(_reference, run[0])), text)
            last = text[-1:] or last
        else:
            text = _join(text, last, after=after)
            last = text[-1:] if text and piece.kind == "text" else last
        yield text


def _following(pieces: list[Token]) -> list[str]:
    """For each piece the first character after it on its line that is no line break, or ""."""
    found, char = [], ""
    for piece in reversed(pieces):
        found.append(char)
        if piece.kind == "text":
            char = _BREAKS.sub("", piece.text)[:1] or char
        elif _parts(piece):
            char = ""
    return found[::-1]


def _parts(piece: Token) -> bool:
    """Is that a tag across which no word goes on?"""
    return piece.name in BLOCK or piece.name in _THINGS


def _pre_depth(depth: int, piece: Token) -> int:
    if piece.name not in _PRE:
        return depth
    return depth + 1 if piece.kind == "start" else max(0, depth - 1)


def _reference(char: str) -> str:
    return f"&#{ord(char)};" if char in "\t\n" else "&#10;" if char == "\r" else " "


def _tag_on_one_line(tag: str) -> str:
    """Attribute values are text; elsewhere in a tag a line break is a space."""
    if not _BREAKS.search(tag):
        return tag
    parts = re.split(r"(\"[^\"]*\"|'[^']*')", tag)
    parts[::2] = [_BREAKS.sub(" ", part) for part in parts[::2]]
    parts[1::2] = [part[0] + join_lines(part[1:-1]) + part[-1] for part in parts[1::2]]
    return "".join(parts)


def _join(text: str, before: str, after: str) -> str:
    def joint(match: re.Match[str]) -> str:
        left = text[match.start() - 1] if match.start() else before
        right = text[match.end()] if match.end() < len(text) else after
        alone = not left or not right or left.isspace() or right.isspace()
        return "" if alone or (_CJK.match(left) and _CJK.match(right)) else " "

    return _BREAKS.sub(joint, text)


def _visible(html: str) -> Iterator[str]:
    unseen = ""  # the element whose content is skipped
    depth = 0  # of preformatted elements
    for piece in tokens(one_line(html)):
        if unseen:
            unseen = "" if piece.kind == "end" and piece.name == unseen else unseen
        elif piece.kind == "start" and piece.name in _UNSEEN:
            unseen = piece.name
        elif piece.kind == "text" or (piece.kind == "raw" and piece.name in SHOWN_RAW):
            text = unescape(_ENDLESS.sub("\ufffd", piece.text))
            yield text if depth else text.replace("\n", " ")
        elif piece.name in BLOCK and piece.kind != "raw":
            depth = _pre_depth(depth, piece)
            yield "\n"
