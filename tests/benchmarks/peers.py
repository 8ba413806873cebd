"""The extractors that ours is compared with, set up for precision where they can be."""

from importlib.metadata import version
from typing import Any

import lxml.html
import trafilatura
from readability import Document

from mirror.extract.page import lines

VERSIONS = ", ".join(f"{name} {version(name)}" for name in ("trafilatura", "readability-lxml"))
PRECISE = {"favor_precision": True, "include_comments": False}


def trafilatura_cost(html: str, url: str) -> None:
    trafilatura.bare_extraction(html, url=url, with_metadata=True, **PRECISE)


def readability_cost(html: str, url: str) -> None:
    document = Document(html, url=url)
    document.summary()
    document.short_title()


def by_trafilatura(html: str, url: str) -> dict[str, Any]:
    """What the corpus's scorer reads, from trafilatura; its dates are days."""
    found = trafilatura.bare_extraction(html, url=url, with_metadata=True, **PRECISE)
    if found is None:
        return {}
    body = trafilatura.extract(
        html, url=url, output_format="html", include_links=True, include_images=True, **PRECISE
    )
    names = [name.strip() for name in (found.author or "").split(";")]
    return {
        "title": found.title,
        "date": found.date,
        "authors": list(filter(None, names)),
        "text": found.text,
        "html": body,
    }


def by_readability(html: str, url: str) -> dict[str, Any]:
    """The same from readability-lxml, which reads neither dates nor authors."""
    document = Document(html, url=url)
    body = document.summary()
    text = lines(lxml.html.fromstring(body)) if body.strip() else ""
    return {"title": document.short_title(), "text": text, "html": body}
