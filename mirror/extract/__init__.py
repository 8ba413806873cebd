"""Page -> article. Layers, best first: the source's rules, structured data, a generic extractor.

Pure: no clock, no network, no disk, no log.
"""

import copy
from html import escape
from zoneinfo import ZoneInfo

import lxml.etree
import lxml.html

from mirror.article import Extract, Source
from mirror.extract import authors, generic, metadata, rules, when
from mirror.extract.blocks import (
    Run,
    choose,
    length,
    runs_of,
    squeezed,
    with_gaps_filled,
    without_head,
)
from mirror.extract.page import Element, Page, parse_page, running_text, weight
from mirror.extract.pruning import close_up, prune
from mirror.extract.quality import Found, judge, layout_changed
from mirror.extract.sites import TIDY
from mirror.extract.structured import Node, article_node, text_with_lines

MIN_BODY = 600  # weight: a structured `articleBody` below that is often a stub
MIN_FOUND = 0.9  # of a structured body must be in the page's DOM for it to be believed
MIN_PROSE = 0.15  # of the paragraphs: a generic body with less is a caption, a teaser or a stub

Head = tuple[str, tuple[str, ...]]  # title and authors: what stands above the text on a page


def extract(html: str, url: str, source: Source, *, final_url: str = "") -> Extract:
    """Find the article on a decoded page; what is no article has a `problem` and its `detail`.

    `url` is the address that was asked for, `final_url` the one that answered. A page on which
    no body rule of the source matches falls on to the next layers and says so in `detail`.
    """
    page = parse_page(html, url, final_url)
    node = article_node(page)
    heading = _heading(page, node, source)
    names = authors.authors(page, node, rules.by_rules(page, source.rules.author))
    body, strategy = find_body(page, node, source, head=(heading, names))
    text = running_text(body) if body is not None else ""
    missed = source.rules.body if strategy != "rules" else ()
    verdict = judge(Found(page, node, source, heading, text, body, strategy, missed, weight(text)))
    problem, detail = verdict or (None, layout_changed(missed) if missed else "")
    by_rule = rules.by_rules(page, source.rules.date)
    return Extract(
        url=url,
        canonical=metadata.canonical(page, node, source),
        title=heading,
        published=when.published(page, node, zone=ZoneInfo(source.timezone), by_rule=by_rule),
        authors=names,
        html=inner_html(body),
        text=text,
        base_url=page.base_url,
        strategy=strategy,
        problem=problem,
        detail=detail,
    )


def find_body(page: Page, node: Node, source: Source, *, head: Head) -> tuple[Element | None, str]:
    """The element whose content is the article, by the first layer that has one, and its name."""
    body, strategy = rules.body_by_rules(page, source.rules), "rules"
    if body is None:
        body, strategy = by_structured_data(page, node, head), "structured"
    if body is None:
        body, strategy = by_extractor(page, head), "generic"
    if body is not None and (tidy := TIDY.get(source.name)):
        tidy(body, page)
    return body, strategy


def by_structured_data(page: Page, node: Node, head: Head) -> Element | None:
    """The body that JSON-LD carries, found again in the page; None when it is not all there."""
    text = text_with_lines(node.get("articleBody"))
    if weight(text) < MIN_BODY:
        return None
    root = copy.deepcopy(page.readable)
    runs = runs_of(root)
    chosen = choose(runs, text)
    if length(chosen) < MIN_FOUND * len(squeezed(text)):
        return None
    return _cut_down(root, runs, chosen, head=head)


def by_extractor(page: Page, head: Head) -> Element | None:
    """The body by the generic extractor; all the page's prose where it passed over most of it."""
    root = copy.deepcopy(page.readable)
    runs = runs_of(root)
    chosen = choose(runs, generic.article_text(page))
    prose = [run for run in runs if run.is_prose]
    if length(run for run in chosen if run.is_prose) < MIN_PROSE * length(prose):
        chosen = prose
    return _cut_down(root, runs, chosen, head=head) if chosen else None


def _cut_down(root: Element, runs: list[Run], chosen: list[Run], *, head: Head) -> Element:
    prune(root, runs, without_head(with_gaps_filled(runs, chosen), *head))
    return rules.innermost(root)


def inner_html(element: Element | None) -> str:
    """The HTML of what `element` holds, without comments and the white space between blocks."""
    if element is None:
        return ""
    lxml.etree.strip_tags(element, lxml.etree.Comment, lxml.etree.ProcessingInstruction)
    close_up(element)
    parts = [lxml.html.tostring(child, encoding="unicode") for child in element]
    return escape(element.text or "", quote=False) + "".join(parts)


def _heading(page: Page, node: Node, source: Source) -> str:
    by_rule = rules.by_rules(page, source.rules.title)
    return by_rule[0] if by_rule else metadata.title(page, node, source)
