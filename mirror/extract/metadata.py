"""Title and address of an article, weighed from what its page says in several places."""

import re
from urllib.parse import urlsplit

from mirror.article import Source
from mirror.errors import UrlError
from mirror.extract.naming import agree, site_names
from mirror.extract.page import Page, one_line
from mirror.extract.structured import Node, as_list, text_of
from mirror.normalise.urls import canonical_url, identity, is_home, same_site, serialise

# What stands between a title and the name of its site.
_SEPARATOR = re.compile(
    r"\s+[|｜–—·•»«:-]\s+|\s*[|｜]\s*|\s+::\s+|_(?=[^_]*$)|(?<=[\u3400-\u9fff])-(?=[^-]*$)"
)
LONGEST = 4000  # characters of a title that are looked at
_PAGINATED = re.compile(r"[-_/](\d{1,3})$")


def title(page: Page, node: Node, source: Source) -> str:
    """The article's title, a site's name cut off only where it may stand: og:title and `<title>`.

    A headline that the page shows (`h1`) and another place agrees with wins; then the
    structured headline, og:title, the only `h1`, `<title>`. "" when the page names none.
    """
    headline = text_of(node.get("headline"))
    shown = [text for h1 in page.root.iter("h1") if (text := one_line(h1))]
    social = without_site(next(iter(page.metas("og:title", "twitter:title")), ""), page, source)
    named = without_site(one_line(page.root.findtext(".//title") or ""), page, source)
    for text in shown:
        if any(agree(text, other) for other in (headline, social, named)):
            return text
    return (
        headline or social or (shown[0] if len(shown) == 1 else "") or named or "".join(shown[:1])
    )


def without_site(text: str, page: Page, source: Source) -> str:
    """`text` without the site's name at either end.

    A part is the site's name when the page or the source calls the site so, or when it spells
    the host's name.
    """
    names = site_names(page, source)
    text = " ".join(text[:LONGEST].split())
    while cuts := list(_SEPARATOR.finditer(text)):
        if names.are_called(text[cuts[-1].end() :]):
            text = text[: cuts[-1].start()]
        elif names.are_called(text[: cuts[0].start()]):
            text = text[cuts[0].end() :]
        else:
            break
    return text


def canonical(page: Page, node: Node, source: Source) -> str:
    """The address that the page gives itself, serialised, when that is believable; else "".

    Believable: on the same site, of the same article, and neither a front page nor a listing.
    """
    links = [
        link.get("href", "") for link in page.root.iter("link") if _is_canonical(link.get("rel"))
    ]
    own = [
        text_of(item) for item in as_list(node.get("url")) + as_list(node.get("mainEntityOfPage"))
    ]
    for text in (*links, *page.metas("og:url"), *own):
        try:
            url = serialise(text.strip(), page.base_url) if text.strip() else ""
            if url and _is_same_article(url, page.url, source):
                return url
        except UrlError:
            continue
    return ""


def _is_canonical(rel: str | None) -> bool:
    return "canonical" in (rel or "").lower().split()


def _is_same_article(url: str, found_at: str, source: Source) -> bool:
    if not same_site(url, found_at) or is_home(url):
        return False
    if source.identity and re.search(source.identity, found_at):
        return identity(url, source) == identity(found_at, source)
    if source.article and re.search(source.article, found_at):
        return re.search(source.article, url) is not None and not _are_siblings(url, found_at)
    return not _holds(url, found_at) and not _are_siblings(url, found_at)


def _holds(url: str, other: str) -> bool:
    """Is `url` a directory above `other`, so probably a section or listing?"""
    above, below = (urlsplit(canonical_url(item)) for item in (url, other))
    return (
        above.path != below.path
        and below.path.startswith(above.path.rstrip("/") + "/")
        and (
            not above.query
            and len(above.path.strip("/").split("/")) < 3
            and not re.search(r"\d{4}", above.path)
        )
    )


def _are_siblings(url: str, other: str) -> bool:
    """Are they two files of one directory, whose names have nothing in common?"""
    (one_dir, one), (other_dir, two) = (_directory(canonical_url(item)) for item in (url, other))
    return one_dir == other_dir and not (one.startswith(two) or two.startswith(one))


def _directory(url: str) -> tuple[str, str]:
    parent, _, name = urlsplit(url).path.rpartition("/")
    return parent, _PAGINATED.sub("", name.partition(".")[0])
