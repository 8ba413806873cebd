"""Elements that a feed means as a line of text: titles and names."""

import html
import re

from mirror.discover.tree import Element
from mirror.discover.xml import Text

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_HTML_TYPES = frozenset({"html", "text/html", "application/html"})
_BLANK = " \t\n"


def media_type(element: Element) -> str:
    """The type that an element declares, without parameters; "" when it declares none."""
    return element.attributes.get("type", "").partition(";")[0].strip().lower()


def plain_text(element: Element) -> str:
    """The text of a title, outer spaces kept.

    Only Atom says when a title is HTML; elsewhere a title `<b>` may well be meant as it stands.
    """
    text = line_of(element)
    return html.unescape(_TAG.sub("", text)) if media_type(element) in _HTML_TYPES else text


def line_of(element: Element) -> str:
    """All text, without the line breaks that set it off from its tags or its CDATA section."""
    children = element.children
    if any(isinstance(child, Text) and child.cdata for child in children):
        return Element("", children=[child for child in children if not _is_layout(child)]).text()
    text = element.text()
    head = text[: len(text) - len(text.lstrip(_BLANK))]
    tail = text[len(text.rstrip(_BLANK)) :]
    text = text.removeprefix(head) if "\n" in head else text
    return text.removesuffix(tail) if "\n" in tail else text


def _is_layout(child: Element | Text) -> bool:
    """Is it white space around a CDATA section, with a line break in it?"""
    if isinstance(child, Element) or child.cdata:
        return False
    return "\n" in child.value and not child.value.strip(_BLANK)
