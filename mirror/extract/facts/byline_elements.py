"""The elements of a page that name its author to readers."""

import re
from collections.abc import Iterator
from itertools import dropwhile, islice

from lxml import etree

from mirror.extract.facts.bylines import has_label, is_byline, is_like_a_name, names_in
from mirror.extract.naming import headline_element
from mirror.extract.page import Element, Page, lines

MAX_LENGTH = 120  # characters: what is longer is a biography
MAX_TRIED = 20  # byline elements in either place that may hold no name
MAX_ABOVE = 4  # paragraphs after the headline: then the article has begun
# Words of a class, an id, a rel or an itemprop, in the languages of the press.
NAMING = frozenset({
    "author", "authors", "byline", "bylines", "authorname", "authorline", "autor", "autores",
    "autoren", "autore", "autori", "auteur", "auteurs", "writer", "writers", "reporter",
    "reporters", "journalist", "journalists", "redacteur", "yazar", "muhabir", "autorinfo",
})  # fmt: skip
_NAMING = re.compile("|".join(NAMING))
# Beside them: of a picture, a comment, another article, or something else about an author.
ELSEWHERE = frozenset({
    "image", "img", "picture", "photo", "figcaption", "caption", "copyright", "credit", "media",
    "mediabox", "comment", "comments", "teaser", "card", "preview", "related", "recommended", "bio",
    "biography", "description", "avatar", "social", "twitter", "follow", "form", "position", "role",
    "title", "date", "time", "timestamp", "pic", "logo", "breadcrumb", "breadbar", "footer",
    "contact", "livebox", "entries", "video", "quote",
})  # fmt: skip
_LINES = frozenset({"p", "div", "span", "li", "strong", "em", "td", "address", "h2", "h3", "h6"})
_ATTRIBUTES = ("class", "rel", "itemprop", "id", "data-testid")
_NOT_INSIDE = frozenset({"figure", "figcaption", "nav", "footer", "form", "aside", "iframe"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# The date behind a name, from its weekday, month or first digit on.
_DATED = re.compile(
    r"\s*[,|·•–—(-]?\s*(?:\b(?:on|am|vom|le|el|il|den)\s+)?(?:\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri"
    r"|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]*\.?\s+)?\d.*$"
)


def bylines(page: Page, heading: str, *, head_only: bool) -> Iterator[list[str]]:
    """What the page's byline elements say: in the article's head, between the headline and the
    text, those that are marked as such, then those whose whole text has the form of a byline, and
    last, but for `head_only`, marked ones in boxes below or elsewhere on the page.
    """
    head, marked, elsewhere = _places(page, heading)
    for elements in (marked, head) if head_only else (marked, head, elsewhere):
        seen: set[Element] = set()
        for element in islice(elements, MAX_TRIED * (10 if elements is head else 1)):
            if seen.isdisjoint(element.iterancestors()):
                texts = _formed(element) if elements is head else _texts(element)
                if texts:
                    seen.add(element)
                    yield texts


def _places(page: Page, heading: str) -> tuple[list[Element], list[Element], Iterator[Element]]:
    """The elements of the article's head, those marked as bylines there, and the others marked."""
    head: list[Element] = []
    marked: list[Element] = []
    headline = headline_element(page, heading)
    paragraphs = 0
    for element in dropwhile(lambda one: one is not headline, page.root.iter(etree.Element)):
        paragraphs += element.tag == "p" and element is not headline
        if paragraphs > MAX_ABOVE:
            break
        if element.tag in _LINES:
            head.append(element)
        if paragraphs < MAX_ABOVE and _names_author(element):
            marked.append(element)
    known = set(marked)
    rest = (element for element in page.root.iter(etree.Element) if element not in known)
    return head, marked, filter(_names_author, rest)


def _formed(element: Element) -> list[str]:
    """The text of an element that has the form of a byline and nothing else."""
    text = " ".join(element.text_content()[: MAX_LENGTH * 10].split())
    return [text] if len(text) <= MAX_LENGTH and is_byline(text) else []


def _names_author(element: Element) -> bool:
    names = " ".join(filter(None, map(element.get, _ATTRIBUTES)))
    if not _NAMING.search(names.lower()):  # at little cost: a page has thousands of elements
        return False
    words = set(map(str.lower, _WORD.findall(names)))
    if words.isdisjoint(NAMING) or not words.isdisjoint(ELSEWHERE):
        return False
    return all(above.tag not in _NOT_INSIDE for above in element.iterancestors())


def _texts(element: Element) -> list[str]:
    """The lines of a byline element that may hold names; its labelled ones if there are any."""
    text = lines(element)
    if not text or len(text) > MAX_LENGTH:
        return []
    found = [cut for line in text.split("\n") if (cut := _DATED.sub("", line).strip())]
    if labelled := [line for line in found if has_label(line)]:
        return labelled
    return [line for line in found if any(map(is_like_a_name, names_in(line)))]
