"""What extractors take for the article though it is not: each rule by structure, not by site.

Each is here because it made more pages better than worse, measured on half of the pages of the
article-extraction-benchmark and fundus sets; those for Chinese, on pages made for the tests.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from mirror.extract.body import phrases
from mirror.extract.body.blocks import LONG, Run, length
from mirror.extract.body.chinese_boxes import without_boxes
from mirror.extract.body.links import Links, unlinked
from mirror.extract.body.pictures import is_caption
from mirror.extract.page import Element

HOME = 0.8  # of the chosen text lies in one element: what lies elsewhere is a teaser or a menu
MUCH = 0.3  # of the chosen text in an element: whatever its class says, it holds the story
MAX_DROPPED = 0.25  # of the chosen text: a rule that drops more mistakes the story for furniture
SHORT = 250  # size: a longer paragraph is no "Read also" and no credit line
ALL_LINK, MOSTLY_LINK = 0.9, 0.6  # of a run's text
TAIL = 8  # runs at the end that may be credits
LINKED = frozenset(
    {"p", "div", "h2", "h3", "h4", "h5", "li", "section"}
)  # where a link alone is furniture
NEAR = 3  # levels above a text whose class says what it is
LONGEST_CAPTION = 400  # size
CAPTION_NEAR = 4  # levels from a text up to what makes it a caption
# What a figure may hold that is no caption, and where the search for one ends.
_HOLDERS = frozenset({"blockquote", "body", "html", "ol", "pre", "table", "ul"})


@dataclass(frozen=True, slots=True)
class Heading:
    """What a page says stands above its text; all without white space."""

    titles: frozenset[str] = frozenset()
    summaries: tuple[str, ...] = ()


def trimmed(
    chosen: list[Run],
    heading: Heading,
    *,
    links: Links,
    is_cjk: bool = False,
) -> list[Run]:
    """Leave out of `chosen` (in document order) what is not the article."""
    if not chosen:
        return []
    root = chosen[0].block.getroottree().getroot()
    kept = _without_furniture(chosen, root)
    kept = _in_one_place(kept, root, heading)
    kept = _without_captions([run for run in kept if run.text not in heading.titles])
    if is_cjk:
        kept = without_boxes(kept, [unlinked(run, links.inside) for run in kept])
    kept = _without_links(kept, links)
    return _without_tail(kept)


def _without_furniture(chosen: list[Run], root: Element) -> list[Run]:
    held = _held(chosen, root)
    much = MUCH * held[root]
    kept = [run for run in chosen if not _is_furniture(run.block, held, much)]
    return kept if _is_little(chosen, kept) else chosen


def _is_furniture(block: Element, held: dict[Element, int], much: float) -> bool:
    element: Element | None = block
    for level in range(NEAR):
        if element is None or held.get(element, 0) > much:
            return False
        names = _names(element)
        if phrases.FURNITURE.search(names) or (level < 2 and phrases.HIDDEN.search(names)):
            return True
        element = element.getparent()
    return False


def _without_captions(chosen: list[Run]) -> list[Run]:
    """Leave out what figures and captions hold: pruning gives it back to a picture that is kept."""
    kept = [run for run in chosen if not _is_caption(run)]
    return kept if _is_little(chosen, kept) else chosen


def _is_caption(run: Run) -> bool:
    if run.size >= LONGEST_CAPTION:
        return False
    for element in islice((run.block, *run.block.iterancestors()), CAPTION_NEAR):
        if element.tag in _HOLDERS:
            return False
        if element.tag == "figure" or is_caption(element):
            return True
    return False


def _in_one_place(chosen: list[Run], root: Element, heading: Heading) -> list[Run]:
    """Keep what lies in the smallest element with most of the text, or beside it, or sums it up."""
    held = _held(chosen, root)
    home = root
    while inner := [child for child in home if held.get(child, 0) >= HOME * held[root]]:
        home = inner[0]
    inside, around = set(home.iter()), set(home.iterancestors())
    here = [run.block in inside or run.block.getparent() in around for run in chosen]
    long = [place for place, run in enumerate(chosen) if here[place] and run.size >= LONG]
    return [
        run
        for place, run in enumerate(chosen)
        if here[place] or (place < min(long, default=0) and _is_summary(run, heading))
    ]


def _is_summary(run: Run, heading: Heading) -> bool:
    """Is `run` the article's standfirst, by the page's own description or by its class?"""
    if len(run.text) < phrases.MIN_SUMMARY or "caption" in _names(run.block):
        return False
    named = f"{_names(run.block)} {_names(run.block.getparent())}"
    return run.text in heading.summaries or bool(phrases.SUMMARY.search(named))


def _without_links(chosen: list[Run], links: Links) -> list[Run]:
    return [run for run in chosen if not _is_pointer(run, links)]


def _is_pointer(run: Run, links: Links) -> bool:
    """Does a run only point to another story: a lone link, or one behind a label ("Read also: …")?

    One that leads to other sites does not.
    """
    share = 1 - len(unlinked(run, links.inside)) / len(run.text)
    if run.size >= SHORT or share < MOSTLY_LINK:
        return False
    is_alone = share >= ALL_LINK and run.block.tag in LINKED
    is_labelled = (
        len(run.block.findall(".//a")) == 1 and phrases.LABEL.match(_words(run)) is not None
    )
    return (is_alone or is_labelled) and not links.lead_away(run.block)


def _without_tail(chosen: list[Run]) -> list[Run]:
    """Take credits and calls to action off the end."""
    dropped = set()
    for run in reversed(chosen[-TAIL:]):
        if phrases.CHINESE_EDITOR.fullmatch(run.text):
            continue  # of the article, with many; what is not stands after it
        if run.size >= SHORT or not _is_tail(run):
            break
        dropped.add(run)
    kept = [run for run in chosen if run not in dropped]
    return kept if _is_little(chosen, kept) else chosen


def _is_tail(run: Run) -> bool:
    text = _words(run)
    return bool(phrases.TAIL.search(text) or phrases.CHINESE_TAIL.search(text))


def _is_little(chosen: Iterable[Run], kept: Iterable[Run]) -> bool:
    return length(kept) >= (1 - MAX_DROPPED) * length(chosen)


def _held(chosen: Iterable[Run], root: Element) -> dict[Element, int]:
    """How much of the chosen text each element of the page holds; elements with none are absent."""
    held: dict[Element, int] = {root: 0}
    for run in chosen:
        held[run.block] = held.get(run.block, 0) + len(run.text)
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and (size := held.get(element)):
            held[parent] = held.get(parent, 0) + size
    return held


def _words(run: Run) -> str:
    texts = ((element.tail if is_tail else element.text) or "" for element, is_tail in run.slots)
    return " ".join("".join(texts).split())


def _names(element: Element | None) -> str:
    if element is None:
        return ""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()
