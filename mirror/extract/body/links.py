"""Which text of a page is linked, and where to."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from mirror.extract.body.blocks import Run, squeezed
from mirror.extract.page import Element
from mirror.normalise.urls import absolute, same_site


@dataclass(frozen=True, slots=True)
class Links:
    """The links of a page."""

    inside: frozenset[Element]  # they and all in them
    base_url: str

    @classmethod
    def of(cls, root: Element, base_url: str) -> Self:
        return cls(inside_links(root), base_url)

    def lead_away(self, block: Element) -> bool:
        """Are there links in `block`, all of them to other sites?"""
        addresses = [absolute(link.get("href") or "", self.base_url) for link in block.iter("a")]
        return bool(addresses) and all(
            address and not same_site(address, self.base_url) for address in addresses
        )


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
