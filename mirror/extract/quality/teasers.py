"""Is it only the beginning of a text that stands elsewhere?"""

import re

from mirror.extract.page import one_line, weight
from mirror.extract.quality import parts, signs
from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.measures import NOTICE, PROSE, SCANT, SENTENCE, SHORT

NEXT = 2  # lines behind the text, or the first of what stands below it
NEAR = 5  # lines behind the text in which a teaser's link stands
_STOP = re.compile(r"(?<=[.。…！？!?\]])")
_DOTS = re.compile(r"(?:…|\.\.\.)\W*(?:more|更多)?\W*$", re.IGNORECASE)
_APP = re.compile(
    r"(?:\W*(?:(?:open|view) in (?:the )?app|在?\s*app\s*[内內中]?打[开開]|打[开開]\s*app"
    r"|アプリで(?:開く|見る)|앱(?:에서|으로) ?(?:열기|보기)|(?:abrir|ouvrir|apri) .{0,8}app"
    r"|in der app öffnen)\W*){1,3}",
    re.IGNORECASE,
)
_EXCERPT = re.compile(r"[\[【](?:…|\.\.\.|&hellip;)[\]】]\s*$")
# What boxes in a text that is whole don't speak of, as they do of further stories.
_REST = re.compile(
    r"\b(?:rest|remainder) of\b|[剩余餘]下?[内內全]|阅读全文|閱讀全文", re.IGNORECASE
)
ENDING = 2  # lines of the text: below the last paragraph may stand who wrote it
DOTTED = 60  # characters from the end that may hold the dots
_ENDS = " .。…)）]>»›→"


def teaser(found: Found) -> Verdict | None:
    """A beginning, then a link to the rest of it."""
    if found.prose_size >= SHORT or not found.told:
        return None
    labels = {one_line(one) for one in found.view.main.iter("h2", "h3", "h4", "h5", "h6")}
    whole = ("阅读原文", "閱讀原文") if found.page.root.xpath(parts.WECHAT) else ()
    if _is_cut(found):
        return "teaser", "a teaser: an excerpt's dots in brackets end the text"
    for row in _ends(found):
        label = row in labels and not _REST.search(row)
        if label or row in whole or row in found.titles or len(row) >= 200:
            continue
        if _APP.fullmatch(row) and (found.prose_size >= NOTICE or _is_ended(found)):
            continue  # a button beside any text
        if signs.TEASER.match(row) or _is_rest(found, row):
            return "teaser", f"a teaser: the text ends with {row[:60]!r}"
    return None


def _is_ended(found: Found) -> bool:
    """Does the last of several paragraphs end as a sentence does?"""
    rows = [row for row in found.own if weight(row) >= PROSE]
    return found.prose_size >= 2 * SCANT and bool(SENTENCE.search(rows[-1]))


def _is_cut(found: Found) -> bool:
    """Does the text end as the excerpts do that publishing systems make: with `[…]`?"""
    last = [row for row in found.own if weight(row) >= PROSE][-ENDING:]
    return any(map(_EXCERPT.search, last))


def _ends(found: Found) -> tuple[str, ...]:
    """The lines, the link and the sentence that the text ends with."""
    last = (_last_link(found), _last_sentence(found))
    if not found.own:
        return (*found.told, *last)
    further = [row for row in found.rest[NEXT:NEAR] if not signs.MORE.match(row)]
    boxed = [row for row in found.view.offers if _REST.search(row) and found.prose_size < NOTICE]
    return (*found.own[-2:], *found.rest[:NEXT], *further, *boxed, *last)


def _is_rest(found: Found, row: str) -> bool:
    """Does a line, or a button, lead to the rest of a text that is cut?"""
    last = next((one for one in reversed(found.own) if weight(one) >= PROSE), "")
    if not last or SENTENCE.search(last):
        return False
    dots = bool(_DOTS.search(last[-DOTTED:]))
    onward = signs.MORE.match(row) or (row in found.rest and _leads_on(row))
    return bool(signs.UNFOLD.match(row)) or (dots and bool(onward))


def _leads_on(row: str) -> bool:
    return bool(signs.READ.search(row)) and weight(row) < SCANT


def _last_link(found: Found) -> str:
    """The words of the link that the text's last paragraph ends with; "" for none."""
    if found.body is None or not found.own:
        return ""
    links = [one_line(link) for link in found.body.iter("a")]
    return next((link for link in links if link and found.own[-1].endswith(link)), "")


def _last_sentence(found: Found) -> str:
    """What stands behind the last full stop, dots or bracket of the text."""
    rows = found.own or found.told
    last = next((row for row in reversed(rows) if weight(row) >= PROSE), rows[-1])
    return _STOP.split(last.rstrip(_ENDS))[-1].strip()
