"""Does a feed's entry carry the article, or only the beginning of it? Pure."""

import re
from collections.abc import Iterator

from parsel import Selector

from mirror.article import Entry
from mirror.discover.links import address, href_and_text
from mirror.extract.page import weight
from mirror.extract.quality import signs
from mirror.extract.quality.found import Verdict
from mirror.extract.quality.measures import LONG, MOSTLY, NOTICE, PARTLY, SHORT, says_only
from mirror.normalise.text import has_media, visible_text
from mirror.normalise.urls import canonical_url

WHOLE = 600  # characters of a summary that is the article
ENOUGH = 20_000  # characters of markup, from the end, that tell
BRIEF = 400  # characters; a longer text that ends in dots is an article that ends in dots
LINE = 200  # characters of a line that is no paragraph
LAST = 3  # lines, and links: an offer may stand below the wall, and its button below that
_CUT = re.compile(
    r"(\.\.\.|…|\[…\]|\[\.\.\.\]|&hellip;|(read|continue|more)\b.{0,24}|(阅读|閱讀|查看|继续|繼續|点击|點擊)?(全文|更多|原文|阅读|閱讀)\W*)$",
    re.IGNORECASE,
)
# How WordPress and others end an excerpt, also one with a picture; bare dots may be an author's.
_BRACKETED = re.compile(r"[\[(（【][\s\xa0]*(?:\.{3}|…{1,2})[\s\xa0]*[\])）】]\W*$")
# What stands below an entry whether it is whole or not: whose it is, and where its page is.
_ORIGIN = re.compile(
    r"^\W*(?:the post .{1,200} appeared first on .{1,80}"
    r"|.{0,12}\b(?:original|source|browser)\b.{0,40}|.{0,8}(?:原文|[来來]源).{0,80})$",
    re.IGNORECASE,
)

# A label that speaks of the rest of this very text: "详情请见官网" may well end an announcement.
_REST = re.compile(
    r"全文|[继繼][续續][阅閱][读讀]"
    r"|\b(?:full|whole|complete|rest of th(?:e|is)) (?:story|article|text|post)"
    r"|continue reading|weiterlesen|artikel|la suite|続きを|читать|leer más",
    re.IGNORECASE,
)
# What a login is needed for, unless it is for commenting.
_READING = re.compile(r"read|view|continue|[阅閱][读讀]|查看|全文|[内內]容", re.IGNORECASE)


def is_teaser(entry: Entry) -> bool:
    """True when the page has to be fetched.

    An element meant for the whole text is believed, unless it is short and ends as one that was
    cut, or says itself that it is not whole; a summary only when it is long and does not. A media
    entry has no more than it says.
    """
    text = visible_text(entry.content[-ENOUGH:])
    if entry.carries == "nothing" or partial(entry):
        return True
    if entry.carries == "full":
        cut = _CUT.search(text) and not has_media(entry.content)
        return 0 < len(text) < BRIEF and bool(cut or _BRACKETED.search(text))
    return len(text) < WHOLE or bool(_CUT.search(text))


def partial(entry: Entry) -> Verdict | None:
    """Why the text that an entry carries is surely not the article; None when it may be.

    As for a page, a sign alone proves nothing: it has to be the end of a text that is short, as a
    line or a link by itself. To lose an article is worse than to keep a part of one.
    """
    rows = _rows(entry.content)
    size = weight("".join(rows))
    if not rows or size > 2 * LONG:
        return None
    if size < NOTICE and _is_wall(" ".join(rows)[:NOTICE]):
        return "challenge", f"a wall instead of the article: {rows[0][:60]!r}"
    for row in (row for row in rows[-LAST:] if len(row) < LINE and size < LONG):
        share = PARTLY if size < SHORT and len(rows) > 1 else MOSTLY
        if says_only([row], signs.PAYWALL, share):
            return "paywall", f"a paywall: the text ends with {row[:60]!r}"
        if says_only([row], signs.LOGIN_WALL, MOSTLY) and _READING.search(row):
            return "login", f"a login wall: the text ends with {row[:60]!r}"
    return _cut_off(entry, rows, size)


def _rows(content: str) -> list[str]:
    """The lines of a text without those that stand below whole ones, too."""
    rows = visible_text(content[-ENOUGH:]).split("\n")
    return [row for row in rows if row and not _ORIGIN.match(row)]


def _is_wall(text: str) -> bool:
    """Is it a bot wall's notice: several of its phrases, or one and nothing else?"""
    several = len(signs.CHALLENGE.findall(text)) > 1
    return says_only([text], signs.CHALLENGE, PARTLY if several else MOSTLY)


def _cut_off(entry: Entry, rows: list[str], size: int) -> Verdict | None:
    """Does the text end with a way to the rest of it?"""
    last = rows[-1]
    leads_on = any(last.endswith(text) and signs.TEASER.match(text) for text in _to_itself(entry))
    named = len(rows) > 1 and len(last) < LINE and signs.TEASER.match(last) and _REST.search(last)
    if leads_on or (named and size < SHORT):
        return "teaser", f"a teaser: the text ends with {last[-60:]!r}"
    return None


def _to_itself(entry: Entry) -> Iterator[str]:
    """The texts of an entry's last links, as far as they lead to its own page."""
    links = Selector(f"<div>{entry.content[-ENOUGH:]}</div>").xpath("//a[@href]")
    for link in links[-LAST:]:
        href, text = href_and_text(link)
        target = address(href, entry.base_url or entry.url)
        if target and canonical_url(target) == canonical_url(entry.url) and not _ORIGIN.match(text):
            yield text
