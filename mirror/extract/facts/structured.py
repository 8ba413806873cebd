"""What a page says of itself to machines: the JSON-LD or microdata object of its article."""

import html
import re
from dataclasses import dataclass
from itertools import chain
from typing import Any

from mirror.extract.facts.json_ld import Node, json_ld
from mirror.extract.facts.microdata import microdata
from mirror.extract.naming import agree
from mirror.extract.page import Element, Page
from mirror.normalise.urls import absolute, canonical_url

__all__ = ["Node", "article_node", "as_list", "text_of", "text_with_lines", "types_of"]

# schema.org's types that are a piece of writing; the first found of the first group is the page's.
ARTICLE_TYPES = (
    ("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
     "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting"),
    ("Article", "BlogPosting", "SocialMediaPosting", "Report", "TechArticle", "ScholarlyArticle",
     "AdvertiserContentArticle", "Review", "CreativeWork", "DiscussionForumPosting"),
    ("WebPage", "ItemPage", "MedicalWebPage"),
    ("VideoObject", "ClaimReview"),
)  # fmt: skip
WRITING = frozenset(chain(*ARTICLE_TYPES[:2]))
DESCRIBING = frozenset(chain(*ARTICLE_TYPES[:3]))
# What an article's object may lack and another object of the same page have.
_SHARED = ("headline", "datePublished", "author", "articleBody", "isAccessibleForFree", "publisher")
_ADDRESSES = ("url", "mainEntityOfPage", "@id")
_COUNTED = ("headline", "datePublished", "author", "articleBody")


def article_node(page: Page) -> Node:
    """The object that describes the page's article; {} when there is none.

    Of several that one whose address is the page's, whose headline the page shows, and which says
    most; what it lacks is taken from the page's other descriptions. Microdata is read where JSON-LD
    describes no article.
    """
    nodes = list(json_ld(page))
    if all(WRITING.isdisjoint(types_of(node)) for node in nodes):
        nodes.extend(microdata(page))
    fitting = [node for node in nodes if _group(node) < len(ARTICLE_TYPES)]
    if len(fitting) < 2:
        return fitting[0] if fitting else {}
    subject = _subject(page)
    own = [node for node in fitting if not subject.is_other(node)]
    return subject.completed(sorted(own, key=subject.rank)) if own else {}


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


@dataclass(frozen=True, slots=True)
class _Subject:
    """What the page itself shows of its article, by which its descriptions are told apart."""

    base_url: str
    here: frozenset[str]  # the page's addresses: asked for, and by its own word; canonical
    titles: tuple[str, ...]

    def rank(self, node: Node) -> tuple[int, bool, int]:
        """The lower the better: by kind, by address or headline, by how much is said."""
        own = not self.here.isdisjoint(self.addresses(node)) or self.is_titled(node)
        return _group(node), not own, -sum(bool(node.get(key)) for key in _COUNTED)

    def is_other(self, node: Node) -> bool:
        """Does a node describe another article: by its address and by its headline?"""
        addresses = self.addresses(node)
        return (
            bool(node.get("headline") and addresses)
            and self.here.isdisjoint(addresses)
            and not self.is_titled(node)
        )

    def is_titled(self, node: Node) -> bool:
        headline = text_of(node.get("headline"))
        return any(agree(headline, title) for title in self.titles)

    def addresses(self, node: Node) -> list[str]:
        """The canonical addresses that a node says it has."""
        values = [item for key in _ADDRESSES for item in as_list(node.get(key))]
        texts = [item.get("@id") if isinstance(item, dict) else item for item in values]
        return [
            url
            for text in texts
            if isinstance(text, str) and (url := _canonical(text, self.base_url))
        ]

    def completed(self, nodes: list[Node]) -> Node:
        """The first node, and of the others that describe the same page what it lacks."""
        whole = dict(nodes[0])
        for node in nodes[1:]:
            if not DESCRIBING.isdisjoint(types_of(node)) and (
                self.is_titled(node) or not node.get("headline")
            ):
                whole |= {key: node[key] for key in _SHARED if node.get(key) and not whole.get(key)}
        return whole


def _subject(page: Page) -> _Subject:
    named = page.metas("og:title", "twitter:title")
    titles = (*page.headlines.values(), *named, page.root.findtext(".//title") or "")
    links = [link.get("href") or "" for link in page.root.iter("link") if _is_canonical(link)]
    own = (_canonical(text, page.base_url) for text in (page.url, *links, *page.metas("og:url")))
    return _Subject(page.base_url, frozenset(filter(None, own)), titles)


def _is_canonical(link: Element) -> bool:
    return "canonical" in (link.get("rel") or "").lower().split()


def _canonical(text: str, base_url: str) -> str:
    url = absolute(text, base_url)
    return canonical_url(url) if url else ""


def _group(node: Node) -> int:
    """The place in ARTICLE_TYPES of a node's type; beyond its end for other things."""
    types = types_of(node)
    places = (n for n, names in enumerate(ARTICLE_TYPES) if not types.isdisjoint(names))
    return next(places, len(ARTICLE_TYPES))
