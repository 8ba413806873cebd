"""Is a body well formed, for the HTML standard's parser and for kramdown's?

Well formed: no parse error of the standard other than an ampersand that starts no reference,
every element closed by its own end tag, and the parser's tree is the one that the tags spell.
"""

import re
from collections.abc import Iterable
from html.entities import html5

from justhtml import Node

from mirror.normalise.tokens import VOID, Token

MAX_DEPTH = 200

_BLANK = "\t\n\f\r "
_SPACE = f"[{_BLANK}]"
# By the standard's grammar: an element without end tag does no harm where kramdown can't read it.
_VOID_TAG = re.compile(
    rf"<[a-zA-Z][^\s\"'<>/=]*+(?:{_SPACE}++[^\s\"'<>/=]++"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>=`]+))?+)*+{_SPACE}*+/?>"
)
# By kramdown's grammar, too, which prints what it can't read and then trips over the end tag.
_NAME = r"[a-zA-Z_][a-zA-Z0-9_.-]*+(?::[a-zA-Z_][a-zA-Z0-9_.-]*+)?+"
_START_TAG = re.compile(
    rf"<{_NAME}(?:{_SPACE}++{_NAME}"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"[^\"]*+\"|'[^']*+'|[a-zA-Z0-9_]++))?+)*+{_SPACE}*+>"
)
_END_TAG = re.compile(rf"</{_NAME}{_SPACE}*+>")
_ATTRIBUTE_NAME = re.compile(r"(?:\"[^\"]*\"|'[^']*')|(?<![^\s\"'])([^\s\"'<>/=]+)")
_REFERENCE = re.compile(r"&(?:#(?:[xX]([0-9a-fA-F]+)|([0-9]+))?(;?)|([a-zA-Z0-9]+)(;?)(=?))")
# The parser adds these where a table's source leaves them out, which is no error.
_IMPLIED = frozenset({"tbody", "colgroup"})


def spelled_shape(pieces: Iterable[Token]) -> list[str] | None:
    """The tree that the tags spell: names, "/" for an end, "#" for text; None: not well formed."""
    shape: list[str] = []
    opened: list[str] = []
    for piece in pieces:
        if piece.kind == "start" and _sound_start(piece) and len(opened) <= MAX_DEPTH:
            opened += [piece.name] * (piece.name not in VOID)
            shape += [piece.name] * (piece.name not in _IMPLIED)
        elif piece.kind == "end" and opened[-1:] == [piece.name] and _END_TAG.match(piece.text):
            opened.pop()
            shape += ["/"] * (piece.name not in _IMPLIED)
        elif piece.kind == "text" and "<" not in piece.text and _sound_references(piece.text):
            shape += ["#"] * bool(piece.text.strip(_BLANK))
        elif piece.kind != "raw" or piece.text:
            return None
    return None if opened else shape


def parsed_shape(root: Node) -> list[str]:
    """The tree that the parser built, written as `spelled_shape` does."""
    shape: list[str] = []
    stack: list[Node | str] = list(reversed(root.children or []))
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            shape.append(node)
        elif node.name == "#text":
            shape += ["#"] * bool(str(node.data).strip(_BLANK))
        else:
            implied = node.name in _IMPLIED
            shape += [node.name] * (not implied)
            stack += ["/"] * (node.name not in VOID and not implied)
            stack += reversed(node.children or [])
    return shape


def _sound_start(piece: Token) -> bool:
    grammar = _VOID_TAG if piece.name in VOID else _START_TAG
    if not grammar.fullmatch(piece.text):
        return False
    names = [match[1].lower() for match in _ATTRIBUTE_NAME.finditer(piece.attributes) if match[1]]
    return len(set(names)) == len(names) and _sound_references(piece.attributes, inside_tag=True)


def _sound_references(text: str, *, inside_tag: bool = False) -> bool:
    """Does every `&` start a whole reference, or none at all?"""
    return "&" not in text or all(
        _sound_reference(match, inside_tag=inside_tag) for match in _REFERENCE.finditer(text)
    )


def _sound_reference(match: re.Match[str], *, inside_tag: bool) -> bool:
    hexadecimal, decimal, ends, name, name_ends, equals = match.groups()
    if name is None:
        digits = hexadecimal or decimal or ""
        number = int(digits, 16 if hexadecimal else 10) if 0 < len(digits) <= 8 else 0
        return bool(ends) and _is_text(number)
    if name_ends and f"{name};" in html5:
        return True
    legacy = next(
        (name[:end] for end in range(min(len(name), 6), 1, -1) if name[:end] in html5), ""
    )
    # In a value `&copy=` and `&copyx` are no references (named character reference state).
    return not legacy or (inside_tag and (legacy != name or bool(equals)))


def _is_text(number: int) -> bool:
    """May a numeric reference stand for that code point, by the standard?"""
    control = (number < 0x20 and number not in (9, 10, 12)) or 0x7F <= number < 0xA0
    surrogate = 0xD800 <= number < 0xE000
    no_character = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number < 0xFDF0
    return not control and not surrogate and not no_character and number <= 0x10FFFF
