"""Microdata in the form of JSON-LD (HTML standard, "Microdata"; https://schema.org)."""

from collections.abc import Iterator
from itertools import islice

from mirror.extract.facts.json_ld import OTHER_WORKS, Node
from mirror.extract.page import Element, Page, lines, one_line

MAX_ITEMS = 2_000  # elements with microdata: listings of shops have more, articles have not
MAX_INSIDE = 60  # elements inside one that is a name or a date
# Where an element's value is an attribute (HTML standard, "Values"); `content` is read anywhere,
# as sites write it on any element.
_VALUES = {
    "a": "href", "area": "href", "link": "href", "audio": "src", "embed": "src", "iframe": "src",
    "img": "src", "source": "src", "track": "src", "video": "src", "object": "data",
    "data": "value", "meter": "value", "time": "datetime",
}  # fmt: skip
# Of these a link's text is meant, whatever the standard says.
_NAMED = frozenset({"name", "author", "creator", "headline", "publisher", "editor"})


def microdata(page: Page) -> Iterator[Node]:
    """Every item of the page's microdata as an object of JSON-LD, outer before inner.

    An `articleBody` is the element's text, a block a line. Items that are other works are left out.
    """
    found: dict[Element, Node] = {}
    others: set[Element] = set()
    for element in page.root.xpath("//*[@itemscope or @itemprop]")[:MAX_ITEMS]:
        owner = next((above for above in element.iterancestors() if above in found), None)
        names = (element.get("itemprop") or "").split()
        if element.get("itemscope") is not None:
            found[element] = {"@type": (element.get("itemtype") or "").split()}
            if owner in others or not OTHER_WORKS.isdisjoint(names):
                others.add(element)
        for name in names if owner is not None else ():
            if value := found.get(element) or _value(element, name, found[owner]):
                found[owner].setdefault(name, []).append(value)
    yield from (_bare(node) for element, node in found.items() if element not in others)


def _bare(node: Node) -> Node:
    """`node` with its only values bare, as JSON-LD writes them. Inner items stay as they were."""
    return {key: values[0] if len(values) == 1 else values for key, values in node.items()}


def _value(element: Element, name: str, owner: Node) -> str:
    if content := element.get("content"):
        return str(content)
    if name == "articleBody":
        return "" if name in owner else lines(element)
    if attribute := element.get(_VALUES.get(element.tag, "itemid")):
        text = one_line(element) if element.tag == "a" and name in _NAMED else ""
        return text or str(attribute)
    if len(list(islice(element.iter(), MAX_INSIDE + 1))) > MAX_INSIDE:
        return ""
    return one_line(element)
