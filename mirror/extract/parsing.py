"""From a decoded page to its tree, as browsers read it where libxml2 does not."""

import re
from itertools import dropwhile
from urllib.parse import urljoin

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from mirror.extract.page import Element, Page
from mirror.normalise.floods import without_floods

# What may stand in a head (HTML standard, 13.2.6.4.4 "in head"): anything else begins the body,
# whose tag may be left out. To libxml2, which knows HTML 4, `header` and `main` belong to the head.
IN_HEAD = frozenset({
    "base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style",
    "template", "title",
})  # fmt: skip
# What no XML may hold, and references to it: lxml reads these, but can't set them. In bytes, which
# takes a fifth of the time.
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\f\r"))
_SPACED = bytes.maketrans(b"\f", b" ")
_NO_CHARACTER = re.compile(
    rb"&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    rb"|[xX]0*(?:[1-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]));?"
)
# The same class for all elements: lxml.html's choice by their names runs for every visit of each.
_CLASSES = lxml.etree.ElementDefaultClassLookup(
    element=HtmlElement,
    comment=lxml.html.HtmlComment,
    pi=lxml.html.HtmlProcessingInstruction,
    entity=lxml.html.HtmlEntity,
)


def parse_page(html: str, url: str, final_url: str = "") -> Page:
    """Parse a decoded page once. Never fails: an empty text is a page without elements."""
    parser = lxml.etree.HTMLParser(encoding="utf-8", huge_tree=True)
    parser.set_element_class_lookup(_CLASSES)
    data = without_floods(_clean(html)).encode()
    try:
        root = lxml.html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except lxml.etree.ParserError:  # nothing in it but comments or white space
        root = lxml.html.document_fromstring("<html></html>", ensure_head_body=True)
    _close_head(root)
    base = next((href for item in root.iter("base") if (href := item.get("href"))), "")
    return Page(url, _joined(final_url or url, base), root)


def _clean(html: str) -> str:
    data = html.replace("\ufffe", "").replace("\uffff", "").encode("utf-8", "replace")
    return _NO_CHARACTER.sub(b" ", data.translate(_SPACED, _CONTROLS)).decode()


def _close_head(root: Element) -> None:
    """Move what browsers show from the head, with all that follows it there, into the body."""
    head, body = root.find("head"), root.find("body")
    shown = list(dropwhile(_is_in_head, head))
    if not shown:
        return
    shown[-1].tail = f"{shown[-1].tail or ''}{body.text or ''}"
    body.text = None
    body[:0] = shown


def _is_in_head(element: Element) -> bool:
    return not isinstance(element.tag, str) or element.tag in IN_HEAD


def _joined(url: str, base: str) -> str:
    try:
        return urljoin(url, base.strip())
    except ValueError:  # `<base href="http://[">`
        return url
