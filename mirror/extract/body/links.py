"""Which text of a page is linked."""

from collections.abc import Collection

from mirror.extract.body.blocks import Run, squeezed
from mirror.extract.page import Element


def inside_links(root: Element) -> frozenset[Element]:
    """The links below `root` and every element in them."""
    found: set[Element] = set()
    for link in root.iter("a"):
        if link not in found:
            found.update(link.iter())
    return frozenset(found)


def unlinked(run: Run, linked: Collection[Element]) -> str:
    """A run's text but for what stands in one of the elements `linked`; without white space."""
    texts = (
        (element.tail if is_tail else element.text) or ""
        for element, is_tail in run.slots
        if (element.getparent() if is_tail else element) not in linked
    )
    return squeezed("".join(texts))
