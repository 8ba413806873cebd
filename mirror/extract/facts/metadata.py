"""Title and address of an article, weighed from what its page says in several places."""

import re
from urllib.parse import urlsplit

from mirror.article import Source
from mirror.errors import UrlError
from mirror.extract.facts.structured import Node, as_list, text_of
from mirror.extract.naming import agree, banner_texts, folded, shown_part, site_names
from mirror.extract.page import Element, Page, one_line, weight
from mirror.normalise.urls import canonical_url, identity, is_home, same_site, serialise

# What stands between a title and the name of its site.
_SEPARATOR = re.compile(
    r"\s+[|｜–—―·•»›«‹>~:：-]\s+|\s*[|｜»›－＿_]\s*|\s+::\s+|\s*—\s*|\s*--+\s*|：(?=[^：]*$)"
    r"|(?<=[\u3040-\u9fff])-(?=[^-]*$)"
)
MAX_SECTION = 6  # characters: what stands as `_新闻_` between a title and its site's name
LONGEST = 4000  # characters of a title that are looked at
MIN_PART = 15  # weight of a part of `<title>`: a shorter one may be a rubric's name
_DRAWINGS = frozenset({"svg", "g", "symbol", "path"})
_PAGINATED = re.compile(r"[-_/](\d{1,3})$")


def title(page: Page, node: Node, source: Source) -> str:
    """The article's title, a site's name cut off only where it may stand: og:title and `<title>`.

    A headline that the page shows (`h1`) and another place agrees with wins, without the kicker
    that stands in it; then the structured headline, og:title, as much of `<title>` as the page
    shows, the only `h1`, `<title>`. "" when the page names none.
    """
    publisher = text_of(node.get("publisher"))
    headline = text_of(node.get("headline")) or without_site(
        text_of(node.get("name")), page, source, publisher
    )
    banners = set(banner_texts(page))
    shown = [(text, h1) for h1, text in page.headlines.items() if text and text not in banners]
    social = without_site(
        next(iter(page.metas("og:title", "twitter:title")), ""), page, source, publisher
    )
    named = without_site(_page_title(page), page, source, publisher)
    for text, h1 in shown:
        if any(agree(text, other) for other in (headline, social, named)):
            return _without_kicker(h1, text, (headline, social))
    if headline or social:
        return headline or social
    only = shown[0][0] if shown else ""
    part = shown_part(page, " ".join(_page_title(page)[:LONGEST].split()))
    if weight(part) > max(weight(only), MIN_PART):
        return part
    return (only if len(shown) == 1 else "") or named or only


def without_site(text: str, page: Page, source: Source, *publisher: str) -> str:
    """`text` without the site's name at either end, and without the section in `x_新闻_网`.

    A part is the site's name when the page or the source calls the site so, or when it spells
    the host's name.
    """
    site = site_names(page, source, *publisher)
    text = " ".join(text[:LONGEST].split())
    while cuts := list(_SEPARATOR.finditer(text)):
        if site.are_called(text[cuts[-1].end() :]):
            text = _without_section(text[: cuts[-1].start()], cuts[-1][0])
        elif site.are_called(text[: cuts[0].start()]):
            text = text[cuts[0].end() :]
        else:
            break
    return text


def _page_title(page: Page) -> str:
    """The text of `<title>`; the titles of drawings are others."""
    titles = (item for item in page.root.iter("title") if item.getparent().tag not in _DRAWINGS)
    return one_line(next((item.text or "" for item in titles), ""))


def _without_section(text: str, separator: str) -> str:
    """`text` without the short parts at its end, where underscores divide it."""
    while separator == "_":
        before, _, last = text.rpartition("_")
        if len(before) <= len(last) or len(last) > MAX_SECTION:
            break
        text = before
    return text


def _without_kicker(h1: Element, text: str, others: tuple[str, ...]) -> str:
    """The title that an h1 of several elements shows: as another place spells it, if one does.

    Such an h1 joins a kicker to its title with nothing or a hidden colon between them.
    """
    if len(list(filter(str.strip, h1.itertext()))) < 2:
        return text
    whole = folded(text)
    ends = (other for other in others if len(folded(other)) > 8 and whole.endswith(folded(other)))
    return next(ends, text)


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
