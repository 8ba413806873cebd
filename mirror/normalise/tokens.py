"""HTML cut into tokens where the HTML standard's tokenizer cuts it, in linear time.

https://html.spec.whatwg.org/multipage/parsing.html#tokenization. The text of the tokens, put
together, is the input again: nothing is decoded here. Foreign content (`svg`, `math`) is read
as HTML.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

# Elements without content or end tag.
VOID = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
# Elements whose content is text up to their end tag, whatever it looks like.
RAW = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
# Of these, whose text a reader sees.
SHOWN_RAW = frozenset({"textarea", "xmp"})
# Elements at whose edges a line of visible text ends.
BLOCK = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
    "iframe", "legend", "li", "listing", "main", "menu", "nav", "ol", "option", "optgroup", "p",
    "plaintext", "pre", "search", "section", "select", "summary", "table", "tbody", "td",
    "textarea", "tfoot", "th", "thead", "tr", "ul", "xmp",
})  # fmt: skip
# Elements that the parser opens again after a block ended: the active formatting elements.
FORMATTING = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
    "u",
})  # fmt: skip

# Of these a start tag closes one of the same name that is open directly before it.
_SIBLINGS = frozenset({"p", "li", "dd", "dt", "tr", "td", "th", "option"})
# Tags of these, when in order, close no other element.
_QUIET = FORMATTING - {"a", "nobr"} | frozenset({
    "br", "font", "img", "ins", "del", "o:p", "span", "sub", "sup", "wbr",
})  # fmt: skip

NAME = r"[a-zA-Z][^\t\n\f\r />]*+"
ONE_ATTRIBUTE = (
    r"[^\t\n\f\r />][^\t\n\f\r />=]*+(?:"
    r"[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"[^\"]*+\"|'[^']*+'|(?=>)|[^\t\n\f\r >\"'][^\t\n\f\r >]*+)"
    r"|(?![\t\n\f\r ]*+=))"
)
_ATTRIBUTES = rf"(?:[\t\n\f\r /]++|{ONE_ATTRIBUTE})*+"
_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<name>" + NAME + ")(?P<attributes>" + _ATTRIBUTES + ")>"
    r"|(?P<comment><!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+>?|</(?![a-zA-Z])[^>]*+>?)"
    r"|(?P<cut></?[a-zA-Z].*)"  # a tag that never ends: the standard drops it with what follows
    r"|[^<]++|<",
    re.DOTALL,
)
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in RAW}

Kind = Literal["text", "start", "end", "raw", "comment"]


class Token(NamedTuple):  # of a crawl's objects the most frequent: a dataclass costs thrice as much
    """One piece of HTML."""

    kind: Kind  # "raw": the content of an element of RAW; "comment": whatever is not shown
    text: str  # as it stands in the source
    name: str = ""  # of the tag, or of the element that holds raw text; lower case
    attributes: str = ""  # as they stand in the tag


def tokens(html: str) -> Iterator[Token]:
    """Cut `html`; a reader sees "text" and some of "raw", nothing else."""
    position = 0
    while match := _TOKEN.match(html, position):
        token = _token(match)
        yield token
        position = match.end()
        if token.kind == "start" and token.name in RAW:
            end = _RAW_ENDS[token.name].search(html, position)
            stop = end.start() if end else len(html)
            yield Token("raw", html[position:stop], token.name)
            position = stop


def _token(match: re.Match[str]) -> Token:
    last = match.lastgroup
    if last is None:
        return Token("text", match[0])
    if last != "attributes":  # a comment, or a tag that is cut off
        return Token("comment", match[0])
    text, end, name, attributes = match.group(0, "end", "name", "attributes")
    return Token("end" if end else "start", text, _lower(name), attributes)


def _lower(name: str) -> str:
    """ASCII letters only, as the tokenizer does: `K` (the Kelvin sign) is no `k`."""
    return name.lower() if name.isascii() else re.sub("[A-Z]+", lambda m: m[0].lower(), name)


def parse_cost(pieces: Iterable[Token]) -> tuple[int, int]:
    """How much work the standard's tree construction can be made to do, at most.

    Returns two sums over the tags: of the elements open, and of the formatting elements that may
    have to be opened again there. An element counts as closed only by its own end tag directly
    after it (or by a `p` for a `p`), since a parser may ignore any other end tag.
    """
    opened: list[str] = []
    steps = copies = formatting = 0
    for piece in pieces:
        if piece.kind not in ("start", "end"):
            continue
        closes = bool(opened) and opened[-1] == piece.name
        if piece.kind == "end" or piece.name in _SIBLINGS:
            formatting -= closes and piece.name in FORMATTING
            del opened[len(opened) - closes :]
        if piece.kind == "start" and piece.name not in VOID:
            opened.append(piece.name)
            formatting += piece.name in FORMATTING
        quiet = piece.name in _QUIET and (closes or piece.kind == "start")
        steps += len(opened)
        copies += 0 if quiet else formatting
    return steps, copies
