"""The first layer: what a source's own selectors find."""

import copy
import re
from collections.abc import Iterable

import lxml.etree
import lxml.html

from mirror.article import Rules
from mirror.extract.body.furniture import clear
from mirror.extract.lazy import reveal
from mirror.extract.page import Element, Page, lines, one_line, select, text_weight, unlink, weight

# A selector that finds these means all it finds; one that finds a container means the first.
TEXT_BLOCKS = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table",
    "figure",
})  # fmt: skip
MOST_FOUND = 100  # texts that are read of what a rule finds: its elements may hold each other
# Comments by which publishing systems mark where a story begins and ends.
_MARK = r"(article|story|body|post|entry|news|正文|内容|內容)[\s_-]*(content|text|body)?[\s_-]*"
_BEGIN = re.compile(rf"\s*{_MARK}(begins?|starts?|开始|開始)\s*", re.IGNORECASE)
_END = re.compile(rf"\s*{_MARK}(ends?|结束|結束)\s*", re.IGNORECASE)


def by_rules(page: Page, rules: Iterable[str]) -> list[str]:
    """The texts that the first rule which finds any text finds, a hundred at most; [] for none."""
    for rule in rules:
        found = page.select(rule)[:MOST_FOUND]
        if texts := list(filter(None, map(_value, found))):
            return texts
    return []


def body_by_rules(page: Page, rules: Rules) -> Element | None:
    """A copy of the body that the first matching rule finds, furniture dropped; else None.

    An element whose children are the body. A rule that finds text blocks (`article > p`) means
    all of them, one that finds a container means the first with text. The body is cut to what
    stands between the comments that mark a story's begin and end, where there are any.
    """
    for rule in rules.body:
        found = [item for item in page.select(rule) if not isinstance(item, str)]
        if (body := _gathered(found)) is not None:
            keep_marked(body)
            drop(body, rules.drop)
            clear(body)
            return innermost(body)
    return None


def matched(page: Page, rules: Rules) -> dict[str, str]:
    """Which rule finds the body, the title, the author and the date; "" where none of them does.

    Parts that have no rules are left out.
    """
    tried = {part: getattr(rules, part) for part in ("body", "title", "author", "date")}
    return {
        part: next((rule for rule in those if _finds(page, part, rule)), "")
        for part, those in tried.items()
        if those
    }


def _finds(page: Page, part: str, rule: str) -> bool:
    if part == "body":
        return body_by_rules(page, Rules(body=(rule,))) is not None
    return bool(by_rules(page, [rule]))


def drop(body: Element, rules: Iterable[str]) -> None:
    """Remove from `body` whatever the rules find below it; what follows a removed element stays."""
    for rule in rules:
        for found in select(body, rule):
            if not isinstance(found, str) and found is not body:
                unlink(found)


def keep_marked(body: Element) -> None:
    """Cut `body` to what stands between its begin and end comments, if text stands there."""
    comments = list(body.iter(lxml.etree.Comment))
    begin = next((item for item in comments if _BEGIN.fullmatch(item.text or "")), None)
    end = next((item for item in reversed(comments) if _END.fullmatch(item.text or "")), None)
    if begin is not None and weight(_tail_text(begin, body)):
        _cut(begin, body, before=True)
    if end is not None and text_weight(body) > weight(_tail_text(end, body)):
        _cut(end, body, before=False)


def _value(found: Element | str) -> str:
    """What a rule's find says: the machine-readable attribute where an element has one."""
    if not isinstance(found, str) and found.tag in ("time", "meta"):
        return found.get("datetime") or found.get("content") or one_line(found)
    return one_line(found)


def _gathered(found: list[Element]) -> Element | None:
    first = next(filter(_shows, found), None)
    if first is None or first.tag not in TEXT_BLOCKS:
        return None if first is None else _copy(first)
    body = lxml.html.Element("div")
    inside = set(found)
    outer = (item for item in found if inside.isdisjoint(item.iterancestors()))
    body.extend(_copy(item) for item in outer if _shows(item))
    return body


def _shows(element: Element) -> bool:
    """Is there text in it, or a picture?"""
    return text_weight(element) > 0 or bool(lines(element) or element.xpath(".//img"))


def _copy(element: Element) -> Element:
    twin = copy.deepcopy(element)
    twin.tail = None
    reveal(twin)
    return twin


def innermost(body: Element) -> Element:
    """Step into wrappers: while all that `body` shows is inside one child that is a container."""
    while not (body.text or "").strip():
        children = [child for child in body if isinstance(child.tag, str)]
        if len(children) != 1 or children[0].tag not in ("div", "section", "article", "main"):
            break
        if (children[0].tail or "").strip():
            break
        body = children[0]
    return body


def _tail_text(mark: Element, body: Element) -> str:
    """The text of `body` that stands behind `mark`."""
    texts = mark.xpath("following::text()[not(parent::script or parent::style)]")
    inside = set(body.iter())
    return "".join(text for text in texts if text.getparent() in inside)


def _cut(mark: Element, body: Element, *, before: bool) -> None:
    """Remove all of `body` before (or behind) `mark`, whose ancestors stay."""
    node = mark
    while node is not body and node is not None:
        parent = node.getparent()
        for sibling in list(node.itersiblings(preceding=before)):
            parent.remove(sibling)
        if before:
            parent.text = None
        else:
            node.tail = None
        node = parent
