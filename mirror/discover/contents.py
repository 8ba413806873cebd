"""The content of an item, as HTML."""

import html
from typing import Literal

from mirror.discover.inner_html import inner_html
from mirror.discover.texts import media_type
from mirror.discover.tree import Element

# The post format's order. `summary` is Atom's `description`; an `encoded` declares its namespace
# without a prefix.
WHOLE = ("content:encoded", "encoded", "media:group/media:description", "content", "atom:content")
CONTENTS = (
    *WHOLE,
    "description",
    "summary",
    "atom:summary",
    "dc:description",
)
Carries = Literal["full", "summary"]
_XHTML_TYPES = frozenset({"xhtml", "application/xhtml+xml", "text/xhtml"})


def content_of(item: Element) -> tuple[str, str, Carries]:
    """The first content that is not empty, the xml:base in force there, and how whole it is.

    A media entry (a video's) has no more to say than its description, which may be empty.
    """
    for path in CONTENTS:
        for element in item.find(path):
            content, base = _content(element)
            if content.strip():
                return content, base, "full" if path in WHOLE else "summary"
    return "", "", "full" if any(item.find("media:group")) else "summary"


def _content(element: Element) -> tuple[str, str]:
    """One element's content by Atom's `type`, where it has one (RFC 4287, section 4.1.3)."""
    kind, mode = media_type(element), element.attributes.get("mode")  # the mode is Atom 0.3's
    if "src" in element.attributes or mode == "base64":
        return "", ""  # it is elsewhere, or no text
    if kind in _XHTML_TYPES or mode == "xml":
        wrapper = _wrapper(element)
        return inner_html(wrapper), wrapper.base
    if any(child.closed for child in element.elements()):
        return inner_html(element, cdata_is_html=True), element.base  # HTML that nobody escaped
    text = element.text()
    is_plain = kind in ("text", "text/plain")
    return html.escape(text, quote=False) if is_plain else text, element.base


def _wrapper(element: Element) -> Element:
    """The one `div` that XHTML content has to have, which is not part of it; else `element`."""
    children = list(element.elements())
    is_wrapped = len(children) == 1 and children[0].name in ("div", "xhtml:div")
    return children[0] if is_wrapped else element
