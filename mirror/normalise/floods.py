"""Tags with more attributes than any author writes.

libxml2 compares each attribute of a tag with all before it: a page of 16 MB that is one tag with a
million attributes would keep a crawl busy for an hour.
"""

import re

from mirror.normalise.tokens import NAME, ONE_ATTRIBUTE

MAX_ATTRIBUTES = 1000  # of one tag

_ATTRIBUTES = rf"(?:[\t\n\f\r /]++|{ONE_ATTRIBUTE})"
# Possessive throughout: what one attempt has read, no other reads again.
_ORDINARY = re.compile(
    rf"(?:[^<]++|<(?![a-zA-Z])|<{NAME}{_ATTRIBUTES}{{0,{2 * MAX_ATTRIBUTES}}}+>)*+"
)
_FLOOD = re.compile(rf"<({NAME}){_ATTRIBUTES}{{{2 * MAX_ATTRIBUTES},}}+")


def without_floods(html: str) -> str:
    """`html`, the tags of more than MAX_ATTRIBUTES left without any attribute; linear time."""
    ordinary = _ORDINARY.match(html)
    if ordinary is None or ordinary.end() == len(html):
        return html
    pieces: list[str] = []
    position = 0
    while match := _ORDINARY.match(html, position):
        pieces.append(match[0])
        position = match.end()
        if position == len(html):
            break
        flood = _FLOOD.match(html, position)
        pieces.append(f"<{flood[1]}" if flood else "<")
        position = flood.end() if flood else position + 1
    return "".join(pieces)
