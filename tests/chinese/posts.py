"""The stories: those of the corpus's posts that are plain Chinese articles, as rows of blocks."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import lxml.etree
import lxml.html
from lxml.html import HtmlElement
from markupsafe import Markup

from mirror.post import parse

MIN_HAN, MAX_HAN = 400, 10_000  # a brief or a book's chapter is no news article
MIN_CHINESE = 0.7  # of the letters
MIN_BLOCKS = 4
MAX_LINKED = 0.3  # of the text may be links: with more it is a list of works
MIN_COVERED = 0.9  # of a post's visible text must be in its blocks: the rest has some other form
OTHER_FORMS = ("table", "pre", "code", "iframe", "video", "audio", "script", "style", "form")
BLOCKS = frozenset({"p", "h2", "h3", "h4", "ul", "ol", "blockquote"})
BOXES = frozenset({"div", "section", "article", "span", "figure", "main", "body"})
INLINE = frozenset({"a", "b", "strong", "i", "em", "u", "sub", "sup", "br"})
# What feeds put around an article, and lines that are no part of its text: credits, dates,
# captions' labels. Templates bring their own.
NOT_TEXT = re.compile(
    r"获取更多RSS|Feed enhanced|was originally published|版权所有|版权声明|[©Ⓒ]|图片版权|圖片版權"
    r"|原文鏈接|^端傳媒：|^广告$|微信搜索|欢迎点击此处订阅|我们的标准|责编|責編|网编"
    r"|^\W*(作者|记者|記者|撰文|撰稿|采写|译者|翻译|责任编辑|编辑|文|摄影|寒冬記者)[\s丨|｜:：/／]"
    r"|^[（(]?(完|发稿|編譯|编译|審校|审校)|^by\b|^本文(首发|首發|摘自|经授权)"
    r"|^(相关|延伸|推荐)(新闻|阅读|文章|报道)|\d\d:\d\d:\d\d|^[\d\s年月日/:-]+$|^\W*$",
    re.IGNORECASE,
)
MAX_NOT_TEXT = 100  # characters: a longer block is text, whatever it says of itself
HAN = re.compile(r"[\u3400-\u9fff]")
TRADITIONAL = frozenset("這國們說來時對會個學經過還從東發開關點義無實體聯見長門")
SIMPLIFIED = frozenset("这国们说来时对会个学经过还从东发开关点义无实体联见长门")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a list or a quotation."""

    tag: str
    html: Markup  # what it holds: plain inline markup, in lists `li`, in quotations `p`
    text: str

    @property
    def outer(self) -> Markup:
        return Markup("<{0}>{1}</{0}>").format(self.tag, self.html)


@dataclass(frozen=True, slots=True)
class Story:
    """What a page is built around."""

    id: str  # the post's file name without its ending
    title: str
    published: datetime  # aware, UTC
    author: str  # "" when the post names no one but its site
    blocks: tuple[Block, ...] = field(repr=False)

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @property
    def is_traditional(self) -> bool:
        old = sum(char in TRADITIONAL for char in self.text)
        return old > sum(char in SIMPLIFIED - TRADITIONAL for char in self.text)


def stories(folder: Path) -> list[Story]:
    """The plain Chinese articles among the posts of `folder`, by file name."""
    return [story for path in sorted(folder.glob("*.md")) if (story := read(path))]


def read(path: Path) -> Story | None:
    """The story of a post; None for what is no plain Chinese article of usual length."""
    post = parse(path.read_bytes())
    body = lxml.html.fragment_fromstring(post.body, create_parent="div")
    if next(body.iter(*OTHER_FORMS), None) is not None:
        return None
    for caption in body.xpath("//small|//figcaption|//*[contains(@class, 'caption')]"):
        caption.drop_tree()
    every = list(blocks(body))
    kept = tuple(block for block in every if is_text(block))
    covered, whole = (len(bare(text)) for text in ("".join(b.text for b in every), visible(body)))
    story = Story(
        id=path.stem,
        title=" ".join(post.title.split()),
        published=post.published.replace(microsecond=0),
        author="" if post.author == post.site else post.author,
        blocks=kept,
    )
    return story if covered >= MIN_COVERED * whole and is_article(story) else None


def is_article(story: Story) -> bool:
    han = len(HAN.findall(story.text))
    letters = sum(map(str.isalpha, story.text))
    return (
        len(story.blocks) >= MIN_BLOCKS
        and MIN_HAN <= han <= MAX_HAN
        and han > MIN_CHINESE * letters
        and HAN.search(story.title) is not None
        and sum(map(linked, story.blocks)) <= MAX_LINKED * len(bare(story.text))
    )


def is_text(block: Block) -> bool:
    """Is it of the article: no credit line, no date, no caption, no list of links?"""
    if block.tag in ("ul", "ol") and 2 * linked(block) > len(bare(block.text)):
        return False
    return len(block.text) > MAX_NOT_TEXT or not NOT_TEXT.search(block.text)


def linked(block: Block) -> int:
    """How many of its characters are links."""
    root = lxml.html.fragment_fromstring(block.html, create_parent="div")
    return sum(len(bare(visible(link))) for link in root.iter("a"))


def blocks(element: HtmlElement) -> Iterator[Block]:
    """The blocks below `element` that hold no other block, in document order."""
    for child in element:
        if child.tag in BLOCKS and not holds(child, BLOCKS | BOXES - {"span"}):
            yield from block(child, child.tag)
        elif child.tag == "blockquote" and holds(child, {"p"}) and not holds(child, {"div"}):
            yield from block(child, "blockquote")
        elif child.tag in BOXES and not holds(child, BLOCKS | {"div", "section", "figure"}):
            yield from block(child, "p")
        elif child.tag in BOXES | BLOCKS:
            yield from blocks(child)


def block(element: HtmlElement, tag: str) -> Iterator[Block]:
    twin = plain(element)
    if text := visible(twin).strip():
        inner = lxml.html.tostring(twin, encoding="unicode", with_tail=False)
        yield Block(tag, Markup(re.sub(r"^<[^>]*>|</[^<]*>$", "", inner)), text)


def plain(element: HtmlElement) -> HtmlElement:
    """A copy with nothing but inline markup, links and list items."""
    twin = copy.deepcopy(element)
    twin.tail = None
    lxml.etree.strip_elements(twin, "img", lxml.etree.Comment, with_tail=False)
    kept = INLINE | {"li", "p", element.tag}
    lxml.etree.strip_tags(twin, *{node.tag for node in twin.iter() if node.tag not in kept})
    for node in twin.iter():
        href = node.get("href")
        node.attrib.clear()
        if node.tag == "a" and href and href.startswith("http"):
            node.set("href", href)
    return twin


def holds(element: HtmlElement, tags: set[str] | frozenset[str]) -> bool:
    return any(node is not element for node in element.iter(*tags))


def visible(element: HtmlElement) -> str:
    """Its text, a line feed for each `br` and before each item of a list."""
    parts = element.xpath(".//text()|.//br|.//li|.//p")
    return "".join(part if isinstance(part, str) else "\n" for part in parts)


def bare(text: str) -> str:
    return "".join(text.split())
