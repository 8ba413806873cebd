"""Where on a page the article is: the layers, best first, each asked when those before fail."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from mirror.article import Source
from mirror.extract import generic, rules
from mirror.extract.blocks import (
    Run,
    choose,
    length,
    runs_of,
    squeezed,
    with_gaps_filled,
    without_head,
)
from mirror.extract.furniture import clear
from mirror.extract.page import Element, Page, weight
from mirror.extract.pruning import prune
from mirror.extract.sites import TIDY
from mirror.extract.structured import Node, text_with_lines

MIN_BODY = 600  # weight: a structured `articleBody` below that is often a stub
MIN_FOUND = 0.9  # of a structured body must be in the page's DOM for it to be believed
MIN_PROSE = 0.15  # of the paragraphs: a generic body with less is a caption, a teaser or a stub

Head: TypeAlias = tuple[str, tuple[str, ...]]  # title and authors: what stands above the text


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """An element whose content is the article, the layer that found it, and how sure it is."""

    element: Element | None
    strategy: str  # as `Extract.strategy`
    agreement: float = 1.0  # as `Extract.agreement`


def find_body(page: Page, node: Node, source: Source, *, head: Head) -> Body:
    """The article by the first layer that has one; an element of None when no layer has."""
    body = by_rules(page, source) or by_structured_data(page, node, head) or by_votes(page, head)
    if body.element is not None and (tidy := TIDY.get(source.name)):
        tidy(body.element, page)
    return body


def by_rules(page: Page, source: Source) -> Body | None:
    """The body that the source's selectors find."""
    element = rules.body_by_rules(page, source.rules)
    return None if element is None else Body(element, "rules")


def by_structured_data(page: Page, node: Node, head: Head) -> Body | None:
    """The body that JSON-LD carries, found again in the page; None when it is not all there."""
    text = text_with_lines(node.get("articleBody"))
    if weight(text) < MIN_BODY:
        return None
    root = copy.deepcopy(page.readable)
    runs = runs_of(root)
    chosen = choose(runs, text)
    if length(chosen) < MIN_FOUND * len(squeezed(text)):
        return None
    return Body(_cut_down(root, runs, chosen, head=head), "structured")


def by_votes(page: Page, head: Head) -> Body:
    """The body by the generic extractor; all the page's prose where it passed over most of it."""
    root = copy.deepcopy(page.readable)
    runs = runs_of(root)
    chosen, strategy = choose(runs, generic.article_text(page)), "generic"
    prose = [run for run in runs if run.is_prose]
    if length(run for run in chosen if run.is_prose) < MIN_PROSE * length(prose):
        chosen, strategy = prose, "fallback"
    return Body(_cut_down(root, runs, chosen, head=head) if chosen else None, strategy, 0.0)


def _cut_down(root: Element, runs: list[Run], chosen: Iterable[Run], *, head: Head) -> Element:
    prune(root, runs, without_head(with_gaps_filled(runs, chosen), *head))
    clear(root)
    return rules.innermost(root)
