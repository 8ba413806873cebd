"""Headings of chosen text that extractors pass over, since they are short."""

from collections.abc import Collection, Sequence

from mirror.extract.body.blocks import Run
from mirror.extract.page import Element

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
LONGEST = 150  # characters: what is longer is no heading, whatever its tag
_NEAR = 2  # levels up to the element that a heading and its text have in common


def with_headings(runs: Sequence[Run], chosen: Collection[Run]) -> list[Run]:
    """Add headings between chosen runs: those directly above one, captions between them apart.

    A heading with a link leads elsewhere, and one before the first chosen run is a standfirst or
    another article's title: neither is added.
    """
    kept = set(chosen)
    first = next((at for at, run in enumerate(runs) if run in kept), len(runs))
    below: Run | None = None  # what stands under the place that is looked at
    for run in reversed(runs[first:]):
        if run in kept:
            below = run
        elif below is not None and _heads(run, below):
            kept.add(run)
            below = run
        elif run.block.tag != "figure" and next(run.block.iterancestors("figure"), None) is None:
            below = None
    return [run for run in runs if run in kept]


def _heads(run: Run, below: Run) -> bool:
    block = run.block
    if block.tag not in HEADINGS or len(run.text) > LONGEST or block.find(".//a") is not None:
        return False
    return not _about(block).isdisjoint(_about(below.block))


def _about(block: Element) -> set[Element]:
    """The elements closest about a block."""
    return {up for _, up in zip(range(_NEAR), block.iterancestors(), strict=False)}
