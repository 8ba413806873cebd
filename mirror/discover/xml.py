"""A reader for the XML of feeds and sitemaps, whole or broken: text -> tags and texts.

Why our own: a strict parser loses a feed to one bare `&`; libxml2's recovery drops the text behind
it, nests the rest of the feed under a stray tag, and can't tell an item that was cut from a whole
one. This reader keeps as text what it can't read, and never fetches or opens anything. On
well-formed documents it agrees with libxml2 (tests/test_xml.py). One pass, linear time.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mirror.discover.entities import Entities

# Possessive throughout: nothing here can backtrack. Values may hold `>`; a `<` ends the attempt.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[^\W\d][\w:.-]*+)"
    r"(?P<rest>(?:[\s/](?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)?+)>"
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_DOCTYPE = re.compile(
    r"<!DOCTYPE(?:[^\[<>\"']++|\"[^\"]*+\"|'[^']*+')*+"
    r"(?:\[(?P<subset>(?:[^\]\"'<]++|\"[^\"]*+\"|'[^']*+'|<!--.{0,1000}?-->|<)*+)\]\s*+)?+>",
    re.IGNORECASE | re.DOTALL,
)
_MAX_DOCTYPE = 1 << 16  # characters; a longer one is skipped
# Markup whose end is a fixed string; of these only CDATA holds text.
_ENCLOSED = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>"}


class Tag(NamedTuple):
    """A start tag (`kind` "start" or "empty") or an end tag ("end")."""

    kind: str
    name: str  # as written
    attributes: dict[str, str]  # names as written, values unescaped
    raw: str = ""  # the whole tag as written


class Text(NamedTuple):
    """Character data, unescaped. `cut`: the document ended inside of it."""

    value: str
    cdata: bool = False
    cut: bool = False


def tokens(text: str, entities: Entities) -> Iterator[Tag | Text]:
    """The tags and texts of a document in order; declarations go to `entities`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # XML 1.0, section 2.11
    position = 0
    while (start := text.find("<", position)) >= 0:
        if start > position:
            yield Text(entities.expand(text[position:start]))
        token, position = _token(text, start, entities)
        if token:
            yield token
    if position < len(text):
        yield Text(entities.expand(text[position:]))


def _token(text: str, start: int, entities: Entities) -> tuple[Tag | Text | None, int]:
    """The token at the `<` at `start`, None for one without content, and where it ends."""
    if match := _TAG.match(text, start):
        return _tag(match, entities), match.end()
    for opening, closing in _ENCLOSED.items():
        if text.startswith(opening, start):
            return _enclosed(text, start + len(opening), closing)
    if text.startswith("<!", start):
        return None, _declaration(text, start, entities)
    return Text("<"), start + 1  # "a < b"


def _tag(match: re.Match[str], entities: Entities) -> Tag:
    raw, close, name, rest = match.group(0, "close", "name", "rest")
    if close or not rest:
        return Tag("end" if close else "start", name, {}, raw)
    attributes = {
        key: entities.expand(double or single or bare)
        for key, double, single, bare in _ATTRIBUTE.findall(rest)
    }
    return Tag("empty" if rest.endswith("/") else "start", name, attributes, raw)


def _enclosed(text: str, start: int, closing: str) -> tuple[Text | None, int]:
    end = text.find(closing, start)
    after = len(text) if end < 0 else end + len(closing)
    if closing != "]]>":
        return (Text("", cut=True) if end < 0 else None), after
    return Text(text[start:] if end < 0 else text[start:end], cdata=True, cut=end < 0), after


def _declaration(text: str, start: int, entities: Entities) -> int:
    """Skip `<!DOCTYPE …>` and the like, reading its entities; the place after it."""
    # One document type is all that XML has; to try each `<!DOCTYPE` of many would be quadratic.
    match = None if entities.sealed else _DOCTYPE.match(text, start, start + _MAX_DOCTYPE)
    entities.sealed = True
    if match is None:
        return (text.find(">", start, start + 200) + 1) or start + 2
    entities.declare(match["subset"] or "")
    return match.end()
