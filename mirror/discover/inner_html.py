"""Elements of a feed written as HTML: for XHTML content and for HTML that nobody escaped."""

from collections.abc import Iterator
from html import escape

from mirror.discover.tree import Element
from mirror.discover.xml import Text

# https://html.spec.whatwg.org/multipage/syntax.html#void-elements
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
})  # fmt: skip


def inner_html(element: Element, *, cdata_is_html: bool = False) -> str:
    """The children of `element` as HTML, attributes in their order, prefixes of XHTML dropped.

    `cdata_is_html`: CDATA sections hold markup, as in RSS, and not text, as in XML.
    """
    return "".join(_pieces(element, cdata_is_html))


def _pieces(element: Element, cdata_is_html: bool) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, Text):
            yield child.value if child.cdata and cdata_is_html else _escaped(child.value)
            continue
        name = child.name.removeprefix("xhtml:")
        yield f"<{name}{_attributes(child)}>"
        if name not in VOID:
            yield from _pieces(child, cdata_is_html)
            yield f"</{name}>"


def _attributes(element: Element) -> str:
    kept = ((key, value) for key, value in element.attributes.items() if not key.startswith("xml"))
    return "".join(f' {key}="{_escaped(value, quote=True)}"' for key, value in kept)


def _escaped(text: str, *, quote: bool = False) -> str:
    """Text as the HTML standard serialises it; U+00A0 stays the character that it is."""
    text = escape(text, quote=False)
    return text.replace('"', "&quot;") if quote else text
