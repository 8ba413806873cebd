"""The article of a Chinese or Japanese page: where its prose stands thickest.

Extractors tell paragraphs by their words and words by spaces, so where a page has no spaces and no
`p`, they take its comments or all of it. Here sentences are counted in characters instead.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from mirror.extract.body.blocks import Run, length
from mirror.extract.page import Element, cjk_characters

CJK_PAGE = 0.4  # of a page's characters: where so many are East Asian, they carry its text
SENTENCE = 20  # characters of a sentence: headlines and names of people are shorter
LONE = 100  # characters: so long a text needs no other beside it to be prose
LONE_SHARE = 0.2  # what a sentence alone among short texts counts: a comment; below a link, nothing
EXPONENT = 1.5  # ten comments weigh less than two paragraphs of the same length in sum
HOME = 0.6  # of the prose in one element: the article is in there
SOLE_HOME = 0.9  # the same for one text alone: with less it is the longest paragraph
# An article is never inside one of these, even if it is all that it has.
_PARTS = frozenset({"blockquote", "dd", "dl", "li", "ol", "p", "pre", "ul"})
_MARKS = frozenset("。，、！？；：")


def is_cjk_page(runs: Sequence[Run]) -> bool:
    """Is much of the page's text in East Asian characters?"""
    return sum(cjk_characters(run.text) for run in runs) >= CJK_PAGE * max(length(runs), 1)


def densest(runs: Sequence[Run], unlinked: Sequence[int]) -> list[Run]:
    """The runs in the smallest element that holds most of the page's prose.

    `unlinked` says how many characters of each run are in no link. [] for a page without East
    Asian prose. Takes time by the number of runs and their depth, so the page must be ordinary.
    """
    weights = _weights(runs, unlinked)
    if not (total := sum(weights)):
        return []
    held: dict[Element, float] = defaultdict(float)
    number: Counter[Element] = Counter()
    for run, weight in zip(runs, weights, strict=True):
        node: Element | None = run.block
        while node is not None:
            held[node] += weight
            number[node] += 1
            node = node.getparent()

    def is_home(element: Element) -> bool:
        share = SOLE_HOME if number[element] == 1 else HOME
        return element.tag not in _PARTS and held[element] >= share * total

    home = runs[0].block.getroottree().getroot()
    while inner := [child for child in home if child in held and is_home(child)]:
        home = inner[0]
    inside = set(home.iter())
    return [run for run in runs if run.block in inside]


def _weights(runs: Sequence[Run], unlinked: Sequence[int]) -> list[float]:
    """How much each run tells for its place being the article's."""
    is_sentence = [
        free >= SENTENCE and not _MARKS.isdisjoint(run.text)
        for run, free in zip(runs, unlinked, strict=True)
    ]
    fenced = [False, *is_sentence, False]
    weights = []
    for place, free in enumerate(unlinked):
        share = 1.0 if is_sentence[place] else 0.0
        if free < LONE and not (fenced[place] or fenced[place + 2]):
            is_summary = place > 0 and not unlinked[place - 1]
            share *= 0.0 if is_summary else LONE_SHARE
        weights.append(share * free**EXPONENT)
    return weights
