"""Which pictures and players of a page belong to the story, given the text that does."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal, Self

import lxml.etree
from lxml.html import HtmlElement as Element

from mirror.extract.body.blocks import Run
from mirror.extract.body.furniture import is_beside, is_box, named, names_beside
from mirror.extract.page import BLOCKS, UNREAD
from mirror.normalise.pictures import is_beacon

MEDIA = ("img", "video", "audio", "iframe", "embed", "object")
MOSTLY = 0.7  # of the chosen text: the deepest element with so much of it is the story's own
MAX_TEXT = 400  # characters beside a picture in its box: more is a box of its own
DEEPEST = 100  # elements between a picture and what it shares with the story; sites have 30
_CAPTIONS = frozenset({"caption", "captions", "legend", "credit", "credits", "copyright"})
# Words of class names and of file names: a sign of the site's, not a picture of the story.
_SIGNS = frozenset({
    "logo", "logos", "icon", "icons", "avatar", "sprite", "spinner", "loader", "loading", "zoom",
    "arrow", "button", "badge", "pixel", "blank", "spacer",
})  # fmt: skip
_WORDS = re.compile(r"[a-z]+")
_SMALL = 80  # pixels: a picture that is less wide or high is a sign
_INLINE = 2000  # characters of a picture that stands in its address: one with less is a blank
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])", re.IGNORECASE)

Place = Literal["before", "amid", "after"]


@dataclass(frozen=True, slots=True)
class Story:
    """Where on a page the chosen text stands."""

    home: Element  # the deepest element that holds most of it
    first: Element  # blocks: of its first piece and of its last inside `home`
    last: Element
    holders: Collection[Element]  # all that hold `home`
    blocks: Collection[Element]
    shown: Collection[Element]  # the blocks, and all that hold them

    @classmethod
    def of(cls, root: Element, runs: Sequence[Run], shown: Collection[Element]) -> Self:
        """Where the chosen `runs` below `root` stand; there is one at least."""
        held: dict[Element, int] = {}
        for run in runs:
            for up in (run.block, *run.block.iterancestors()):
                held[up] = held.get(up, 0) + len(run.text)
        home, most = root, MOSTLY * held[root]
        while (inner := next((one for one in home if held.get(one, 0) >= most), None)) is not None:
            home = inner
        inside = [run.block for run in runs if home in (run.block, *run.block.iterancestors())]
        holders = frozenset(home.iterancestors())
        blocks = frozenset(run.block for run in runs)
        return cls(home, inside[0], inside[-1], holders, blocks, shown)


def is_caption(element: Element) -> bool:
    """Is that the caption of a picture: by its tag, or by its name?"""
    if element.tag == "figcaption":
        return True
    return named(element, _CAPTIONS) and next(element.iter(*MEDIA), None) is None


def of_story(root: Element, runs: Iterable[Run], story: Story) -> set[Element]:
    """The pictures and players that stand in the story's text or, as its own, above it.

    `runs` are all that `root` shows.
    """
    boxes = _Boxes(runs)
    placed = _placed(root, story)
    return {medium for medium, place in placed if _belongs(medium, place, story, boxes)}


def _placed(root: Element, story: Story) -> Iterator[tuple[Element, Place]]:
    """Every medium and where it stands: before, amid or after the chosen text."""
    first, last = story.first, story.last
    held = frozenset(last.iter(*MEDIA))
    place: Place = "before"
    ended = False
    for node in root.iter(*MEDIA, str(first.tag), str(last.tag)):
        if node is first:
            place = "amid"
        if node.tag in MEDIA:
            yield node, "after" if ended and node not in held else place
        ended = ended or node is last


def _belongs(medium: Element, place: Place, story: Story, boxes: "_Boxes") -> bool:
    """Is a medium neither a sign nor in a box of something else, and near enough to the story?"""
    nest = None if _is_sign(medium) else _Nest.of(medium, story, boxes)
    if nest is None or nest.is_beside():
        return False
    if nest.is_line(story):
        return True
    if any(one.tag == "a" for one in (*nest.around, *nest.above)) or boxes.has_twin_link(nest):
        return False
    inside = nest.top is story.home
    if place == "after":
        return inside and not nest.around and not _leads_away(nest, boxes)
    if inside:
        return place == "before" or boxes.text_size(nest.frame) <= MAX_TEXT
    return nest.top.tag != "body" and not _leads_away(nest, boxes)


class _Boxes:
    """What is asked of the elements that hold pictures, read once: thousands may share one."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._runs = runs
        self._sizes: dict[Element, int] = {}
        self._links: dict[Element, Counter[str]] = {}
        self._twins: dict[Element, bool] = {}
        self._captions: dict[Element, bool] = {}

    @cached_property
    def with_text(self) -> set[Element]:
        """Those that show text, captions apart."""
        found: set[Element] = set()
        for element, is_tail in (slot for run in self._runs for slot in run.slots):
            node = element.getparent() if is_tail else element
            while node is not None and node not in found and not is_caption(node):
                found.add(node)
                node = node.getparent()
        return found

    def text_size(self, box: Element) -> int:
        """As `spare_text`, counted to a little over `MAX_TEXT`."""
        if box not in self._sizes:
            self._sizes[box] = spare_text(box, MAX_TEXT)
        return self._sizes[box]

    def has_caption(self, box: Element) -> bool:
        if box not in self._captions:
            self._captions[box] = any(map(is_caption, box.iter()))
        return self._captions[box]

    def has_twin_link(self, nest: "_Nest") -> bool:
        """Leads the picture to where a text beside it leads, too: a teaser of another story?"""
        unit = nest.unit
        if unit not in self._twins:
            own = self._hrefs(unit)
            self._twins[unit] = bool(own) and any(
                self._hrefs(one)[href] > count for one in nest.around for href, count in own.items()
            )
        return self._twins[unit]

    def _hrefs(self, box: Element) -> Counter[str]:
        if box not in self._links:
            hrefs = (link.get("href") for link in box.iter("a"))
            self._links[box] = Counter(href for href in hrefs if href is not None)
        return self._links[box]


@dataclass(frozen=True, slots=True)
class _Nest:
    """The elements that hold a medium, from the inside."""

    medium: Element
    unit: Element  # the largest that shows the medium and its caption only
    around: list[Element]  # then those that show more, but no text of the story
    path: list[Element]  # all without text of the story
    above: list[Element]  # then those with some of it
    top: Element  # at last the story's own element, or the first that holds that one, too

    @classmethod
    def of(cls, medium: Element, story: Story, boxes: _Boxes) -> Self | None:
        """None for a medium that has no element in common with the story, or one far above it."""
        path: list[Element] = []
        above: list[Element] = []
        for up in islice(medium.iterancestors(), DEEPEST):
            if up is story.home or up in story.holders:
                full = (at for at, one in enumerate(path) if one in boxes.with_text)
                at = next(full, len(path))
                return cls(medium, [medium, *path][at], path[at:], path, above, up)
            (above if above or up in story.shown else path).append(up)
        return None

    @property
    def frame(self) -> Element:
        """The largest element about the medium without text of the story."""
        return self.path[-1] if self.path else self.medium

    def is_beside(self) -> bool:
        """Does one of the elements belong to something beside the story?"""
        named = any(map(names_beside, self.path))
        return named or any(map(is_beside, self.around)) or any(map(is_box, self.above))

    def is_line(self, story: Story) -> bool:
        """Stands the medium in a line of the story's text?"""
        block = self.above[0] if self.above else self.top
        return block in story.blocks and not any(one.tag in BLOCKS for one in self.path)


def _is_sign(medium: Element) -> bool:
    """Is a medium there to count readers, to show whose page it is, or to be filled by a script?"""
    src = medium.get("src", "")
    if is_beacon(medium.attrib) or named(medium, _SIGNS):
        return True
    if medium.tag != "img":
        return False
    if src.startswith("data:") or not src:
        return len(src) < _INLINE
    file = src.partition("?")[0].rpartition("/")[2].lower()
    sides = (medium.get("width", ""), medium.get("height", ""))
    small = any(side.isascii() and side.isdigit() and 0 < int(side[:6]) < _SMALL for side in sides)
    return small or file.endswith(".svg") or not _SIGNS.isdisjoint(_WORDS.findall(file))


def _leads_away(nest: _Nest, boxes: _Boxes) -> bool:
    """Is a medium a link to something other than a picture, and has it no caption?"""
    links = [up for up in nest.path[: len(nest.path) - len(nest.around)] if up.tag == "a"]
    hrefs = [link.get("href") or "#" for link in links]
    away = any(href[0] != "#" and not _PICTURE_FILE.search(href) for href in hrefs)
    return away and not boxes.has_caption(nest.unit)


def spare_text(element: Element, limit: int) -> int:
    """How many characters `element` shows, captions apart; counting stops beyond `limit`."""
    count = 0
    walk = lxml.etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if is_caption(node) or node.tag in UNREAD:
                walk.skip_subtree()
            else:
                count += _length(node.text)
        elif node is not element:
            count += _length(node.tail)
        if count > limit:
            break
    return count


def _length(text: str | None) -> int:
    return len("".join(text.split())) if text else 0
