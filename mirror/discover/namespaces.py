"""Names of elements and attributes with the prefix by which we know their namespace."""

from itertools import islice

MAX_PREFIXES = 100

# Our prefixes of the namespaces that we ask for; looked up without scheme, case and last sign.
_NAMESPACES = {
    "purl.org/rss/1.0": "",
    "www.sitemaps.org/schemas/sitemap/0.9": "",
    "www.w3.org/2005/atom": "atom",
    "purl.org/atom/ns": "atom",
    "www.w3.org/1999/xhtml": "xhtml",
    "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "purl.org/rss/1.0/modules/content": "content",
    "search.yahoo.com/mrss": "media",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/terms": "dcterms",
    "www.google.com/schemas/sitemap-news/0.9": "news",
}


def declared(attributes: dict[str, str]) -> dict[str, str]:
    """The prefixes that a tag's attributes declare, each with ours; an unknown one stays itself.

    The first MAX_PREFIXES: every element in scope has a copy.
    """
    found = ((key[6:], value) for key, value in attributes.items() if key.startswith("xmlns:"))
    return {
        prefix: _NAMESPACES.get(_plain(uri), prefix.lower())
        for prefix, uri in islice(found, MAX_PREFIXES)
    }


def our_name(written: str, prefixes: dict[str, str]) -> str:
    """`Dc:Creator` -> `dc:creator`, whatever the document calls Dublin Core; see `declared`.

    A prefix that nobody declared means what it usually means. A name without prefix is the feed's
    own, whatever its default namespace is: feeds declare wrong ones.
    """
    if ":" not in written:
        return written.lower()
    prefix, _, local = written.rpartition(":")
    ours = prefixes.get(prefix, prefix.lower())
    return f"{ours}:{local.lower()}" if ours else local.lower()


def _plain(uri: str) -> str:
    return uri.strip().lower().removeprefix("https://").removeprefix("http://").rstrip("/#")
