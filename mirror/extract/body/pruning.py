"""Cutting a tree down to some of its text runs, with the pictures and captions among them."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from mirror.extract.body import pictures
from mirror.extract.body.blocks import Run
from mirror.extract.body.headings import with_headings
from mirror.extract.page import SILENT, Element, unlink

EMPTY = frozenset({"br", "hr", "wbr", "source", "track", "col"})  # elements without content


def prune(root: Element, runs: Sequence[Run], chosen: Iterable[Run]) -> None:
    """Cut `root` down to the chosen runs and the pictures and captions among them.

    What is kept as a caption becomes a `figcaption`, for it is no running text.
    """
    kept = with_headings(runs, set(chosen))
    shown = _ancestors(run.block for run in kept)
    story = pictures.Story.of(root, kept, shown) if kept else None
    media = pictures.of_story(root, runs, story) if story else set()
    framed = _ancestors(media)
    captioned = cache(_is_captioned)
    stay = set(kept)
    for run in (run for run in runs if run not in stay):
        caption = _caption(run, framed, shown, captioned) if framed else None
        if caption is None:
            run.clear()
        else:
            caption.tag = "figcaption"
    _drop_hollow(root, media)


def _caption(
    run: Run, framed: set[Element], shown: set[Element], captioned: Callable[[Element], bool]
) -> Element | None:
    """The element that is a kept picture's caption with that text, in a box of nothing else."""
    element, is_tail = run.slots[0]
    node = element.getparent() if is_tail else element
    path: list[Element] = []
    while node is not None and node not in framed and len(path) < pictures.DEEPEST:
        path.append(node)
        node = node.getparent()
    if node not in framed or (node in shown and node.tag != "figure"):
        return None
    named = [one for one in path if pictures.is_caption(one)]
    if named or node.tag != "figure" or captioned(node):
        return named[-1] if named else None
    return path[-1] if path else None


def _is_captioned(figure: Element) -> bool:
    return any(map(pictures.is_caption, figure.iterdescendants()))


def _ancestors(elements: Iterable[Element]) -> set[Element]:
    """The elements and all that hold them."""
    found: set[Element] = set()
    for element in elements:
        node: Element | None = element
        while node is not None and node not in found:
            found.add(node)
            node = node.getparent()
    return found


def _drop_hollow(root: Element, media: set[Element]) -> None:
    """Remove what neither shows text nor holds a kept picture."""
    full = _ancestors(media)
    for node in reversed(list(root.iter())):
        if not isinstance(node.tag, str) or node.tag in SILENT:
            unlink(node)
        elif node in full or node.tag in EMPTY or node is root:
            continue
        elif not (node.text or "").strip() and not _shows_children(node):
            unlink(node)


def _shows_children(node: Element) -> bool:
    """Has `node` a child with content left, or text behind one? A cell holds its column's place."""
    shown = any(child.tag not in EMPTY or (child.tail or "").strip() for child in node)
    return shown or node.tag in ("td", "th")
