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
from mirror.extract.blocks import choose, prune, runs_of, squeezed, without_head
from mirror.extract.page import Element, Page, parse_page, running_text, weight
from mirror.extract.quality import Found, judge, layout_changed
from mirror.extract.sites import TIDY
from mirror.extract.structured import Node, article_node, text_with_lines

MIN_BODY = 600  # weight: a structured `articleBody` below that is often a stub
MIN_FOUND = 0.9  # of a structured body must be in the page's DOM for it to be believed


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
        body, strategy = (
            located(page, articles_own_text(node), head=head, share=MIN_FOUND),
            "structured",
        )
    if body is None:
        body, strategy = located(page, generic.article_text(page), head=head), "generic"
    if body is not None and (tidy := TIDY.get(source.name)):
        tidy(body, page)
    return body, strategy


def articles_own_text(node: Node) -> str:
    """The text that the structured data carries, if it is more than a stub."""
    text = text_with_lines(node.get("articleBody"))
    return text if weight(text) >= MIN_BODY else ""


def located(page: Page, text: str, *, head: Head, share: float = 0) -> Element | None:
    """A copy of the page cut down to the article that `text` is.

    None when less than `share` of the text is there, or when there is none.
    """
    if not text:
        return None
    root = copy.deepcopy(page.readable)
    runs = runs_of(root)
    chosen = choose(runs, text)
    if not chosen or sum(len(run.text) for run in chosen) < share * len(squeezed(text)):
        return None
    prune(root, runs, without_head(chosen, *head))
    return rules.innermost(root)


def inner_html(element: Element | None) -> str:
    """The HTML of what `element` holds, without comments."""
    if element is None:
        return ""
    lxml.etree.strip_tags(element, lxml.etree.Comment, lxml.etree.ProcessingInstruction)
    parts = [lxml.html.tostring(child, encoding="unicode") for child in element]
    return escape(element.text or "", quote=False) + "".join(parts)


def _heading(page: Page, node: Node, source: Source) -> str:
    by_rule = rules.by_rules(page, source.rules.title)
    return by_rule[0] if by_rule else metadata.title(page, node, source)
