"""Addresses: how a link is written, and which links are one article.

Serialising follows the WHATWG URL standard (https://url.spec.whatwg.org/).
"""

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

import ada_url
import tldextract

from mirror.article import Source
from mirror.errors import UrlError

# Query keys that describe the visitor or the way here, not the article; grouped by who adds them.
TRACKING_KEYS = frozenset({
    "fbclid", "fb_action_ids", "fb_action_types", "fb_source",  # Facebook
    "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "_ga", "_gl",  # Google
    "msclkid", "twclid", "ttclid", "yclid", "li_fat_id", "igshid", "igsh",  # other ad networks
    "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "vero_id",  # newsletters
    "spm", "share_token", "sharetype", "wtrid",  # share buttons
    "maca",  # Deutsche Welle: which feed a link is from
    "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4",  # BBC
    "phpsessid", "jsessionid", "sessionid", "session_id", "cfid", "cftoken",  # sessions
    "amp", "outputtype",  # how the page is shown
    "ref_src", "ref_url", "ocid", "cmpid", "ns_mchannel", "ns_source", "ns_campaign",
})  # fmt: skip
TRACKING_PREFIXES = ("utm_", "mtm_", "pk_", "piwik_", "matomo_", "stm_", "hsa_")
# "?source=rss-…" is how Medium marks its feed's links; a bare "source" may mean something.
TRACKING_PAIRS = (("source", "rss"), ("from", "rss"), ("ref", "rss"), ("source", "feed"))

# Where Java's servers put theirs when a visitor takes no cookie (Servlet 4.0, 7.1.3).
_SESSION = re.compile(r";jsessionid=[^/;]*", re.IGNORECASE)

MAX_LENGTH = 32_768  # characters of a URL: twice what a redirect's header line can hold

# Paths of front pages: of the site, or of one of its editions.
_HOME = re.compile(
    r"(gb|b5|cn|zh|en|tw|hk|zh-(hans|hant|cn|tw|hk))?/?((index|default|home)(\.\w+)?)?"
)
# The bundled snapshot of the public suffix list: no download. Blogs of one host are many sites.
_suffixes = tldextract.TLDExtract(
    suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True
)


def serialise(url: str, base: str = "") -> str:
    """Write `url`, joined to `base`, as the WHATWG URL standard does, without credentials.

    Raises UrlError when that is no http or https URL with a host, or longer than MAX_LENGTH.
    """
    if max(len(url), len(base)) > MAX_LENGTH:
        raise UrlError(f"{_shown(url)}: longer than {MAX_LENGTH} characters")
    try:
        parsed = ada_url.URL(url, base or None)
        if parsed.protocol not in ("http:", "https:") or not parsed.hostname:
            raise UrlError(f"{_shown(url)}: not an http or https address")
        if parsed.username or parsed.password:
            parsed.username = parsed.password = ""
    except (ValueError, UnicodeEncodeError) as exc:
        raise UrlError(f"{_shown(url)}: not a URL") from exc
    if len(href := str(parsed.href)) > MAX_LENGTH:  # an escape is three times its byte
        raise UrlError(f"{_shown(url)}: longer than {MAX_LENGTH} characters")
    return href


def absolute(url: str, base: str = "") -> str:
    """As `serialise`, white space around `url` apart; "" for what that refuses, and for none."""
    try:
        return serialise(url.strip(), base) if url.strip() else ""
    except UrlError:
        return ""


@lru_cache(maxsize=128)  # an article's is asked for again and again while it is on its way
def canonical_url(url: str) -> str:
    """The one address under which an article is known, whichever way a link to it was written.

    https, no fragment, no tracking keys, no slash at the end, percent escapes in one spelling.
    For comparing only: it is never requested. Raises UrlError as `serialise` does.
    """
    parsed = ada_url.URL(serialise(url))
    path = _SESSION.sub("", _normal_escapes(parsed.pathname)).rstrip("/") or "/"
    query = "&".join(part for part in parsed.search[1:].split("&") if part and not _tracks(part))
    return f"https://{parsed.host}{path}" + (f"?{_normal_escapes(query)}" if query else "")


def without_tracking(url: str) -> str:
    """`url` without fragment, tracking keys and session: a page's address when it names none."""
    parsed = ada_url.URL(serialise(url))
    parts = parsed.search[1:].split("&")
    kept = [part for part in parts if part and not _tracks(part)]
    if len(kept) != len(parts):
        parsed.search = "&".join(kept)
    if ";" in parsed.pathname:
        parsed.pathname = _SESSION.sub("", parsed.pathname)
    parsed.hash = ""
    return str(parsed.href)


def identity(url: str, source: Source | None) -> str:
    """The key of an article: its source's `identity` groups if they match, else its canonical URL.

    The pattern is searched in the address with its percent escapes in one spelling (`%E4`). Two
    links with one identity are one article. Raises UrlError as `serialise` does.
    """
    plain = _normal_escapes(serialise(url))
    if source and source.identity and (match := re.search(source.identity, plain)):
        groups = [group for group in match.groups() if group] or [match[0]]
        return f"{source.name}:{'/'.join(groups)}"
    return canonical_url(url)


def keys(url: str, source: Source | None) -> tuple[str, ...]:
    """Every key under which the article at `url` may be asked for: identity, canonical URL."""
    return tuple(dict.fromkeys((identity(url, source), canonical_url(url))))


def same_site(one: str, other: str) -> bool:
    """Do two http(s) URLs belong to one site: the same registrable domain, or the same host?"""
    return site_of(one) == site_of(other) != ""


def is_home(url: str) -> bool:
    """Is `url` a site's front page: `/`, `/index.html`, or a bare edition such as `/gb/`?"""
    path = urlsplit(url).path.strip("/").lower()
    return _HOME.fullmatch(path) is not None


def site_of(url: str) -> str:
    """The registrable domain of a URL (`www.bbc.co.uk` -> `bbc.co.uk`), else host and port."""
    parts = urlsplit(url)
    return _registrable(parts.hostname or "") or parts.netloc.rpartition("@")[2]


@lru_cache(maxsize=4096)
def _registrable(host: str) -> str:
    """The part of a host name that was registered; "" for an IP address or a single label."""
    found = _suffixes(host)
    if found.ipv4 or found.ipv6:
        return ""
    if found.suffix:
        return f"{found.domain}.{found.suffix}" if found.domain else ""
    # No suffix of the list: the last label is one (https://publicsuffix.org/list/, "*").
    return ".".join(host.split(".")[-2:]) if "." in host else ""


def _tracks(part: str) -> bool:
    key, _, value = part.partition("=")
    key, value = unquote(key).lower(), unquote(value).lower()
    return (
        key in TRACKING_KEYS
        or key.startswith(TRACKING_PREFIXES)
        or any(key == name and value.startswith(start) for name, start in TRACKING_PAIRS)
    )


def _normal_escapes(text: str) -> str:
    """Percent escapes in one spelling: upper case, and none where RFC 3986 needs none."""

    def normal(match: re.Match[str]) -> str:
        char = chr(int(match[1], 16))
        return char if char.isascii() and (char.isalnum() or char in "-._~") else match[0].upper()

    return re.sub(r"%([0-9A-Fa-f]{2})", normal, text)


def _shown(url: str) -> str:
    """`url` for a message: short, printable, without credentials."""
    text = re.sub(r"//[^/?#]*@", "//", url)
    return ascii(text[:200]).strip("'") if not text.isprintable() else text[:200]
