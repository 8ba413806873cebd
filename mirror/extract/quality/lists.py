"""Does a page lead to articles and hold none?"""

import re
from urllib.parse import urlsplit

from mirror.extract.facts.json_ld import json_ld
from mirror.extract.facts.structured import types_of
from mirror.extract.naming import site_names
from mirror.extract.page import one_line, text_weight, weight
from mirror.extract.quality import parts, signs
from mirror.extract.quality.cards import leads_on
from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.measures import LONG, NOTICE, SCANT, SENTENCE
from mirror.extract.quality.teasers import teaser
from mirror.extract.quality.view import CONTENT, after

_SITE = re.compile(r"\s[|–—-]\s|\s?[｜_|]\s?")  # what sets a site's name apart in a title
_YEAR = re.compile(r"(?:19|20)\d\d")
FEW = 5  # teasers or links: so many make a list
LINKED = 0.6  # of a list of bare links is their text
LINKED_OF_LIST = 0.3  # of a list that says so: what else a row tells of its link
ALL = 0.8  # of a list without a heading
TABLE = 0.5  # of a table is what it shows
FIGURES = 10  # rows
SOME = 0.3  # of the rows of a table of prices or times have figures in them
LINE = 20  # weight of a sentence
BELOW = 5  # lines: who wrote it, and when
ROW = 3  # teasers, where there is nothing else
MANY = 20  # teasers: more than stand beside a story
MANY_TOLD = 4  # paragraphs: no list begins with so many
PLAIN_TITLE = 24  # weight of a heading that may be a rubric's name; a story's says more


def listing(found: Found) -> Verdict | None:
    """Teasers or links in place of a text, and a page that calls itself a list or has no story."""
    if found.own_size < NOTICE:
        if any(map(signs.NOTICE_TITLE.search, found.titles)):
            return None
        if _is_by_name(found):
            return "listing", f"a listing: by its name, or by its address: {found.title[:60]!r}"
    if _is_all_links(found):
        return "listing", "a listing: links make up the text"
    if found.strategy == "rules" and found.own_size:
        return None
    named = _calls_itself_a_list(found) or _is_called_as_its_site(found)
    what = _listed(found, named=named)
    if what and (named or not _holds_a_story(found)):
        return "listing", f"a listing: {what}"
    return None


def _is_by_name(found: Found) -> bool:
    """Is a page with little text a list by its name, whatever else is on it?"""
    if signs.LISTED.match(found.title) and not found.is_story:
        return True
    bare = found.own_size < 2 * SCANT and _is_bare_list(found)
    return bare or _is_a_search(found)


def _holds_a_story(found: Found) -> bool:
    """Is there a story, or the beginning of one, that the links only stand beside?"""
    left = found.own_size
    if left >= SCANT and teaser(found):
        return True
    claims = found.is_story or (found.is_signed and left > 0)
    claims = claims and not _leads_its_list(found)
    led = found.view.teasers + (0 if claims else found.view.links)
    if left < SCANT and (led >= (MANY if claims else FEW) or _is_all_table(found)):
        return False
    if _is_all_figures(found) and not found.is_story:
        return False
    headed = found.is_story or _has_a_headline(found)
    return headed or _is_told_below_its_title(found) or _is_in_its_place(found)


def _leads_its_list(found: Found) -> bool:
    """Is the page's heading itself but a link to another page, over hardly a word of its own?"""
    h1 = found.page.root.find(".//h1")
    links = [] if h1 is None or found.own_size >= SCANT else h1.findall(".//a")
    url = found.page.base_url
    return any(one_line(link) == one_line(h1) and leads_on(link, url) for link in links)


def _is_in_its_place(found: Found) -> bool:
    """Is there text in the one element that is called a story's text?"""
    named = found.view.main.xpath(CONTENT)
    return len(named) == 1 and text_weight(named[0]) >= SCANT


def _sentences(found: Found) -> int:
    """How many paragraphs there are; what introduces a subject or an author is one."""
    return sum(1 for row in found.own if weight(row) >= LINE and SENTENCE.search(row))


def _is_told_below_its_title(found: Found) -> bool:
    """Do paragraphs follow the line that is the page's title? Not every page has an `h1`."""
    if found.title not in found.view.lines:
        return False
    behind = after(found.view.lines, found.title)[:BELOW]
    dated = any(weight(row) < SCANT and _YEAR.search(row) for row in behind[:1])
    if dated and found.sentences_size >= 2 * SCANT:
        return True
    named = weight(found.title) >= PLAIN_TITLE
    return named and _sentences(found) > 1 and any(map(SENTENCE.search, behind))


def _is_a_search(found: Found) -> bool:
    """Is it called a search, found or not, and says too little for an article about one?"""
    most = NOTICE if not found.is_signed else 2 * SCANT
    called = any(map(signs.SEARCH.search, found.headings[:2]))
    return called and not found.is_story and found.own_size < most


def _is_bare_list(found: Found) -> bool:
    """Is it called a list, with next to nothing on it?"""
    told = found.own_size if found.is_story or found.is_signed else found.sentences_size
    bare = told < SCANT and bool(found.view.outside or found.view.links)
    return bare and _calls_itself_a_list(found)


def _listed(found: Found, *, named: bool) -> str:
    """What there is many of, in place of a text; "" for nothing."""
    view = found.view
    told = _sentences(found)
    certain = named and told < MANY_TOLD and not (found.is_story and found.is_signed)
    figures = _is_all_figures(found)
    if view.teasers >= ROW and found.own_size > (LONG if certain else NOTICE) and not figures:
        return ""
    headed = found.is_story or _has_a_headline(found)
    claims = (headed and not named) or told > 1
    led = view.teasers + view.links
    few = FEW if claims and found.own_size >= SCANT else ROW
    bare = led >= FEW and found.sentences_size < 2 * SCANT and not headed
    linked = view.linked > (LINKED_OF_LIST if named else LINKED)
    alone = view.links >= ROW and view.linked > ALL and found.own_size < SCANT
    many = (
        (view.teasers >= few, f"{view.teasers} teasers of other articles"),
        (bare, f"{led} links and hardly a sentence"),
        (view.links >= FEW and linked, f"{view.links} links make up the text"),
        (alone, f"{view.links} links and nothing else"),
        (figures, "rows of figures make up the text"),
        (_is_all_table(found), "a table makes up the text"),
    )
    return next((what for is_so, what in many if is_so), "")


def _is_all_figures(found: Found) -> bool:
    """Are there rows with figures, and hardly a sentence: prices, times, results?"""
    figures = sum(1 for row in found.told if any(map(str.isdigit, row)))
    short = found.told_size < LINE * len(found.told)
    many = len(found.told) >= FIGURES and figures > SOME * len(found.told)
    return many and short and found.sentences_size < SCANT


def _is_all_table(found: Found) -> bool:
    """Is what the page shows a table, without a sentence?"""
    tables = found.view.main.xpath(".//table[not(.//table)]")  # others only hold the page
    cells = "".join(one_line(one) for one in tables if len(list(one.iter("tr"))) >= FEW)
    plain = all(weight(line) < SCANT for line in found.view.lines)
    return (plain or found.own_size < SCANT) and weight(cells) > TABLE * (found.told_size + 1)


def _is_all_links(found: Found) -> bool:
    """Is the text itself, whatever found it, a list of links?"""
    if found.body is None:
        return False
    links = [one_line(link) for link in found.body.iter("a")]
    return len(links) >= 2 * FEW and sum(map(weight, links)) > 0.7 * found.size


def _calls_itself_a_list(found: Found) -> bool:
    """By its heading, its address, its classes or its structured data."""
    firsts = (_SITE.split(one, maxsplit=1)[0] for one in found.titles)
    if any(signs.LISTING.search(one) for one in (*found.titles, *firsts)):
        return True
    classes = found.page.root.find("body").get("class") or ""
    claims = "single" in classes or (found.is_story and found.is_signed)
    if parts.LIST_CLASS.search(classes) and not claims:
        return True
    parted = urlsplit(found.page.url)
    address = f"{parted.path}?{parted.query}" if parted.query else parted.path
    if parted.netloc and not found.is_story and parts.LIST_PATH.search(address):
        return True
    outer = [types_of(node) for node in json_ld(found.page)]
    return any(not types.isdisjoint(parts.LISTS) for types in outer) and not found.is_story


def _is_called_as_its_site(found: Found) -> bool:
    """Has it no title but the site's name, as a first page has?"""
    return not found.is_story and site_names(found.page, found.source).are(found.title)


def _has_a_headline(found: Found) -> bool:
    """Does the page's first heading read like a story's?"""
    shown = found.page.root.find(".//h1") is not None
    return shown and weight(found.title) > PLAIN_TITLE
