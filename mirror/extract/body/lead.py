"""The paragraph that opens an article, set apart from the others: extractors pass over it.

It stands bare in the element whose paragraphs they take, or in an element of another kind beside
them. Of 270 pages of five public sets it was missed on three.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from mirror.extract.body import phrases
from mirror.extract.body.blocks import Run, length
from mirror.extract.body.links import unlinked
from mirror.extract.page import Element

ABOVE = 3  # texts between the lead and the first paragraph: a caption, a byline
HOME = 0.5  # of the chosen text stands right in one element
FREE = 0.5  # of a lead's text is in no link


def with_lead(
    runs: Sequence[Run], chosen: list[Run], *, linked: Collection[Element], known: Collection[str]
) -> list[Run]:
    """Add the prose just above `chosen` in the same element, but for the texts in `known`."""
    home = _home(chosen)
    if home is None:
        return chosen
    first = runs.index(chosen[0])
    above = runs[max(0, first - ABOVE) : first]
    lead = [run for run in above if run.text not in known and _is_lead(run, home, linked)]
    return lead + chosen


def _home(chosen: Sequence[Run]) -> Element | None:
    """The element in which most of the chosen text stands, no other between them."""
    held: Counter[Element | None] = Counter()
    for run in chosen:
        if run.is_prose:
            held[run.block.getparent()] += len(run.text)
    home, size = max(held.items(), key=lambda item: item[1], default=(None, 0))
    return home if size >= HOME * length(chosen) else None


def _is_lead(run: Run, home: Element, linked: Collection[Element]) -> bool:
    if not run.is_prose or home not in (run.block, run.block.getparent()):
        return False
    names = f"{run.block.get('class') or ''} {run.block.get('id') or ''}".lower()
    if run.block is not home and phrases.FURNITURE.search(names):
        return False
    return len(unlinked(run, linked)) >= FREE * len(run.text)
