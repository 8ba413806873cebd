"""Is the article for those only who pay, or who are known?"""

import re

from mirror.extract.facts.structured import Node, as_list
from mirror.extract.page import Element, one_line, weight
from mirror.extract.quality import parts, signs
from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.measures import (
    LONG,
    MOSTLY,
    NOTICE,
    PARTLY,
    ROWS,
    SCANT,
    SHORT,
    says_only,
)
from mirror.extract.quality.notices import is_addressed
from mirror.extract.quality.offers import NEAR, is_for_free, is_priced, offer, offer_set_apart, sold

FREE_PART = 2 * LONG  # weight: what a paywall shows at most
FEW = 3  # teasers of articles: the form only stands beside them
PARTS = 10  # selectors of parts that are not free
# `.paywall`, `div.rest`, `#more`; Google reads classes alone. No others, since they are the page's
# own: `.a .a` takes a minute where 40,000 elements of that class hold each other.
_SIMPLE = re.compile(r"(?=.)(?:[a-z][a-z0-9]*)?(?:[.#]-?[^\W\d][\w-]*){0,4}")


def paywall(found: Found) -> Verdict | None:
    """A part only: by the page's own data and what is missing, or by an offer in its place."""
    if found.own_size > FREE_PART:
        return None
    verdict = _closed_by_its_data(found) or _closed_by_offer(found)
    # asked last: next to no page comes so far
    if verdict and not (_answers_a_search(found) or is_for_free(found) or _is_metered(found)):
        return verdict
    return None


def paywall_by_data(found: Found) -> Verdict | None:
    """A page that tells machines that it is not free."""
    return paywall(found) if is_closed(found.node) else None


def _is_metered(found: Found) -> bool:
    """Does it count the articles that its reader has left, of which this is one?"""
    return any(map(signs.METER.search, (*found.view.lines[:ROWS], *_beside(found))))


def _beside(found: Found) -> tuple[str, ...]:
    """The furniture's short lines; none of a page that has too many to be read at ease."""
    rows = tuple(row for row in found.view.outside if len(row) < SHORT)
    return rows if len(rows) <= ROWS else ()


def _closed_by_its_data(found: Found) -> Verdict | None:
    """The page says that it isn't free, and shows a part only."""
    if not is_closed(found.node):
        return None
    offered = _offered(found) or offer(found, signs.OFFER) or offer(found, signs.COSTS)
    beside = offered or any(map(signs.PAYWALL.search, _beside(found)))
    if found.own_size < (LONG if beside else NOTICE) and not _is_part_shown(found):
        return "paywall", "a paywall: the page says isAccessibleForFree=false and shows a part only"
    if _is_part_hollow(found):
        return "paywall", "a paywall: the part that is not free has no text"
    return None


def _closed_by_offer(found: Found) -> Verdict | None:
    """An offer stands where the text should go on."""
    if found.own_size >= LONG or (found.prose_size >= SHORT and not _is_boxed(found)):
        return None
    if said := _offered(found):
        return "paywall", f"a paywall: an offer where the text should go on: {said!r}"
    if found.view.main.xpath(parts.KEY_FIELD) and not is_priced(found):
        return None  # a login's form, which speaks of members, too
    little = found.own_size < SCANT or (found.own_size < NOTICE and _is_boxed(found))
    if little and (said := offer(found, signs.OFFER, NEAR)):
        return "paywall", f"a paywall: an offer in place of the text: {said!r}"
    if found.own_size < SHORT and (row := sold(found, signs.COSTS)):
        return "paywall", f"a paywall: the rest has a price: {row[:60]!r}"
    return None


def _offered(found: Found) -> str:
    """The words of an offer behind the text, in a box, or in the page's headings; "" for none."""
    if said := offer(found, signs.PAYWALL) or offer_set_apart(found, signs.PAYWALL):
        return said
    if found.own_size >= SHORT:
        return ""
    sold_heads = [row for row in found.headings if not signs.TEASER.match(row)]
    if says_only(sold_heads, signs.PAYWALL, PARTLY):
        return "its headings"
    return offer(found, signs.LOGIN_WALL) if is_priced(found) else ""


def login(found: Found) -> Verdict | None:
    """A form and its name, or a sentence that sends the reader to one."""
    if found.own_size >= SHORT or _answers_a_search(found):
        return None
    return _login_page(found) or _login_wall(found)


def _login_page(found: Found) -> Verdict | None:
    """A form with its name above it, or with nothing beside it."""
    if found.is_story:
        return None
    main = found.view.main
    # beside a text, a heading below the title is that of a box
    headings = found.headings if found.own_size < SCANT else found.titles
    heads = signs.LOGIN.search("\n".join(_without_talk(headings)))
    if heads and main.xpath(parts.ACCOUNT) and found.own_size < NOTICE:
        return "login", f"a login page: {heads[0]!r} and its form"
    called = main.xpath(parts.PHONE_FIELD) and says_only(found.told, signs.LOGIN, PARTLY)
    if called and found.told_size < NOTICE and found.view.teasers < FEW:
        return "login", "a login's form and its words, and nothing else"
    return None


def _login_wall(found: Found) -> Verdict | None:
    """A sentence that sends the reader to a login, a password's field, or an account's name."""
    little = found.own_size < NOTICE
    form = little or found.view.main.xpath(parts.ACCOUNT)
    if (form or _is_boxed(found)) and (said := _sent_to_login(found)):
        return "login", f"a login wall: {said!r}"
    if little and not found.is_story and _asks_for_a_password(found):
        return "login", "a password is asked for, and there is no text"
    if row := _named_closed(found) or sold(found, signs.ACCOUNT):
        return "login", f"a login wall: for those with an account only: {row[:60]!r}"
    return None


def _sent_to_login(found: Found) -> str:
    """The words that send the reader of a short text to a login; "" for none."""
    said = offer(found, signs.LOGIN_WALL) or offer_set_apart(found, signs.LOGIN_WALL)
    if not said and is_for_free(found):
        said = offer(found, signs.PAYWALL) or offer_set_apart(found, signs.PAYWALL)
    return said


def _asks_for_a_password(found: Found) -> bool:
    """Does a page with little text ask for one, and either say nothing else or speak of it?"""
    heads = found.headings[:2]
    asked = found.view.main.xpath(parts.KEY_FIELD) or says_only(heads, signs.LOGIN, PARTLY)
    return bool(asked) and (
        max(found.own_size, found.told_size) < SCANT or any(map(signs.PASSWORD.search, found.own))
    )


def _answers_a_search(found: Found) -> bool:
    """Is it the page of a search, which may offer an archive that is not free?"""
    return not found.is_story and any(map(signs.SEARCH.search, found.titles))


def _without_talk(headings: tuple[str, ...]) -> list[str]:
    return [row for row in headings if not signs.TALK.search(row)]


def _named_closed(found: Found) -> str:
    """The heading's word, where a notice repeats that only who is known may enter; "" for none."""
    if found.own_size >= NOTICE or found.is_story or found.is_signed or not is_addressed(found):
        return ""
    heads = signs.LOGIN_WALL.search("\n".join(found.headings[:2]))
    only = says_only(found.headings[:2], signs.LOGIN_WALL, MOSTLY)
    return heads[0] if heads and (only or signs.LOGIN_WALL.search(found.spoken)) else ""


def is_closed(node: Node) -> bool:
    """Does structured data say that the article is not free? (schema.org isAccessibleForFree)"""
    return str(node.get("isAccessibleForFree")).lower() in ("false", "0", "no")


def _part(found: Found) -> list[str]:
    """The selectors of the parts that are not free (schema.org hasPart, cssSelector)."""
    held = [item for item in as_list(found.node.get("hasPart")) if isinstance(item, dict)]
    named = (
        str(one) for item in held if is_closed(item) for one in as_list(item.get("cssSelector"))
    )
    return [one.strip() for names in named for one in names.split(",")][:PARTS]


def _is_part_shown(found: Found) -> bool:
    """Is there text in the part that is not free, and not the offer?"""
    text = " ".join(_part_texts(found))
    offered = signs.OFFER.search(text) or signs.PAYWALL.search(text)
    return weight(text) > (SHORT if offered else 2 * SCANT)


def _is_part_hollow(found: Found) -> bool:
    """Is the element of the part that is not free there, with nothing or an offer in it?"""
    texts = _part_texts(found)
    if not texts:  # sites also name parts that they show to nobody, and leave the text whole
        return found.own_size < LONG and bool(_part(found) and offer(found, signs.OFFER))
    return not _is_part_shown(found)


def _part_texts(found: Found) -> list[str]:
    """The texts of the elements that are not free, as far as the page has any; each once."""
    texts = []
    seen: set[Element] = set()  # with all that they hold
    for selector in filter(_SIMPLE.fullmatch, _part(found)):
        for element in found.page.select(selector):
            if not isinstance(element, str) and element not in seen:
                seen.update(element.iter())
                texts.append(one_line(element))
    return texts


def _is_boxed(found: Found) -> bool:
    """Has the page's main part a box of the kind that stands where a text is cut off?"""
    if not _has_box(found.page.root):  # most pages: they need no view
        return False
    return _has_box(found.view.main)


def _has_box(root: Element) -> bool:
    names = {element.get(name) or "" for element in root.iter() for name in ("class", "id")}
    return parts.PAY_BOX.search("\n".join(names).lower()) is not None
