"""What stands where a text should go on: who may read it, and at what price."""

from itertools import dropwhile

from mirror.extract.page import one_line, weight
from mirror.extract.quality import signs
from mirror.extract.quality.cards import is_label, leads_on
from mirror.extract.quality.found import Found, unquoted
from mirror.extract.quality.measures import NOTICE, PARTLY, PROSE, SCANT, SENTENCE, SHORT, says_only
from mirror.extract.quality.view import after

OFFER = 40  # lines of a page that is nothing but an offer
PARAGRAPH = 300  # characters; an offer has less
NEAR = 6  # lines behind the text in which the offer begins


def sold(found: Found, words: signs.Sign) -> str:
    """A short line behind the text that speaks of reading on, and of what it takes; "" for none."""
    for row in _tail(found, NEAR):
        if found.own[:1] == (row,) and found.own_size >= SCANT:
            continue  # the story itself may be about readers and prices
        asks = signs.OPEN.search(row) or signs.APPEAL.search(row)
        short = weight(row) < 2 * SCANT and not (asks or _goes_on(found, row))
        if short and words.search(row) and signs.READ.search(row):
            return row
    return ""


def is_for_free(found: Found) -> bool:
    """Does an account open the text, and nothing near say that it costs anything?"""
    tail = [*_tail(found), *found.view.offers]
    walled = any(map(signs.LOGIN_WALL.search, tail)) or bool(sold(found, signs.ACCOUNT))
    if any(map(signs.FREE.search, tail)):
        offered = walled or any(map(signs.PAYWALL.search, tail))
        return offered and not is_priced(found)
    return walled and not any(map(signs.COSTS.search, tail))


def is_priced(found: Found) -> bool:
    """Is a price named, in a line that is no paragraph of a story about money?"""
    rows = [*_tail(found), *found.view.offers]
    return any(
        signs.PRICE.search(row)
        and (not SENTENCE.search(row) or signs.ACCOUNT.search(row) or signs.OFFER.search(row))
        for row in rows
    )


def offer(found: Found, words: signs.Sign, near: int = 2 * NEAR) -> str:
    """The words of an offer right behind the text, or as its last lines; "" for none."""
    for row in _tail(found, near):
        if (
            (said := words.search(unquoted(row)))
            and not _goes_on(found, row)
            and not _is_other(row)
        ):
            return said[0]
    return ""


def offer_set_apart(found: Found, words: signs.Sign) -> str:
    """The words of an offer in a box beside a short text, or in a label above it."""
    if found.own_size >= SHORT:
        return ""
    first = next((row for row in found.own if weight(row) >= SCANT), "")
    above = _until(first, after(found.view.lines, found.title))
    labels = [row for row in above if says_only([row], words, PARTLY)]
    rows = [row for row in (*found.view.offers, *labels) if len(row) < PARAGRAPH]
    said = (words.search(row) for row in rows if not _is_other(row))
    return next((one[0] for one in said if one), "")


def _until(line: str, rows: tuple[str, ...]) -> tuple[str, ...]:
    return rows[: rows.index(line)] if line in rows else ()


def _is_other(row: str) -> bool:
    """Is it about comments or gifts, or does it send its reader to a rest that costs nothing?"""
    if signs.OPEN.search(row):
        return True
    if signs.COSTS.search(row):
        return False
    leads_on = signs.TEASER.match(row) and not signs.ACCOUNT.search(row)
    return bool(leads_on or (signs.TALK.search(row) and not signs.UNLOCKS.search(row)))


def _tail(found: Found, near: int = 2 * NEAR) -> list[str]:
    """Where an offer would stand: the text's last lines and those behind it, but no paragraphs.

    Behind the first `near` lines of a short text anything may be offered.
    """
    claims = found.is_story or found.is_signed
    if found.own_size < SCANT:
        rows = found.view.lines[:OFFER]
    elif found.own_size < NOTICE and not claims:
        rows = (*found.own, *found.rest[:NEAR])
    elif found.own_size < SHORT and near > NEAR:
        first = next((row for row in found.own if weight(row) >= PROSE), "")
        rows = (*found.own[-2:], *after(found.view.lines, first)[:near])
    else:
        rows = (*found.own[-2:], *found.rest[:NEAR])
    others = _others(found)
    return [row for row in rows if len(row) < PARAGRAPH and row not in others]


def _others(found: Found) -> frozenset[str]:
    """The titles that a label sets apart as those of further stories."""
    behind = dropwhile(lambda row: not is_label(row), found.rest)
    titles = {row for row in behind if weight(row) >= PROSE}
    if not titles:
        return frozenset()
    links = found.view.main.iter("a")
    return frozenset(
        text
        for link in links
        if (text := one_line(link)) in titles and leads_on(link, found.page.base_url)
    )


def _goes_on(found: Found, row: str) -> bool:
    """Does the story go on behind a line, which then is a part of it?"""
    behind = after(found.view.lines, row) if row in found.own else ()
    return any(
        weight(line) >= SCANT
        and line in found.own
        and SENTENCE.search(line)
        and not (signs.COSTS.search(line) or signs.ACCOUNT.search(line))
        for line in behind
    )
