"""Is something that asks for no account and no money between the reader and the page?"""

import re
from html import unescape

from mirror.extract.page import one_line, weight
from mirror.extract.quality import parts, signs
from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.measures import MOSTLY, NOTICE, PARTLY, SCANT, says_only
from mirror.extract.quality.notices import is_addressed

# A server's fault, and what a page is called that answers with it: forbidden, too many requests,
# legal reasons (RFC 9110, RFC 6585, RFC 7725).
_SERVER_STATUS = re.compile(r"\W*(?:(?:http|error)\W*)?5\d\d\b", re.IGNORECASE)
_STATUS = re.compile(r"\W*(?:(?:http|error)\W*)?(?:403|429|451)\W*", re.IGNORECASE)
WALL_SIZE = 1000  # weight: the longest page of a bot wall that we know has 700
WORDS_SIZE = 500  # weight: the longest that has none of its vendor's parts has 430
FEW = 3  # teasers of articles: the wall is only before them
ASKED = 4  # different words about consent, and an answer on a button


def challenge(found: Found) -> Verdict | None:
    """A bot wall or another block: its vendor's parts, or its words in heading and text."""
    if found.own_size > WALL_SIZE:
        return None
    heads = signs.CHALLENGE.search("\n".join(found.headings))
    words = signs.CHALLENGE.search(found.spoken)
    if certain := _wall_by_vendor(found, is_said=bool(words or heads)) or _wall_before(found):
        return certain
    claims = found.is_story or (found.is_signed and not is_addressed(found, often=True))
    if claims and found.own_size >= SCANT and not _is_only(found):
        return None
    by_words = _wall_by_words(found, heads[0] if heads else "", words[0] if words else "")
    return by_words or _consent_wall(found)


def _wall_by_vendor(found: Found, *, is_said: bool) -> Verdict | None:
    """The parts of a vendor's wall, and as much text as it may have."""
    if found.told_size < (WALL_SIZE if is_said else SCANT):
        if wall := parts.WALL.search(found.markup):
            return "challenge", f"a bot wall, not the article: {wall[0]!r}"
        if not found.told_size and parts.COOKIE_SCRIPT.search(found.markup):
            return "challenge", "a script that sets a cookie and loads the page again"
    return None


def _wall_before(found: Found) -> Verdict | None:
    """A wall in a dialog where there is no text, by its status, or below the title of a story."""
    if found.own_size < SCANT and says_only(found.view.offers, signs.CHALLENGE, PARTLY):
        return "challenge", "a wall in a dialog, and no text"
    called = (*found.headings[:3], *found.told[:1])
    if any(map(_STATUS.fullmatch, called)) and found.said_size < WORDS_SIZE:
        return "challenge", "a page that is called by its status code"
    if _is_below(found):
        return "challenge", "a wall below the story's title"
    return None


def _is_only(found: Found) -> bool:
    """Do heading and text say nothing else, whatever the page calls itself?"""
    heads = says_only(found.headings[:2], signs.CHALLENGE, MOSTLY)
    return heads and found.told_size < NOTICE and says_only(found.told, signs.CHALLENGE, PARTLY)


def _is_below(found: Found) -> bool:
    """Does a wall's name stand below the story's title, and nothing else than its words?"""
    rows = (*found.headings[1:3], *found.told[:1])
    short = found.is_story and found.told_size < WORDS_SIZE
    return short and says_only(rows, signs.CHALLENGE, PARTLY) and is_addressed(found, often=True)


def _asks_for_an_account(found: Found) -> bool:
    """Is it a login's form, which may well have a captcha, or deny access?"""
    form = found.view.main.xpath(parts.ACCOUNT)
    asked = form and any(map(signs.LOGIN_WALL.search, found.told))
    return bool(asked) and not any(map(signs.GATEWAY.search, found.headings[:3]))


def _wall_by_words(found: Found, heads: str, words: str) -> Verdict | None:
    listed = found.view.teasers > FEW and not heads
    # Too many readers for the server are no wall.
    broken = any(map(_SERVER_STATUS.match, (*found.headings[:3], *found.told[:1])))
    other = listed or broken or found.tells_more_than(signs.CHALLENGE)
    if other or _asks_for_an_account(found):
        return None
    said = found.said_size
    captcha = parts.CAPTCHA.search(found.markup)
    named = said < NOTICE and says_only(found.headings, signs.CHALLENGE, MOSTLY)
    plain = captcha or named or says_only(found.headings, signs.CHALLENGE, PARTLY)
    addressed = plain and said < WORDS_SIZE and not found.is_signed and is_addressed(found)
    if heads and (words or captcha or named or addressed) and said < WORDS_SIZE:
        if not plain and not is_addressed(found):
            return None
        return "challenge", f"a wall before the article: {heads!r}"
    alone = said < 2 * SCANT or says_only(found.told, signs.CHALLENGE, PARTLY)
    if words and said < NOTICE and (captcha or (alone and is_addressed(found))):
        return "challenge", f"a wall before the article: {words!r}"
    if captcha and said < SCANT // 3:
        return "challenge", "a captcha, and no text"
    return None


def _consent_wall(found: Found) -> Verdict | None:
    """A page that asks for consent to tracking and holds nothing else."""
    if found.is_story or found.view.teasers >= FEW or not 0 < found.told_size < WALL_SIZE:
        return None
    rows = [row for row in (*found.headings, *found.told) if signs.CONSENT.search(row)]
    said = {one for row in rows for one in signs.CONSENT.findall(row)}
    asked = sum(map(weight, rows)) > MOSTLY * (found.told_size + weight("".join(found.headings)))
    answers = [one_line(button) for button in found.page.readable.xpath(parts.BUTTON)]
    if len(said) >= ASKED and asked and any(map(signs.CONSENT.search, answers)):
        return "challenge", f"a consent wall: {rows[0][:60]!r}"
    return None


def bot_wall(html: str) -> str:
    """The part of a bot wall in a page's source; "" for none. That is one sign, not a verdict."""
    source = unescape(html[:100_000]).lower()
    said = parts.WALL.search(source) or parts.CAPTCHA.search(source)
    return said[0] if said else ""
