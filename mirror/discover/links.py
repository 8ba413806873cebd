"""Links of a page: which element a match means, and the address that it leads to."""

from parsel import Selector

from mirror.normalise.urls import absolute


def base_of(page: Selector, url: str) -> str:
    """What the links of the page at `url` are relative to: its `base`, else itself."""
    return address(page.xpath("string(//base[@href][1]/@href)").get() or "", url) or url


def href_and_text(found: Selector) -> tuple[str, str]:
    """The `href` that a match stands for, and its text: the link's own, or of its first link.

    Of a link around a whole card (heading, excerpt, date) the text is the heading's.
    """
    if isinstance(found.root, str):  # a rule that ends in `::attr(href)` or `@href`
        return found.root, ""
    link = found.xpath("(self::a[@href] | .//a[@href])[1]")
    named = link.xpath("(.//h1 | .//h2 | .//h3 | .//h4)[normalize-space()][1]") or link
    text = " ".join("".join(named.xpath(".//text()").getall()).split())
    return link.attrib.get("href", ""), text or link.attrib.get("title", "").strip()


def address(href: str, base: str) -> str:
    """`href` as an absolute http(s) URL; "" for another scheme, a bare fragment or a broken one."""
    return "" if href.strip().startswith("#") else absolute(href, base)
