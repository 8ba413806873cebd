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
# Characters that no XML may hold, and references to them: lxml reads these, but can't set them.
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_NOT_CHARACTER = re.compile(
    r"\f|&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    r"|[xX]0*(?:[1-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]));?"
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
    clean = _NOT_CHARACTER.sub(" ", _NOT_HTML.sub("", html))
    data = without_floods(clean).encode("utf-8", "replace")
    try:
        root = lxml.html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except lxml.etree.ParserError:  # nothing in it but comments or white space
        root = lxml.html.document_fromstring("<html></html>", ensure_head_body=True)
    _close_head(root)
    base = next((href for item in root.iter("base") if (href := item.get("href"))), "")
    return Page(url, _joined(final_url or url, base), root)


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
