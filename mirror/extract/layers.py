"""Where on a page the article is: the layers, best first, each asked when those before fail."""

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from mirror.article import Source
from mirror.extract import rules
from mirror.extract.body import phrases
from mirror.extract.body.blocks import (
    Run,
    choose,
    length,
    runs_of,
    squeezed,
    with_gaps_filled,
    without_head,
)
from mirror.extract.body.density import densest, is_cjk_page
from mirror.extract.body.extractors import (
    by_readability,
    by_resiliparse,
    by_trafilatura,
    is_ordinary,
)
from mirror.extract.body.furniture import clear
from mirror.extract.body.lead import with_lead
from mirror.extract.body.links import Links, unlinked
from mirror.extract.body.pruning import prune
from mirror.extract.body.trimming import Heading, trimmed
from mirror.extract.body.votes import Ballot, elect
from mirror.extract.facts.structured import Node, text_of, text_with_lines
from mirror.extract.page import BLOCKS, Element, Page, lines, weight
from mirror.extract.site_config import STRATEGY, cut_to_config
from mirror.extract.sites import TIDY

MIN_BODY = 600  # weight: a structured `articleBody` below that is often a stub
MIN_FOUND = 0.9  # of a structured body must be in the page's DOM for it to be believed
MIN_PROSE = 0.15  # of the paragraphs: a generic body with less is a caption, a teaser or a stub
EXTRACTORS = (by_trafilatura, by_resiliparse, by_readability)  # best first, dear last


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """An element whose content is the article, the layer that found it, and how sure it is."""

    element: Element | None
    strategy: str  # as `Extract.strategy`
    agreement: float = 1.0  # as `Extract.agreement`


@dataclass(frozen=True, slots=True, eq=False)
class Canvas:
    """A page's text as runs of a tree that may be cut, with what the page says of its article."""

    page: Page
    root: Element
    runs: list[Run]
    title: str
    authors: tuple[str, ...]
    heading: Heading
    links: Links
    is_cjk: bool

    def cut_down(self, chosen: Iterable[Run]) -> Element:
        """The tree without all but the chosen runs and what belongs to them."""
        for run in self.runs:  # pruning would take a title back as the heading of what follows
            if run.text in self.heading.titles:
                run.clear()
        runs = [run for run in self.runs if run.text not in self.heading.titles]
        prune(self.root, runs, without_head(list(chosen), self.title, self.authors))
        clear(self.root)
        return rules.innermost(self.root)

    def located(self, text: str) -> list[Run]:
        """The runs whose text is in `text`, but for what is not the article."""
        return self.trimmed(with_gaps_filled(self.runs, choose(self.runs, text)))

    def densest(self) -> list[Run]:
        """The runs where the page's prose is, but for what is not the article."""
        free = [len(unlinked(run, self.links.inside)) for run in self.runs]
        return self.trimmed(densest(self.runs, free))

    def trimmed(self, chosen: list[Run]) -> list[Run]:
        kept = trimmed(chosen, self.heading, links=self.links, is_cjk=self.is_cjk)
        known = self.heading.titles.union(self.heading.summaries)
        return with_lead(self.runs, kept, linked=self.links.inside, known=known)


def find_body(
    page: Page, node: Node, source: Source, *, title: str, authors: tuple[str, ...]
) -> Body:
    """The article by the first layer that has one; an element of None when no layer has."""
    body = by_rules(page, source)
    if body is None:
        canvas = _canvas(page, node, title, authors=authors)
        body = by_structured_data(canvas, node) or by_votes(canvas)
        body = by_site_config(body, page, source)
    if body.element is not None and (tidy := TIDY.get(source.name)):
        tidy(body.element, page)
    return body


def by_rules(page: Page, source: Source) -> Body | None:
    """The body that the source's selectors find."""
    element = rules.body_by_rules(page, source.rules)
    return None if element is None else Body(element, "rules")


def by_site_config(body: Body, page: Page, source: Source) -> Body:
    """`body`, cut to where a public site config lets it begin and end, where they agree."""
    config, found = source.site_config, body.element
    if config is None or found is None or not cut_to_config(found, page, config):
        return body
    return replace(body, strategy=STRATEGY)


def by_structured_data(canvas: Canvas, node: Node) -> Body | None:
    """The body that JSON-LD or microdata carries, found again in the page.

    None when there is none, or it is not all there.
    """
    text = text_with_lines(node.get("articleBody")) or _microdata(canvas.page)
    if weight(text) < MIN_BODY:
        return None
    found = choose(canvas.runs, text)
    if length(found) < MIN_FOUND * len(squeezed(text)):
        return None
    return Body(canvas.cut_down(canvas.located(text)), "structured")


def by_votes(canvas: Canvas) -> Body:
    """The body that the generic extractors agree on; all the page's prose where none finds it."""
    ordinary = is_ordinary(canvas.page)
    dense = canvas.densest() if canvas.is_cjk and ordinary else []
    prose = [run for run in dense or canvas.runs if run.is_prose]

    def ballot(extractor: Callable[[Page], str]) -> Ballot:
        found = canvas.located(extractor(canvas.page))
        is_foot = all(phrases.RIGHTS.search(run.text) for run in found)
        return [] if is_foot else found

    voters = [partial(ballot, extractor) for extractor in (EXTRACTORS if ordinary else ())]
    least = MIN_PROSE * length(prose)
    outcome = elect([lambda: dense, *voters] if dense else voters, least=least)
    chosen = outcome.chosen or prose
    strategy = ("fallback", "generic", "votes")[min(outcome.voters, 2)]
    return Body(canvas.cut_down(chosen) if chosen else None, strategy, outcome.agreement)


def _canvas(page: Page, node: Node, title: str, *, authors: tuple[str, ...]) -> Canvas:
    root = copy.deepcopy(page.readable)
    titles = [title, text_of(node.get("headline")), *page.metas("og:title", "twitter:title")]
    titles += page.headlines.values()
    said = page.metas("description", "og:description", "twitter:description")
    said.append(text_of(node.get("description")))
    heading = Heading(frozenset(map(squeezed, titles)), tuple(map(squeezed, said)))
    runs = runs_of(root)
    if is_cjk := is_cjk_page(runs):
        runs = runs_of(root, BLOCKS | {"br"})  # there `br` often stands for `p`
    return Canvas(page, root, runs, title, authors, heading, Links.of(root, page.base_url), is_cjk)


def _microdata(page: Page) -> str:
    """The text of the elements that microdata marks as the article's body."""
    found = page.readable.xpath("//*[contains(@itemprop, 'articleBody')]")
    return "\n".join(map(lines, found))
