"""What a page says of itself to machines: JSON-LD (https://schema.org) and microdata."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from mirror.extract.page import Page

Node = dict[str, Any]

# schema.org's types that are a piece of writing; the first found of the first group is the page's.
ARTICLE_TYPES = (
    ("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
     "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting"),
    ("Article", "BlogPosting", "SocialMediaPosting", "Report", "TechArticle", "ScholarlyArticle",
     "AdvertiserContentArticle", "Review", "CreativeWork", "DiscussionForumPosting"),
    ("VideoObject", "WebPage", "ItemPage"),
)  # fmt: skip
MAX_NODES = 5_000  # a page's JSON-LD beyond that is no description of an article
_DEPTH = 20


def article_node(page: Page) -> Node:
    """The JSON-LD object that describes the page's article; {} when there is none."""
    nodes = list(_nodes(page))
    for types in ARTICLE_TYPES:
        fitting = [node for node in nodes if not types_of(node).isdisjoint(types)]
        if fitting:
            return max(fitting, key=_completeness)
    return {}


def types_of(node: Node) -> frozenset[str]:
    """A node's types without their vocabulary's address."""
    return frozenset(str(name).rsplit("/", 1)[-1] for name in as_list(node.get("@type")))


def as_list(value: object) -> list[Any]:
    """JSON-LD writes one of a kind bare and several as a list; this reads both."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def text_of(value: object) -> str:
    """A string, or the name or value of an object that stands for one; entities decoded."""
    if isinstance(value, dict):
        value = (
            value.get("@value") or value.get("name") or value.get("headline") or value.get("@id")
        )
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def text_with_lines(value: object) -> str:
    """A long text of structured data, its line breaks kept, without tags and entities."""
    text = value if isinstance(value, str) else ""
    return html.unescape(re.sub(r"<[^<>]*>", "\n", html.unescape(text)))


def _completeness(node: Node) -> int:
    return sum(
        bool(node.get(key)) for key in ("headline", "datePublished", "author", "articleBody")
    )


def _nodes(page: Page) -> Iterator[Node]:
    """Every object of the page's JSON-LD, outer before inner, references by `@id` resolved."""
    found: list[Node] = []
    for script in page.root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(_objects(_loads(script.text or ""), _DEPTH))
    named = {str(node["@id"]): node for node in found if len(node) > 1 and "@id" in node}
    for node in found[:MAX_NODES]:
        yield {key: _resolved(value, named) for key, value in node.items()}


def _objects(value: object, depth: int) -> Iterator[Node]:
    if depth and isinstance(value, list):
        for item in value[:MAX_NODES]:
            yield from _objects(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _objects(item, depth - 1)


def _resolved(value: object, named: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_resolved(item, named) for item in value]
    if isinstance(value, dict) and value.keys() == {"@id"}:
        return named.get(str(value["@id"]), value)
    return value


def _loads(text: str) -> object:
    """JSON as sites write it: in CDATA or comments, with raw line breaks; None when hopeless."""
    text = re.sub(r"^\s*(<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(-->|//\s*\]\]>|\]\]>)\s*$", "", text)
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None
