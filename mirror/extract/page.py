"""A parsed page, and the small questions that every layer asks of it."""

import copy
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeAlias

import lxml.etree
import lxml.html
from lxml.html import HtmlElement
from parsel import Selector

from mirror.extract.lazy import reveal
from mirror.normalise.selectors import find
from mirror.normalise.text import join_lines

Element: TypeAlias = HtmlElement

# What shows nothing to a reader, whatever text it holds.
SILENT = frozenset({"script", "style", "noscript", "template", "head", "title", "svg", "math"})
# Nor is the text in a frame's own tags, which is for browsers that know no frames.
UNREAD = SILENT | {"iframe"}
# Elements that stand on lines of their own (the HTML standard's rendering section, 15.3).
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_META_NAMES = ("property", "name", "itemprop", "http-equiv")
CAPTIONS = ".//figcaption"
MOST_HEADLINES = 50  # that are read of a page: they may hold each other
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_CJK_RUN = re.compile(f"{_CJK.pattern}+")
_ALNUM_RUN = re.compile(r"[^\W_]+")  # what `str.isalnum` is true of


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

    @cached_property
    def headlines(self) -> dict[Element, str]:
        """The texts of the page's first `h1`, in their order."""
        return {h1: one_line(h1) for h1 in islice(self.root.iter("h1"), MOST_HEADLINES)}

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


def select(root: Element, rule: str) -> list[Element | str]:
    """As `Page.select`, from `root` downwards; `./` and `.//` start at `root` itself."""
    return [found.root for found in find(Selector(root=root, type="html"), rule)]


def lines(root: Element) -> str:
    """The visible text below `root`: a block a line, white space folded, no empty lines.

    A line break of the page's source parts words like a space, but not CJK characters.
    """
    if len(root) == 0 and isinstance(root.tag, str) and root.tag != "pre":  # most that are asked
        return "" if root.tag in UNREAD else _folded((root.text or "").strip().replace("\n", "\r"))
    rows = map(str.strip, "".join(_pieces(root)).split("\n"))
    return "\n".join(filter(None, map(_folded, filter(None, rows))))


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
    """Take `element` out of its tree, leaving the text behind it.

    Where a reader saw the words before it and behind it apart, by a line or a space, they stay so.
    """
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    left = (parent.text if before is None else before.tail) or ""
    beside = parent if before is None else before
    parted = left[-1:].isspace() if left else beside.tag in BLOCKS
    gap = " " if not parted and _parts_words(element) else ""
    if behind := gap + (element.tail or ""):
        if before is None:
            parent.text = left + behind
        else:
            before.tail = left + behind
    parent.remove(element)


def _parts_words(element: Element) -> bool:
    """Is there a line's end or white space in `element`?"""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return False
    if element.tag in BLOCKS or element.tag == "br":
        return True
    return next(element.iter("br"), None) is not None or any(
        map(str.isspace, element.text_content())
    )


def weight(text: str) -> int:
    """How much there is to read: letters and digits, a CJK character counting for three."""
    if text.isascii():
        return sum(map(str.isalnum, text))
    return len("".join(_ALNUM_RUN.findall(text))) + 2 * cjk_characters(text)


def text_weight(root: Element) -> int:
    """The `weight` of the `lines` of `root`, which need not be put together for that."""
    if next(root.iter(*UNREAD), None) is None:
        return weight(root.text_content())
    return weight(lines(root))


def cjk_characters(text: str) -> int:
    """How many characters of `text` are Chinese, Japanese or Korean."""
    return 0 if text.isascii() else len("".join(_CJK_RUN.findall(text)))


def is_cjk(text: str) -> bool:
    """Does `text` hold a Chinese, Japanese or Korean character?"""
    return _CJK.search(text) is not None


def _pieces(root: Element) -> list[str]:
    """Texts in document order, a line feed at every block's edge. Depth costs no recursion.

    A line break of the source is a carriage return, but in `pre` a line feed.
    """
    found: list[str] = []
    walk = lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    kept = 0  # how many `pre` are open
    for event, node in walk:
        tag, is_start = node.tag, event == "start"
        if is_start and tag in UNREAD:
            walk.skip_subtree()
            continue
        if tag in BLOCKS or (tag == "br" and is_start):
            found.append("\n")
            if tag == "pre":
                kept += 1 if is_start else -1
        text = node.text if is_start else node.tail if node is not root else None
        if text:
            found.append(text if kept else text.replace("\n", "\r"))
    return found


def _folded(row: str) -> str:
    """A row without outer white space, on one line: what is left of line breaks joins its words."""
    return " ".join((join_lines(row) if "\r" in row else row).split())
