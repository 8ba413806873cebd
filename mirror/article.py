"""The nouns: what an article is at each stage of its way. Plain frozen data, no behaviour.

entry -> response -> extract -> normalise -> decide -> store -> commit
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

# Why a page is no article, in the words of the report.
Problem = Literal[
    "empty", "teaser", "paywall", "login", "challenge", "not-found",
    "listing", "media-only", "garbled", "wrong-language",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """A source's selectors, CSS or XPath (one that starts with `/`, `./` or `(`).

    Each is tried in order, the first that matches wins; () means: no rule.
    """

    body: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    links: tuple[str, ...] = ()  # of a listing: its links to articles
    next_page: tuple[str, ...] = ()  # of a listing or an article: the link to the page after it
    drop: tuple[str, ...] = ()  # all of them are removed from the body


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What a public site config says of a site's pages: XPaths, the first that matches wins."""

    body: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    strip: tuple[str, ...] = ()  # all of them are removed before the body is looked for
    strip_id_or_class: tuple[str, ...] = ()  # so are elements whose id or class holds such a text
    strip_image_src: tuple[str, ...] = ()  # and pictures whose address does


@dataclass(frozen=True, slots=True)
class Source:
    """One publisher's stream, as `sources.toml` or `mirror.toml` declares it."""

    name: str  # the table's name, e.g. "epochtimes"
    title: str  # SITE of its posts: tag, category and default author
    feeds: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    article: str = ""  # regular expression searched in a URL: is it an article? "" accepts all
    identity: str = ""  # regular expression; its groups name an article whatever else the URL says
    content: Literal["auto", "feed", "page"] = "auto"
    author: str = ""  # written as every post's author where given
    timezone: str = "UTC"  # IANA name, for times without a zone
    variant: Literal["source", "zh-Hans", "zh-Hant"] = "source"  # the script of its posts
    enabled: bool = True
    rules: Rules = field(default_factory=Rules)
    site_config: SiteConfig | None = None  # what others say of its pages: believed where they agree


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed, a listing or a sitemap says of one article."""

    url: str  # absolute http(s), serialised as the WHATWG URL standard does, no credentials
    title: str = ""  # plain text as the feed means it, outer spaces kept; "" when it says none
    published: datetime | None = None  # aware, UTC, milliseconds
    author: str = ""  # as written
    content: str = field(default="", repr=False)  # HTML; "" when it carries none
    base_url: str = ""  # what relative links in `content` are relative to; "" means `url`
    # "full": an element meant for the whole text (content:encoded, content, content_html, or a
    # media entry, whose description may be empty); "summary": description or summary only.
    carries: Literal["full", "summary", "nothing"] = "nothing"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that went wrong with one URL, for the report."""

    url: str  # "" when the thing has no address: then the report names the feed
    problem: str  # a `Problem`, or a short word such as "http-404", "timeout", "no-link"
    detail: str = ""  # a sentence for a person


@dataclass(frozen=True, slots=True)
class Extract:
    """What was found on a page (or in an entry) before normalising.

    `agreement` says how sure the body is, from 0 to 1: of the text that the generic extractor
    chosen or the one that agrees with it best has found, the share that both have. It is 1 for a
    body by rules, structured data or a feed, and 0 where one stood alone or none found the article.
    """

    url: str  # where it was found
    canonical: str = ""  # what the page says its address is, when that is believable
    title: str = ""
    published: datetime | None = None  # aware, UTC
    authors: tuple[str, ...] = ()  # in byline order
    html: str = field(default="", repr=False)  # the body's HTML, not yet safe
    text: str = field(default="", repr=False)  # its visible text, a paragraph a line
    base_url: str = ""  # what its relative links are relative to
    # Which layer gave the body: the source's "rules", "structured" data, the "votes" of generic
    # extractors, one of them alone ("generic"), all prose ("fallback"), cut by a
    # "site-config" that agrees; or a "feed".
    strategy: str = ""
    agreement: float = 1.0
    problem: Problem | None = None
    detail: str = ""  # why that problem, for a person
    first_page: str = ""  # the article's first page, where this is a later one and says so
    next_page: str = ""  # the article's page after this one; "" when there is none
    pages: tuple[str, ...] = ()  # addresses of the further pages that were joined to it, in order


@dataclass(frozen=True, slots=True)
class Candidate:
    """The item that spiders yield: something found, with all that is known of it."""

    source: Source
    extract: Extract
    link: str  # the article's address, WHATWG-serialised
    keys: tuple[str, ...]  # every key under which it may be asked for again
    entry: Entry | None = None  # what named it; None for an address given by a person
    origin: Literal["feed", "page"] = "page"
    resource: str = ""  # the feed, listing or sitemap that named it; "" for none
    etag: str = ""  # its page's validators
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article ready to become a post. Every field is already normal."""

    url: str  # its link, WHATWG-serialised; the post's `from:`
    title: str  # no control characters, at most 1,000 characters; outer spaces kept
    published: datetime  # aware, UTC, milliseconds; the post's comment
    date: datetime  # the same, but never after the first crawl; the post's `date:` and name
    author: str
    site: str  # the source's title
    body: str = field(repr=False)  # safe HTML on one line
    last_modified_at: datetime | None = None  # when a correction was taken over
    removed_at: datetime | None = None  # when the site was first seen without it
    extra: tuple[str, ...] = ()  # front matter lines of other tools, as they stand


@dataclass(frozen=True, slots=True)
class Normalised:
    """What goes from the first pipeline to the second."""

    found: Candidate
    article: Article
    shown: str  # digest of the article as its page showed it, in whatever script that is
