"""A parsed page, and the small questions that every layer asks of it."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias
from urllib.parse import urljoin

import lxml.etree
import lxml.html
from lxml.html import HtmlElement
from parsel import Selector

from mirror.extract.lazy import reveal
from mirror.normalise.floods import without_floods
from mirror.normalise.selectors import find

Element: TypeAlias = HtmlElement

# What shows nothing to a reader, whatever text it holds.
SILENT = frozenset({"script", "style", "noscript", "template", "head", "title", "svg", "math"})
# Elements that stand on lines of their own (the HTML standard's rendering section, 15.3).
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_META_NAMES = ("property", "name", "itemprop", "http-equiv")
CAPTIONS = ".//figcaption"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True, eq=False)
class Page:
    """One HTML page. The tree is shared by all layers: whoever changes it changes a copy."""

    url: str  # where it was found
    base_url: str  # what its relative links are relative to
    root: Element

    @cached_property
    def readable(self) -> Element:
        """A tree of its own: the page's body without scripts, styles and drawings."""
        body = copy.deepcopy(self.root.find("body"))
        reveal(body)  # first: the only address of a picture may stand in a `noscript`
        lxml.etree.strip_elements(body, *SILENT, lxml.etree.Comment, with_tail=False)
        return body

    def select(self, rule: str) -> list[Element | str]:
        """What a CSS or XPath rule finds: elements, or texts for `::text` and `::attr()`."""
        return select(self.root, rule)

    def metas(self, *names: str) -> list[str]:
        """The contents of `meta` tags with those names or properties, in the order of `names`."""
        return [content for name in names for content in self._contents.get(name, ())]

    @cached_property
    def _contents(self) -> dict[str, list[str]]:
        """What the `meta` tags say, by every name that they go by."""
        found: dict[str, list[str]] = {}
        for meta in self.root.iter("meta"):
            content = (meta.get("content") or "").strip()
            keys = ((meta.get(attribute) or "").strip().lower() for attribute in _META_NAMES)
            for key in dict.fromkeys(filter(None, keys) if content else ()):
                found.setdefault(key, []).append(content)
        return found


def parse_page(html: str, url: str, final_url: str = "") -> Page:
    """Parse a decoded page once. Never fails: an empty text is a page without elements."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    data = without_floods(_NOT_HTML.sub("", html)).encode("utf-8", "replace")
    try:
        root = lxml.html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except lxml.etree.ParserError:  # nothing in it but comments or white space
        root = lxml.html.document_fromstring("<html></html>", ensure_head_body=True)
    base = next((href for item in root.iter("base") if (href := item.get("href"))), "")
    return Page(url, _joined(final_url or url, base), root)


def select(root: Element, rule: str) -> list[Element | str]:
    """As `Page.select`, from `root` downwards; `./` and `.//` start at `root` itself."""
    return [found.root for found in find(Selector(root=root, type="html"), rule)]


def lines(root: Element) -> str:
    """The visible text below `root`: a block a line, white space folded, no empty lines."""
    pieces = "".join(_pieces(root)).split("\n")
    return "\n".join(filter(None, (" ".join(piece.split()) for piece in pieces)))


def running_text(body: Element) -> str:
    """The text of a body as one reads it: as `lines`, without the captions of its pictures."""
    captions = body.xpath(CAPTIONS)
    if not captions:
        return lines(body)
    twin = copy.deepcopy(body)
    for caption in twin.xpath(CAPTIONS):
        unlink(caption)
    return lines(twin)


def one_line(found: Element | str) -> str:
    """The text of an element, or a text itself, with its white space folded."""
    return " ".join((found if isinstance(found, str) else lines(found)).split())


def unlink(element: Element) -> None:
    """Take `element` out of its tree, leaving the text behind it."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    if tail and (before := element.getprevious()) is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def weight(text: str) -> int:
    """How much there is to read: letters and digits, a CJK character counting for three."""
    return sum(map(str.isalnum, text)) + 2 * len(_CJK.findall(text))


def is_cjk(text: str) -> bool:
    """Does `text` hold a Chinese, Japanese or Korean character?"""
    return _CJK.search(text) is not None


def _pieces(root: Element) -> Iterator[str]:
    """Texts in document order, a line feed at every block's edge. Depth costs no recursion."""
    skipped: Element | None = None
    for event, node in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start" and skipped is None:
            if node.tag in SILENT:
                skipped = node
                continue
            yield "\n" if node.tag in BLOCKS or node.tag == "br" else ""
            yield _unbroken(node.text)
        elif event == "end" and skipped is node:
            skipped = None
        if event != "start" and skipped is None:
            yield "\n" if node.tag in BLOCKS else ""
            yield _unbroken(node.tail) if node is not root else ""


def _unbroken(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")


def _joined(url: str, base: str) -> str:
    try:
        return urljoin(url, base.strip())
    except ValueError:  # `<base href="http://[">`
        return url
