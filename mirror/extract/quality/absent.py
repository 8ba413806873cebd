"""Is the article not there: an error, a film, or nothing at all?"""

import re

from mirror.extract.facts.structured import types_of
from mirror.extract.page import text_weight, weight
from mirror.extract.quality import parts, signs
from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.measures import (
    LONG,
    MOSTLY,
    NOTICE,
    PARTLY,
    PROSE,
    SCANT,
    SHORT,
    says_only,
)
from mirror.extract.quality.notices import is_addressed

ERROR_SIZE = 500  # weight: the longest error page that we know (a web server's first page) has 480
LONG_ERROR = 800  # weight: of one that says in its title what it is
FIRST = 2  # paragraphs: above the first there may be a date
LIST = 5  # teasers or links
ALBUM = 2  # pictures
# As browsers read it: "0; url=/new", "0;'/new'" (HTML standard, shared declarative refresh steps).
_REFRESH = re.compile(
    r"\s*[\d.]+(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?[\"']?\s*([^\s\"'][^\"']*)", re.IGNORECASE
)
# What only error pages have in their titles, not reports of such pages.
_STATUS = re.compile(
    r"\b(?:404|410|50\d|52\d)\b|page (?:not found|(?:can(?:no|['’])t|could not) be found)"
    r"|(?:页面|頁面|网页|網頁)(?:不存在|找不到)|找不到(?:网页|網頁|页面|頁面)",
    re.IGNORECASE,
)


def layout_changed(missed: tuple[str, ...]) -> str:
    """The sentence that names the body rules which matched nothing."""
    shown = ", ".join(missed[:3]) + (f" (nor {len(missed) - 3} more)" if len(missed) > 3 else "")
    return f"no element matches the body selector {shown}: layout changed?"


def not_found(found: Found) -> Verdict | None:
    """The page names itself an error, and what it says besides is of the same kind or little."""
    said = found.said_size
    named = says_only(found.titles, signs.NOT_FOUND, MOSTLY)
    polite = named and not found.is_story and is_addressed(found, often=True)
    largest = LONG_ERROR if polite else ERROR_SIZE
    if min(said, found.own_size) > largest or _is_something_else(found):
        return None
    heads = signs.NOT_FOUND.search("\n".join(found.headings))
    words = signs.NOT_FOUND.search(found.spoken)
    classes = found.page.root.find("body").get("class") or ""
    marked = parts.LOST_CLASS.search(classes) or any(map(parts.DOMAIN.match, found.titles))
    titled = named or any(map(signs.NOTICE_TITLE.search, found.titles))
    most = largest if titled or not found.headings or _tells_errors(found) else NOTICE
    named = said < most and says_only(found.headings, signs.NOT_FOUND, MOSTLY)
    plain = marked or says_only(found.headings, signs.NOT_FOUND, PARTLY) or is_addressed(found)
    if heads and (words or marked or named) and plain:
        return "not-found", f"an error page with status 200: {heads[0]!r}"
    if found.headings and parts.DOMAIN.match(found.headings[0]) and said < NOTICE:
        return "not-found", f"a page that nobody has made: {found.headings[0]!r}"
    alone = said < SCANT or says_only(found.told, signs.NOT_FOUND, PARTLY) or _is_begun(found)
    if words and said < most and (marked or alone):
        return "not-found", f"an error page with status 200: {words[0]!r}"
    return None


def _tells_errors(found: Found) -> bool:
    """Is every paragraph an error, as a script prints it?"""
    rows = [row for row in found.told if weight(row) >= PROSE]
    return bool(rows) and all(says_only([row], signs.NOT_FOUND, PARTLY) for row in rows)


def _is_something_else(found: Found) -> bool:
    """A story by what it says of itself, or by what it tells; or a search without results."""
    if not found.is_story and any(map(parts.DOMAIN.match, found.titles)):
        return False
    if found.tells_more_than(signs.NOT_FOUND) or _asks_to_log_in(found):
        return True
    onward = says_only(found.headings[:2], signs.ONWARD, MOSTLY)
    lists = any(map(signs.LISTING.search, found.titles))
    if lists and not any(map(signs.NOT_FOUND.search, found.headings)):
        return True
    if onward or any(map(signs.SEARCH.search, found.headings[:2])):
        return True
    coded = any(map(_STATUS.search, found.headings[:2]))
    only = says_only(found.headings[:2], signs.NOT_FOUND, MOSTLY) and _is_begun(found)
    begun = _is_begun(found) and found.said_size < 2 * SCANT
    claims = (found.is_signed and not (coded or only or begun)) or (
        found.is_story and not _is_only_lost(found)
    )
    return claims and found.own_size >= SCANT


def _asks_to_log_in(found: Found) -> bool:
    """Does it send its reader to a login, under a heading that names nothing lost?"""
    named = says_only(found.headings, signs.NOT_FOUND, MOSTLY)
    return not named and any(map(signs.LOGIN_WALL.search, found.own))


def server_page(found: Found) -> Verdict | None:
    """What a server, or the system behind a site, sends of its own: long ones, too."""
    proxy = found.page.root.find("body").get("id") or ""
    if parts.PROXY_ID.fullmatch(proxy):
        return "challenge" if "DENIED" in proxy else "not-found", f"a proxy's own page: {proxy!r}"
    named = says_only(found.headings[:2], signs.SERVER, PARTLY)
    if found.is_story or found.own_size >= 2 * LONG or not named:
        return None
    return "not-found", f"a server's own page: {found.headings[0][:60]!r}"


def _is_begun(found: Found) -> bool:
    """Does the first sentence, spoken to the reader, say that it is lost?"""
    rows = [row for row in found.spoken.split("\n") if weight(row) >= PROSE][:FIRST]
    return any(signs.NOT_FOUND.search(row) and signs.ADDRESS.search(row) for row in rows)


def _is_only_lost(found: Found) -> bool:
    """Do heading and text say nothing else, whatever the page calls itself?"""
    named = says_only(found.headings[:2], signs.NOT_FOUND, MOSTLY)
    heads = named or any(map(signs.NOTICE_TITLE.search, found.headings[:2]))
    told = says_only(found.told, signs.NOT_FOUND, PARTLY) or (
        named and not found.is_signed and signs.GONE.search(found.spoken)
    )
    return bool(heads and told and found.told_size < NOTICE)


def media_only(found: Found) -> Verdict | None:
    """A player, a document or pictures, and next to no text."""
    main = found.view.main
    player = main.xpath(parts.PLAYER)
    wordless = found.sentences_size < SCANT and found.own_size < NOTICE  # a song has no full stops
    if player and wordless:
        return "media-only", "a video or audio player and no text"
    if (player or main.xpath(parts.SCREEN)) and found.own_size < NOTICE and _is_film(found):
        return "media-only", "a video and a line about it"
    if main.xpath(parts.DOCUMENT) and found.own_size < SCANT:
        return "media-only", "a document in a frame and no text"
    pictured = found.body is not None and found.strategy == "rules"
    captions = sum(text_weight(one) for one in main.xpath(parts.FIGURE))
    album = len(main.xpath(parts.PICTURE)) >= (1 if captions else ALBUM)
    called = any(map(signs.MEDIA.search, found.headings[:2]))
    told = (found.said_size if called else found.told_size) - captions
    if album and told < SCANT and not pictured and not _is_captioned(found):
        return "media-only", "pictures and no text"
    listed = found.view.teasers >= LIST or found.view.links >= LIST
    named = (called or _is_film(found)) and bool(
        main.xpath(f"{parts.SCREEN}|{parts.PICTURE}") or not listed
    )
    shown = main.xpath(parts.SCREEN) or _is_film(found) or next(main.iter("img"), None) is not None
    if named and shown and wordless and not pictured and not _is_captioned(found):
        return "media-only", "a title that promises a film or pictures, and no text"
    return None


def empty(found: Found) -> Verdict | None:
    """Nothing to read that could be an article."""
    lack = _lack(found)
    if lack and (target := _refreshes_to(found)):
        lack = f"the page redirects to {target[:200]!r} by a meta refresh, which is not followed"
    return ("empty", lack) if lack else None


def _lack(found: Found) -> str:
    """What there is too little of; "" when there is an article's text."""
    size = found.own_size
    pictured = found.body is not None and found.body.find(".//img") is not None
    if found.missed and size < SHORT:
        return layout_changed(found.missed)
    if size == 0 and not (pictured and (found.strategy == "rules" or _is_captioned(found))):
        return "no text found"
    if found.strategy != "rules" and size < SCANT and not _is_captioned(found):
        return f"no article text found: only {len(''.join(found.own))} characters"
    return ""


def _refreshes_to(found: Found) -> str:
    """The address of the page's meta refresh; "" when it has none, or to itself."""
    for meta in found.page.root.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() == "refresh":
            match = _REFRESH.match((meta.get("content") or "")[:2000])
            return match[1].strip() if match else ""
    return ""


def _is_captioned(found: Found) -> bool:
    """Is it a story in pictures, told by their captions?"""
    return found.body is not None and text_weight(found.body) > SHORT


def _is_film(found: Found) -> bool:
    """Does the page tell machines that it is a video, and not that it is a story?"""
    kinds = found.page.metas("og:type")
    declared = any(kind.lower().startswith(("video", "music")) for kind in kinds)
    return not found.is_story and (declared or "VideoObject" in types_of(found.node))
