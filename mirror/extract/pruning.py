"""Cutting a tree down to some of its text runs, with the pictures and captions among them."""

from collections.abc import Iterable

from mirror.extract.blocks import Run
from mirror.extract.page import BLOCKS, SILENT, Element, unlink

MEDIA = frozenset({"img", "picture", "video", "audio", "iframe", "amp-img", "embed", "object"})
KEPT_SPACE = frozenset({"pre", "textarea"})
LAYOUT = " \t\n\r\f\xa0\u3000"  # hard spaces between blocks only make a gap
EMPTY = frozenset({"br", "hr", "wbr", "source", "track", "col"})  # elements without content


def prune(root: Element, runs: Iterable[Run], chosen: Iterable[Run]) -> None:
    """Cut `root` down to the chosen runs and the pictures and captions among them."""
    kept = set(chosen)
    shown = _ancestors(run.block for run in kept)
    held = _ancestors(run.block for run in runs)
    media = {item for item in root.iter(*MEDIA) if _belongs(item, shown, held)}
    figures = {item for item in shown | _ancestors(media) if item.tag == "figure"}
    for run in runs:
        if run not in kept and figures.isdisjoint((run.block, *run.block.iterancestors())):
            run.clear()
    _drop_hollow(root, media)


def close_up(body: Element) -> None:
    """Take out the white space that lays out the page's source between blocks: none of it shows."""
    kept = {node for held in body.iter(*KEPT_SPACE) for node in held.iter()}
    for node in [one for one in body.iter() if one not in kept]:
        after = node[0] if len(node) else None
        if after is not None and _is_layout(node.text, None, after):
            node.text = None
        for child in node:
            if _is_layout(child.tail, child, child.getnext()):
                child.tail = None


def _is_layout(text: str | None, before: Element | None, after: Element | None) -> bool:
    """Is `text` white space with a block's edge at its side?"""
    beside = [one for one in (before, after) if one is not None]
    return (
        bool(text) and not (text or "").strip(LAYOUT) and any(one.tag in BLOCKS for one in beside)
    )


def _ancestors(elements: Iterable[Element]) -> set[Element]:
    """The elements and all that hold them."""
    found: set[Element] = set()
    for element in elements:
        node: Element | None = element
        while node is not None and node not in found:
            found.add(node)
            node = node.getparent()
    return found


def _belongs(medium: Element, shown: set[Element], held: set[Element]) -> bool:
    """Is a picture part of the story: is the nearest text around it, captions apart, kept text?"""
    for up in medium.iterancestors():
        if up.tag in ("figure", "figcaption"):
            continue
        if up in held:
            return up in shown and up.tag != "body"
    return False


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
