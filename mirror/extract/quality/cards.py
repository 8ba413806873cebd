"""Teasers of other articles: blocks that repeat, each leading to another page of the site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from mirror.extract.page import Element, lines, one_line, text_weight, weight
from mirror.extract.quality.signs import RELATED

# Elements that lists of teasers are made of; a paragraph with a link in it is a paragraph.
CARDS = frozenset({"a", "article", "dd", "dl", "dt", "div", "figure", "li", "section", "td", "tr"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5"})
SCATTERED = 4  # teasers of one kind that are not side by side
ROW = 3  # teasers side by side are a list of them
MAX_CARD = 600  # weight of a teaser: what is longer is a story
MIN_TITLE = 8  # weight of a title that has an excerpt
MIN_LINK = 20  # weight of a link that stands alone: names of rubrics have less
MAX_INSIDE = 80  # elements of a teaser


@dataclass(frozen=True, slots=True)
class Cards:
    """A list of teasers: the elements that it consists of, and whether a label sets it apart."""

    elements: tuple[Element, ...]
    size: int  # how many teasers
    labelled: bool  # "related stories" or the like stands above


def card_lists(body: Element, url: str) -> Iterator[Cards]:
    """The lists of teasers below `body`, outer ones first, none within another."""
    taken: set[Element] = set()
    for parent in body.iter():
        if parent in taken or not isinstance(parent.tag, str):
            continue
        for cards in (*_repeated(parent, url), *_in_a_row(parent, url)):
            for element in cards.elements:
                taken.update(element.iter())
            yield cards
    yield from _scattered(body, url, taken)


def leads_on(link: Element, url: str) -> bool:
    """Does a link lead to another page of the same site?"""
    href = (link.get("href") or "").strip()
    if href == "#" or not (href or link.get("name") or link.get("id")):  # a script follows it
        return True
    if not href or href[0] == "#" or ":" in href.partition("/")[0].removeprefix("http"):
        return href.startswith(("http:", "https:")) and _is_near(href, url)
    return _is_near(href, url)


def _is_near(href: str, url: str) -> bool:
    try:
        host, own = (urlsplit(one).hostname or "" for one in (href, url))
    except ValueError:
        return False
    return not host or not own or host.split(".")[-2:] == own.split(".")[-2:]


def _repeated(parent: Element, url: str) -> Iterator[Cards]:
    """Children of one kind, most of which are teasers."""
    kinds: dict[tuple[str, str], list[Element]] = {}
    for child in parent:
        if child.tag in CARDS:
            kinds.setdefault((child.tag, ""), []).append(child)
            if named := child.get("class"):
                kinds.setdefault((child.tag, named), []).append(child)
    taken: set[Element] = set()
    for children in kinds.values():
        if len(children) < ROW:
            continue
        found = [child for child in children if child not in taken and _is_card(child, url)]
        if len(found) >= ROW and len(found) > 0.6 * len(children):
            taken.update(found)
            yield Cards(tuple(found), _titles(found, url), _is_labelled(found[0]))


def _titles(cards: Iterable[Element], url: str) -> int:
    """How many articles they lead to: whole sections may look like cards."""
    return sum(
        max(1, len({
            link.get("href")
            for link in card.iter("a")
            if text_weight(link) >= MIN_LINK and leads_on(link, url)
        }))
        for card in cards
    )  # fmt: skip


def _scattered(body: Element, url: str, taken: set[Element]) -> Iterator[Cards]:
    """Blocks of one kind all over the page, in rows that are too short to be lists."""
    kinds: dict[tuple[str, str], list[Element]] = {}
    for element in body.iter(*CARDS):
        if element not in taken and (named := element.get("class")):
            kinds.setdefault((str(element.tag), named), []).append(element)
    for elements in kinds.values():
        if len(elements) < SCATTERED:
            continue
        found: list[Element] = []
        for element in elements:
            if element not in taken and _is_card(element, url):
                found.append(element)
                taken.update(element.iter())
        if len(found) >= SCATTERED and len(found) > 0.6 * len(elements):
            yield Cards(tuple(found), len(found), _is_labelled(found[0]))


def _is_card(element: Element, url: str) -> bool:
    inside = [one.tag for one in islice(element.iter(), MAX_INSIDE + 1)]
    if len(inside) > MAX_INSIDE or "a" not in inside or "form" in inside:
        return False
    links = [element] if element.tag == "a" else list(element.iter("a"))
    text = lines(element)
    size = weight(text)
    titles = [one_line(link) for link in links if leads_on(link, url)]
    longest = max(map(weight, titles), default=0)
    if not MIN_TITLE <= longest <= MAX_CARD or size > MAX_CARD:
        return False
    if size == longest < MIN_LINK:
        return False
    # The title leads: the text begins with it, or with a date or a rubric before it.
    place = " ".join(text.split()).find(max(titles, key=weight)[:20])
    return element.tag == "a" or (0 <= place < 40) or longest > 0.5 * size


def _in_a_row(parent: Element, url: str) -> Iterator[Cards]:
    """Headings that are links, each with its excerpt behind it and nothing around both."""
    heads = [child for child in parent if child.tag in HEADINGS and _is_title(child, url)]
    if len(heads) <= ROW:
        return
    elements: list[Element] = []
    for head in heads:
        elements.append(head)
        for child in head.itersiblings():
            if child.tag in HEADINGS or text_weight(child) > MAX_CARD:
                break
            elements.append(child)
    yield Cards(tuple(elements), len(heads), _is_labelled(heads[0]))


def _is_title(head: Element, url: str) -> bool:
    if next(islice(head.iter(), MAX_INSIDE, None), None) is not None:
        return False
    linked = sum(text_weight(link) for link in head.iter("a") if leads_on(link, url))
    return linked >= MIN_TITLE and linked > 0.8 * text_weight(head)


def _is_labelled(first: Element) -> bool:
    """Does "related stories" stand before the first teaser, in its box or over it?"""
    node: Element | None = first
    for _ in range(3):
        if node is None or node.tag == "body":
            return False
        for before in node.itersiblings(preceding=True):
            if isinstance(before.tag, str) and (text := one_line(before)):
                return _is_label(text, before)
        if (parent := node.getparent()) is not None and (text := (parent.text or "").strip()):
            return _is_label(text, parent)
        node = parent
    return False


def _is_label(text: str, element: Element) -> bool:
    return is_label(text) and element.tag != "h1" and element.find(".//h1") is None


def is_label(text: str) -> bool:
    """Is it "related stories" or the like, and hardly more?"""
    said = RELATED.search(text)
    return said is not None and weight(text) < 3 * weight(said[0]) + 9
