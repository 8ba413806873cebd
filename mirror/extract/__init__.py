"""Page -> article: what each part of it is, by the layer that knows best.

Pure: no clock, no network, no log, no disk but for the gate's own model, read once.
"""

from zoneinfo import ZoneInfo

from mirror.article import Extract, Problem, Source
from mirror.extract import rules
from mirror.extract.facts import authors, metadata, when
from mirror.extract.facts.structured import Node, article_node
from mirror.extract.layers import find_body
from mirror.extract.markup import inner_html
from mirror.extract.multipage.paging import Place, first_page, next_page
from mirror.extract.page import Page, running_text
from mirror.extract.parsing import parse_page
from mirror.extract.quality import Found, judge, layout_changed
from mirror.extract.site_config import complete


def extract(
    html: str, url: str, source: Source, *, final_url: str = "", place: Place | None = None
) -> Extract:
    """Find the article on a decoded page; what is no article has a `problem` and its `detail`.

    `url` is the address that was asked for, `final_url` the one that answered; `place` says which
    page of its article this is, where it is known to be a further one. A page on which no body
    rule of the source matches falls on to the next layers and says so in `detail`.
    """
    page = parse_page(html, url, final_url)
    at = final_url or url
    seen = find(page, source)
    node = seen.node
    problem, detail = _judged(seen)
    by_rule = rules.by_rules(page, source.rules.date)
    found = Extract(
        url=url,
        canonical=metadata.canonical(page, node, source),
        title=seen.title,
        published=when.published(
            page, node, zone=ZoneInfo(source.timezone), heading=seen.title, by_rule=by_rule
        ),
        authors=seen.authors,
        html=inner_html(seen.body),
        text=seen.text,
        base_url=page.base_url,
        strategy=seen.strategy,
        agreement=seen.agreement,
        problem=problem,
        detail=detail,
        first_page="" if place else first_page(page, at, source),
        next_page=next_page(page, at, source, place or Place(at, 1)),
    )
    return complete(found, page, node, source)


def find(page: Page, source: Source) -> Found:
    """Title, authors and body of a page, not judged yet."""
    node = article_node(page)
    heading = _heading(page, node, source)
    names = authors.authors(
        page, node, source, heading=heading, by_rule=rules.by_rules(page, source.rules.author)
    )
    body = find_body(page, node, source, title=heading, authors=names)
    text = running_text(body.element) if body.element is not None else ""
    element, strategy, agreement = body.element, body.strategy, body.agreement
    return Found(page, node, source, heading, text, element, strategy, names, agreement)


def _judged(found: Found) -> tuple[Problem | None, str]:
    """The page's problem and its evidence; of an article None, and whether a rule failed."""
    return judge(found) or (None, layout_changed(found.missed) if found.missed else "")


def _heading(page: Page, node: Node, source: Source) -> str:
    by_rule = rules.by_rules(page, source.rules.title)
    return by_rule[0] if by_rule else metadata.title(page, node, source)
