"""Where sites keep feeds and sitemaps that no page announces. Pure facts."""

# WordPress and its kin, Ghost and Medium, Jekyll, other generators, Hugo.
FEEDS = ("/feed/", "/rss/", "/feed.xml", "/rss.xml", "/index.xml", "/atom.xml")
# https://www.sitemaps.org/protocol.html, "Submitting"; the index of WordPress, that of Yoast.
SITEMAPS = ("/sitemap.xml", "/wp-sitemap.xml", "/sitemap_index.xml")


def is_archive(url: str) -> bool:
    """Does a sitemap hold more than the last days' news, by its name?"""
    return "news" not in url.rpartition("/")[2].lower()


def is_xml(body: bytes) -> bool:
    """Does an answer look like a feed or a sitemap, not like a page?"""
    start = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return (
        start.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf", b"<urlset", b"<sitemap", b"{"))
        and b"<html" not in start.lower()
    )
