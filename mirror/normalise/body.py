"""Safe bodies: HTML on one line that can hurt neither a reader nor Jekyll nor Hugo.

A body that is safe and well formed is kept to the byte; any other is parsed by the HTML
standard's rules and written anew, until it is.
"""

import re
from itertools import islice

from justhtml import JustHTML, Node

from mirror.normalise.elements import harmless
from mirror.normalise.floods import without_floods
from mirror.normalise.text import one_line, strip_outside, visible_text
from mirror.normalise.tokens import Token, parse_cost, tokens
from mirror.normalise.tree import INSTRUCTION, is_harmless, write, write_text
from mirror.normalise.wellformed import parsed_shape, spelled_shape

# What a body may measure; what is beyond is cut off. The longest article known has 0.3 million.
MAX_LENGTH = 4_000_000  # characters
MAX_TAGS = 60_000
# What parsing it may cost (see `parse_cost`); a body that costs more becomes its text.
MAX_STEPS = 20_000_000
MAX_COPIES = 300_000
# A tree written down may read as another tree once or twice (a link in a link in a table).
_PASSES = 4


def safe_body(html: str, base_url: str) -> str:
    """The body for a post, on one line; `base_url` is what its relative addresses are relative to.

    Whatever comes in, what comes out is well formed, holds nothing that runs, and comes out the
    same when it goes in again.
    """
    body = one_line(_cut(without_floods(html), 1))
    for _ in range(_PASSES):
        if _is_sound(body, base_url):
            return body
        body = _written_anew(body, base_url)
    return _as_text(body)


def _is_sound(body: str, base_url: str) -> bool:
    if body != _cut(body, 1) or INSTRUCTION.search(body):
        return False
    pieces = list(tokens(body))
    spelled = spelled_shape(pieces)
    if spelled is None or _is_costly(pieces):
        return False
    root = _parse(body)
    return parsed_shape(root) == spelled and is_harmless(root, base_url)


def _written_anew(body: str, base_url: str) -> str:
    pieces = list(harmless(tokens(_cut(body, 2))))
    if _is_costly(pieces):
        return _as_text(body)
    root = _parse("".join(piece.text for piece in pieces))
    return strip_outside(write(root, base_url))


def _as_text(body: str) -> str:
    """The visible text, a paragraph a `p`."""
    lines = visible_text(_cut(body, 16)).split("\n")
    return "".join(f"<p>{write_text(line)}</p>" for line in lines if line)


def _parse(body: str) -> Node:
    return JustHTML(body, sanitize=False, fragment=True, scripting_enabled=False).root


def _is_costly(pieces: list[Token]) -> bool:
    steps, copies = parse_cost(pieces)
    return steps > MAX_STEPS or copies > MAX_COPIES


def _cut(html: str, share: int) -> str:
    """`html` if it keeps the limits, else what stands at its start, within a part of them."""
    if len(html) <= MAX_LENGTH and html.count("<") <= MAX_TAGS:
        return html
    html = html[: MAX_LENGTH // share]
    last = next(islice(re.finditer("<", html), MAX_TAGS // share, None), None)
    return html[: last.start()] if last else html
