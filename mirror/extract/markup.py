"""A body's tree written as HTML, without what only lays out the page's source."""

import re
from html import escape

import lxml.etree
import lxml.html

from mirror.extract.page import BLOCKS, Element

KEPT_SPACE = frozenset({"pre", "textarea"})
LAYOUT = " \t\n\r\f\xa0\u3000"  # hard spaces between blocks only make a gap
# Stands for an address that libxml2's writer would percent-encode.
_MARK = re.compile(r'(?<=(?:href| src)=")spelled:([0-9]+)(?=")')


def inner_html(element: Element | None) -> str:
    """The HTML of what `element` holds, without comments and the white space between blocks.

    Addresses keep the page's spelling: a name in Chinese stays one.
    """
    if element is None:
        return ""
    lxml.etree.strip_tags(element, lxml.etree.Comment, lxml.etree.ProcessingInstruction)
    close_up(element)
    spelled = _marked(element)
    html = "".join(lxml.html.tostring(child, encoding="unicode") for child in element)
    if spelled:
        html = _MARK.sub(lambda mark: escape(spelled.get(mark[1], mark[0])), html)
    return escape(element.text or "", quote=False) + html


def close_up(body: Element) -> None:
    """Take out the white space that lays out the page's source between blocks: none of it shows."""
    kept = {node for held in body.iter(*KEPT_SPACE) for node in held.iter()}
    for node in [one for one in body.iter() if one not in kept]:
        after = node[0] if len(node) else None
        if after is not None and _is_layout(node.text, None, after):
            node.text = None
        for child in node:
            if _is_layout(child.tail, child, child.getnext()):
                child.tail = None


def _is_layout(text: str | None, before: Element | None, after: Element | None) -> bool:
    """Is `text` white space with a block's edge at its side?"""
    beside = [one for one in (before, after) if one is not None]
    return (
        bool(text) and not (text or "").strip(LAYOUT) and any(one.tag in BLOCKS for one in beside)
    )


def _marked(element: Element) -> dict[str, str]:
    """Put a mark in place of every address that is not ASCII; the addresses by their marks."""
    spelled: dict[str, str] = {}
    for node in element.iterdescendants():
        for name in ("href", "src"):
            if (address := node.get(name)) and not address.isascii():
                spelled[number := str(len(spelled))] = address
                node.set(name, f"spelled:{number}")
    return spelled
