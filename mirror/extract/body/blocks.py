"""A page as a row of text runs, and which of them are the article.

Extractors say which text is the article, but hand it over simplified. Here that text is found
again in the page's DOM, so that links, pictures, tables, lists and quotes survive.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import lxml.etree

from mirror.extract.page import BLOCKS, UNREAD, Element, cjk_characters

MIN_EXACT = 16  # characters: a shorter text occurs anywhere, so it must equal a whole line
GRAM = 8  # characters of a piece that is looked for where the whole text is not found
MIN_SHARED = 0.7  # of a run's pieces must occur in the article for the run to be of it
LONG = 100  # size: so long is a paragraph, not a title or a byline
BYLINE = 25  # characters that a byline has beside the name
_SENTENCE_ENDS = frozenset(".!?。！？؟।")
GAPS = frozenset({"p", "h2", "h3", "h4", "li"})  # what may be filled in between chosen runs


@dataclass(slots=True, eq=False)
class Run:
    """Text between two block edges: the places it stands in, and the block that holds it."""

    block: Element
    slots: list[tuple[Element, bool]] = field(default_factory=list)  # element, is it the tail?
    text: str = ""  # without any white space

    @property
    def size(self) -> int:
        """Its characters, those of East Asian scripts counting for three."""
        return len(self.text) + 2 * cjk_characters(self.text)

    @property
    def is_prose(self) -> bool:
        """Is it long, and a paragraph or with sentences in it, whatever its element?"""
        return self.size >= LONG and (
            self.block.tag == "p" or not _SENTENCE_ENDS.isdisjoint(self.text)
        )

    def clear(self) -> None:
        """Take the text out of the tree."""
        for element, is_tail in self.slots:
            if is_tail:
                element.tail = None
            else:
                element.text = None


def runs_of(root: Element, edges: frozenset[str] = BLOCKS) -> list[Run]:
    """The visible text below `root`, in document order; each of `edges` ends a run."""
    found = _Runs(root, edges)
    walk = lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event != "start":
            found.leave(node, is_element=event == "end")
        elif node.tag in UNREAD:
            walk.skip_subtree()
        else:
            found.enter(node)
    return [run for run in found.runs if run.text]


def length(runs: Iterable[Run]) -> int:
    """How many characters `runs` have, white space apart."""
    return sum(len(run.text) for run in runs)


def choose(runs: Iterable[Run], text: str) -> list[Run]:
    """Those of `runs` whose text is in `text` (a block a line), however its lines are broken."""
    if not (whole := squeezed(text)):
        return []
    exact = frozenset(map(squeezed, text.split("\n")))
    grams = frozenset(_grams(whole))
    return [run for run in runs if run.text in exact or _is_part(run.text, whole, grams)]


def with_gaps_filled(runs: list[Run], chosen: Iterable[Run]) -> list[Run]:
    """Add a heading or paragraph that stands alone between two chosen neighbours.

    Extractors pass over short lines. It must stand in one element with a neighbour, and be no
    link to elsewhere.
    """
    kept = set(chosen)
    for before, run, after in zip(runs, runs[1:], runs[2:], strict=False):
        if run not in kept and before in kept and after in kept and _fits(run, before, after):
            kept.add(run)
    return [run for run in runs if run in kept]


def without_head(chosen: list[Run], title: str, authors: Iterable[str]) -> list[Run]:
    """Leave out, before the first paragraph, the article's title and its byline."""
    names = [squeezed(name) for name in authors]
    first = next((place for place, run in enumerate(chosen) if run.size >= LONG), 0)
    head = [
        run
        for run in chosen[:first]
        if run.text != squeezed(title)
        and not any(name in run.text and len(run.text) < len(name) + BYLINE for name in names)
    ]
    return head + chosen[first:]


def squeezed(text: str) -> str:
    """`text` without white space: two renderings of one text differ in nothing else."""
    return "".join(text.split())


class _Runs:
    """Sorts texts into runs while the tree is walked: a block's edge ends a run."""

    def __init__(self, root: Element, edges: frozenset[str]) -> None:
        self.edges = edges
        self.runs: list[Run] = []
        self.blocks = [root]
        self.open: Run | None = None

    def enter(self, node: Element) -> None:
        if node.tag in self.edges:
            self.open = None
        if node.tag in BLOCKS:
            self.blocks.append(node)
        if text := node.text:
            self.put(node, text, is_tail=False)

    def leave(self, node: Element, *, is_element: bool) -> None:
        if is_element and node.tag in BLOCKS:
            self.blocks.pop()
            self.open = None
        if node is not self.blocks[0] and (text := node.tail):
            self.put(node, text, is_tail=True)

    def put(self, node: Element, text: str, *, is_tail: bool) -> None:
        if not (visible := squeezed(text)):
            return
        if self.open is None:
            self.open = Run(self.blocks[-1])
            self.runs.append(self.open)
        self.open.slots.append((node, is_tail))
        self.open.text += visible


def _is_part(text: str, whole: str, grams: frozenset[str]) -> bool:
    if len(text) < MIN_EXACT:
        return False
    if text[:GRAM] in grams and text in whole:  # the first is cheap, the second reads it all
        return True
    pieces = _grams(text)
    return sum(map(grams.__contains__, pieces)) >= MIN_SHARED * len(pieces)


def _fits(run: Run, before: Run, after: Run) -> bool:
    if run.block.tag not in GAPS or run.block.find(".//a") is not None:
        return False
    return run.block.getparent() in (before.block.getparent(), after.block.getparent())


def _grams(text: str) -> list[str]:
    return [text[start : start + GRAM] for start in range(len(text) - GRAM + 1)]
