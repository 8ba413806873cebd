"""The last layer: which text of an unknown page is the article, by a well-kept library."""

import copy
from itertools import islice

import lxml.html

from mirror.extract.page import Element, Page

MAX_ELEMENTS = 50_000  # the library's time grows faster than the page


def article_text(page: Page) -> str:
    """The page's main text, a block a line; "" when the extractor finds none.

    Precision is preferred, for of two mistakes a missing caption is the smaller one.
    """
    if sum(1 for _ in islice(page.readable.iter(), MAX_ELEMENTS + 1)) > MAX_ELEMENTS:
        return ""
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


def _document(page: Page) -> Element:
    """A copy of the page, since the extractor changes its tree."""
    root = lxml.html.Element("html")
    root.append(copy.deepcopy(page.readable))
    return root
