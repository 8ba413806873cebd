"""Which elements a body may hold, and what becomes of the others.

What never may stay is taken out of the source before a parser sees it, so that scripts, foreign
content and form controls can't steer the parser.
"""

from collections.abc import Iterable, Iterator

from mirror.normalise.pictures import LAZY, LAZY_SETS
from mirror.normalise.tokens import SHOWN_RAW, Token

# Gone with all they hold.
_GONE = frozenset({"datalist", "select", "svg", "template"})
# Gone, but what they hold stays.
_UNWRAPPED = frozenset({
    "applet", "base", "basefont", "body", "bgsound", "embed", "frame", "frameset", "head",
    "html", "input", "isindex", "keygen", "link", "math", "meta", "noembed", "noframes",
    "noscript", "object", "optgroup", "option", "param", "plaintext", "portal", "fencedframe",
    "script", "slot", "style", "title", "annotation", "annotation-xml", "semantics",
})  # fmt: skip
# Replaced by an element that only shows.
_REPLACED = {
    "form": "div", "fieldset": "div", "legend": "div", "dialog": "div",
    "button": "span", "label": "span", "output": "span",
    "textarea": "pre", "xmp": "pre", "listing": "pre",
    "image": "img",
}  # fmt: skip
FORBIDDEN_ELEMENTS = _GONE | _UNWRAPPED | _REPLACED.keys()


def harmless(pieces: Iterable[Token]) -> Iterator[Token]:
    """The tokens without what must go: scripts, styles, comments, foreign content, controls."""
    given = list(pieces)
    last_end = {piece.name: at for at, piece in enumerate(given) if piece.kind == "end"}
    gone = ""  # the element whose end is waited for
    lazy = False  # was the last thing shown a picture that a script would load?
    for at, piece in enumerate(given):
        if gone:
            gone = "" if piece.kind == "end" and piece.name == gone else gone
        elif piece.kind == "start" and _is_gone(piece, lazy) and at < last_end.get(piece.name, 0):
            gone = piece.name
        elif (kept := _harmless(piece)) is not None:
            lazy = _is_lazy(kept) or (lazy and not kept.text.strip())
            yield kept


def _is_gone(piece: Token, lazy: bool) -> bool:
    """Does an element go with what it holds? A `noscript` does where it repeats a lazy picture."""
    return piece.name in _GONE or (piece.name == "noscript" and lazy)


def _harmless(piece: Token) -> Token | None:
    if piece.kind == "raw" and piece.name in SHOWN_RAW:
        text = piece.text if piece.name == "textarea" else piece.text.replace("&", "&amp;")
        return Token("text", text.replace("<", "&lt;"))
    if piece.kind in ("comment", "raw") or piece.name in _GONE or piece.name in _UNWRAPPED:
        return None
    if piece.name in _REPLACED:
        name = _REPLACED[piece.name]
        attributes = piece.attributes if name == "img" else ""
        text = f"</{name}>" if piece.kind == "end" else f"<{name}{attributes}>"
        return Token(piece.kind, text, name, attributes)
    return piece


def _is_lazy(piece: Token) -> bool:
    return piece.name == "img" and any(name in piece.attributes for name in (*LAZY, *LAZY_SETS))
