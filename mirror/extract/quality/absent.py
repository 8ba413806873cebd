"""Is the article not there: an error, a beginning, a film, or nothing at all?"""

from mirror.extract.facts.structured import types_of
from mirror.extract.page import lines, weight
from mirror.extract.quality import parts, signs
from mirror.extract.quality.found import (
    MOSTLY,
    NOTICE,
    PARTLY,
    SCANT,
    SHORT,
    Found,
    Verdict,
    says_only,
)

ERROR_SIZE = 500  # weight: the longest error page that we know (a web server's first page) has 480
NEAR = 3  # lines behind the text in which a teaser's link stands
ALBUM = 2  # pictures


def layout_changed(missed: tuple[str, ...]) -> str:
    """The sentence that names the body rules which matched nothing."""
    shown = ", ".join(missed[:3]) + (f" (nor {len(missed) - 3} more)" if len(missed) > 3 else "")
    return f"no element matches the body selector {shown}: layout changed?"


def not_found(found: Found) -> Verdict | None:
    """The page names itself an error, and what it says besides is of the same kind or little."""
    said = found.told_size
    if min(said, found.own_size) > ERROR_SIZE or (found.is_story and found.own_size >= SCANT):
        return None
    heads = signs.NOT_FOUND.search("\n".join(found.headings))
    words = signs.NOT_FOUND.search("\n".join(found.told))
    marked = parts.LOST_CLASS.search(found.page.root.find("body").get("class") or "")
    named = said < NOTICE and says_only(found.headings, signs.NOT_FOUND, MOSTLY)
    if heads and (words or marked or named):
        return "not-found", f"an error page with status 200: {heads[0]!r}"
    alone = said < SCANT or says_only(found.told, signs.NOT_FOUND, PARTLY)
    if words and said < NOTICE and (marked or alone):
        return "not-found", f"an error page with status 200: {words[0]!r}"
    return None


def teaser(found: Found) -> Verdict | None:
    """A beginning, then a link to the rest of it."""
    if found.own_size >= SHORT or len(found.told) < 2:
        return None
    ends = (*found.own[-1:], *found.rest[:NEAR]) if found.own else found.told
    for row in ends:
        if signs.TEASER.match(row) and len(row) < 200:
            return "teaser", f"a teaser: the text ends with {row[:60]!r}"
    return None


def media_only(found: Found) -> Verdict | None:
    """A player, a document or pictures, and next to no text."""
    main = found.view.main
    player = main.xpath(parts.PLAYER)
    if player and found.own_size < SCANT // 3:
        return "media-only", "a video or audio player and no text"
    if player and found.own_size < NOTICE and _is_film(found):
        return "media-only", "a video and a line about it"
    if main.xpath(parts.DOCUMENT) and found.own_size < SCANT:
        return "media-only", "a document in a frame and no text"
    pictured = found.body is not None and found.strategy == "rules"
    if len(main.xpath(parts.PICTURE)) >= ALBUM and found.told_size < SCANT and not pictured:
        return "media-only", "pictures and no text"
    return None


def empty(found: Found) -> Verdict | None:
    """Nothing to read that could be an article."""
    size = found.own_size
    pictured = found.body is not None and found.body.find(".//img") is not None
    if found.missed and size < SHORT:
        return "empty", layout_changed(found.missed)
    if size == 0 and not (pictured and (found.strategy == "rules" or _is_captioned(found))):
        return "empty", "no text found"
    if found.strategy != "rules" and size < SCANT and not _is_captioned(found):
        return "empty", f"no article text found: only {len(''.join(found.own))} characters"
    return None


def _is_captioned(found: Found) -> bool:
    """Is it a story in pictures, told by their captions?"""
    return found.body is not None and weight(lines(found.body)) > SHORT


def _is_film(found: Found) -> bool:
    """Does the page tell machines that it is a video, and not that it is a story?"""
    kinds = found.page.metas("og:type")
    declared = any(kind.lower().startswith(("video", "music")) for kind in kinds)
    return not found.is_story and (declared or "VideoObject" in types_of(found.node))
