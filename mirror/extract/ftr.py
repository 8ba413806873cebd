"""Site configs in the format of Full-Text RSS: a file's text -> what it says of a site's pages.

A line is `directive: value`; `#` begins a comment; a directive may be given several times
(https://help.fivefilters.org/full-text-rss/site-patterns.html).
"""

import lxml.etree
import lxml.html

from mirror.article import SiteConfig
from mirror.errors import SiteConfigError

MAX_SIZE = 64_000  # characters; the public ones are a tenth of that at most
MAX_VALUES = 200  # of one directive
XPATHS = ("body", "title", "author", "date", "strip")
TEXTS = ("strip_id_or_class", "strip_image_src")
# What the format knows besides: how to fetch, tidy, test and log in, which is not ours to do here.
OTHERS = frozenset({
    "single_page_link", "next_page_link", "test_url", "test_contains", "prune", "tidy", "parser",
    "find_string", "replace_string", "http_header", "autodetect_on_failure", "requires_login",
    "if_page_contains", "native_ad_clue", "dissolve", "login_uri", "login_username_field",
    "login_password_field", "login_extra_fields", "not_logged_in_xpath",
})  # fmt: skip


def parse_site_config(text: str) -> SiteConfig:
    """Read a site config. A line that is none, or whose XPath can't be read, is left out.

    Raises SiteConfigError when `text` is too long, or has no directive of the format at all.
    """
    if len(text) > MAX_SIZE:
        raise SiteConfigError(f"longer than {MAX_SIZE} characters")
    found: dict[str, dict[str, None]] = {name: {} for name in (*XPATHS, *TEXTS)}
    known = False
    for line in text.splitlines():
        name, colon, value = (part.strip() for part in line.partition(":"))
        directive = name.partition("(")[0]
        known |= bool(colon) and (directive in found or directive in OTHERS)
        if name in found and value and (name in TEXTS or _is_xpath(value)):
            found[name][value] = None
    if not known and text.strip():
        raise SiteConfigError('no site config: no line such as "body: //article"')
    return SiteConfig(**{name: tuple(values)[:MAX_VALUES] for name, values in found.items()})


def _is_xpath(text: str) -> bool:
    try:
        lxml.html.Element("p").xpath(text)
    except (lxml.etree.XPathError, ValueError):  # ValueError: a control character
        return False
    return True
