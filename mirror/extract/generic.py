"""The last layer: which text of an unknown page is the article, by a well-kept library."""

import copy

import lxml.html
from trafilatura import bare_extraction
from trafilatura.settings import Document

from mirror.extract.page import Element, Page


def article_text(page: Page) -> str:
    """The page's main text, a block a line; "" when the extractor finds none.

    Precision is preferred, for of two mistakes a missing caption is the smaller one.
    """
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
