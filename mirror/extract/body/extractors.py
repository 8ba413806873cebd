"""Well-kept libraries that say which text of an unknown page is the article.

Each hands over plain text only: where it stands in the page is found again by `blocks.choose`, for
their own HTML has lost captions, the kinds of lists, the spans of tables, and embeds.

Trafilatura is the best of those measured on the article-extraction-benchmark and fundus sets,
Resiliparse costs a tenth of it, and readability-lxml errs on other pages than the two.
"""

import copy
from itertools import islice

import lxml.html

from mirror.extract.page import Element, Page, lines

MAX_ELEMENTS = 50_000  # the libraries' time grows faster than the page
MAX_DEPTH = 200  # elements inside one another: a story lies in 40 at most


def is_ordinary(page: Page) -> bool:
    """Is the page small and flat enough for the extractors to be quick?"""
    depth = deepest = count = 0
    for event, _ in islice(
        lxml.etree.iterwalk(page.readable, events=("start", "end")), 2 * MAX_ELEMENTS + 1
    ):
        depth += 1 if event == "start" else -1
        deepest, count = max(deepest, depth), count + 1
    return count <= 2 * MAX_ELEMENTS and deepest <= MAX_DEPTH


def by_trafilatura(page: Page) -> str:
    """The page's main text, a block a line; "" when there is none.

    Precision is preferred, for of two mistakes a missing caption is the smaller one.
    """
    # Most runs never come here, and trafilatura takes a tenth of a second to import.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    document = bare_extraction(
        _document(page),
        url=page.url,
        favor_precision=True,
        include_comments=False,
        with_metadata=False,
    )
    return (document.text or "") if isinstance(document, Document) else ""


def by_resiliparse(page: Page) -> str:
    """As `by_trafilatura`."""
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(_source(page), main_content=True, list_bullets=False, alt_texts=False)


def by_readability(page: Page) -> str:
    """As `by_trafilatura`."""
    from readability import Document
    from readability.readability import Unparseable

    try:
        summary = Document(_source(page)).summary(html_partial=True)
    except Unparseable:  # whatever went wrong inside
        return ""
    return lines(lxml.html.fromstring(summary)) if summary.strip() else ""


def _document(page: Page) -> Element:
    """A copy of the page, since the extractor changes its tree."""
    root = page.readable.makeelement("html")
    root.append(copy.deepcopy(page.readable))
    return root


def _source(page: Page) -> str:
    return str(lxml.html.tostring(page.readable, encoding="unicode", with_tail=False))
