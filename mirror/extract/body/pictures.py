"""Which pictures and players of a page belong to the story, given the text that does."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Self

import lxml.etree
from lxml.html import HtmlElement as Element

from mirror.extract.body.blocks import Run
from mirror.extract.body.furniture import is_beside, is_box, named, names_beside
from mirror.extract.page import BLOCKS
from mirror.normalise.pictures import is_beacon

MEDIA = ("img", "video", "audio", "iframe", "embed", "object")
MOSTLY = 0.7  # of the chosen text: the deepest element with so much of it is the story's own
MAX_TEXT = 400  # characters beside a picture in its box: more is a box of its own
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
        return cls(home, inside[0], inside[-1], frozenset(run.block for run in runs), shown)


def is_caption(element: Element) -> bool:
    """Is that the caption of a picture: by its tag, or by its name?"""
    if element.tag == "figcaption":
        return True
    return named(element, _CAPTIONS) and next(element.iter(*MEDIA), None) is None


def of_story(root: Element, story: Story) -> set[Element]:
    """The pictures and players that stand in the story's text or, as its own, above it."""
    return {medium for medium, place in _placed(root, story) if _belongs(medium, place, story)}


def _placed(root: Element, story: Story) -> Iterator[tuple[Element, Place]]:
    """Every medium and where it stands: before, amid or after the chosen text."""
    first, last = story.first, story.last
    place: Place = "before"
    ended = False
    for node in root.iter(*MEDIA, str(first.tag), str(last.tag)):
        if node is first:
            place = "amid"
        if node.tag in MEDIA:
            yield node, "after" if ended and last not in node.iterancestors() else place
        ended = ended or node is last


def _belongs(medium: Element, place: Place, story: Story) -> bool:
    """Is a medium neither a sign nor in a box of something else, and near enough to the story?"""
    nest = None if _is_sign(medium) else _Nest.of(medium, story)
    if nest is None or nest.is_beside():
        return False
    if nest.is_line(story):
        return True
    if any(one.tag == "a" for one in (*nest.around, *nest.above)) or _has_twin_link(nest):
        return False
    inside = nest.top is story.home
    if place == "after":
        return inside and not nest.around and not _leads_away(nest)
    if inside:
        return place == "before" or spare_text(nest.frame, MAX_TEXT) <= MAX_TEXT
    return nest.top.tag != "body" and not _leads_away(nest)


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
    def of(cls, medium: Element, story: Story) -> Self | None:
        """None for a medium that has no element in common with the story."""
        path: list[Element] = []
        above: list[Element] = []
        for up in medium.iterancestors():
            if up is story.home or (up in story.shown and story.home in up.iterdescendants()):
                full = (at for at, one in enumerate(path) if spare_text(one, 0))
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


def _leads_away(nest: _Nest) -> bool:
    """Is a medium a link to something other than a picture, and has it no caption?"""
    links = [up for up in nest.path[: len(nest.path) - len(nest.around)] if up.tag == "a"]
    hrefs = [link.get("href") or "#" for link in links]
    away = any(href[0] != "#" and not _PICTURE_FILE.search(href) for href in hrefs)
    return away and not any(map(is_caption, nest.unit.iter()))


def _has_twin_link(nest: _Nest) -> bool:
    """Leads the picture to where a text beside it leads, too: a teaser of another story?"""
    inside = set(nest.unit.iter("a"))
    hrefs = {link.get("href") for link in inside} - {None}
    beside = (link for one in nest.around for link in one.iter("a") if link not in inside)
    return bool(hrefs) and any(link.get("href") in hrefs for link in beside)


def spare_text(element: Element, limit: int) -> int:
    """How many characters `element` shows, captions apart; counting stops beyond `limit`."""
    count = 0
    walk = lxml.etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if is_caption(node):
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
