"""Is this page an article? The gate before the archive.

Every verdict needs two signals that are independent of each other, as a rule what the page says
of itself and how little there is to read: a long article may speak of captchas and subscriptions.
"""

from dataclasses import dataclass

from mirror.article import Problem, Source
from mirror.extract import signs
from mirror.extract.page import Element, Page, is_cjk, one_line, weight
from mirror.extract.structured import Node

Verdict = tuple[Problem, str]

# In units of `weight`: 600 are about a hundred English words or two hundred Chinese characters.
SHORT = 600
SCANT = 90  # a generic extractor that finds less found no article
NOTICE = 360  # what a notice ("page not found") may say at most


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What the layers found on a page, to be judged."""

    page: Page
    node: Node
    source: Source
    title: str
    text: str  # of the body, a block a line
    body: Element | None
    strategy: str
    missed: tuple[str, ...] = ()  # the source's body rules, when none of them matched
    size: int = 0  # the weight of `text`


def layout_changed(missed: tuple[str, ...]) -> str:
    """The sentence that names the body rules which matched nothing."""
    shown = ", ".join(missed[:3]) + (f" (nor {len(missed) - 3} more)" if len(missed) > 3 else "")
    return f"no element matches the body selector {shown}: layout changed?"


def judge(found: Found) -> Verdict | None:
    """The first problem of a page with its evidence; None for an article."""
    checks = (
        _challenge,
        _not_found,
        _login,
        _paywall,
        _teaser,
        _media_only,
        _empty,
        _listing,
        _garbled,
        _language,
    )
    return next((verdict for check in checks if (verdict := check(found))), None)


def _challenge(found: Found) -> Verdict | None:
    size = found.size
    if size > SHORT:
        return None
    said = signs.CHALLENGE.search(_headings(found)) or (
        size < NOTICE and signs.CHALLENGE.search(found.text)
    )
    part = found.page.root.xpath(signs.CHALLENGE_PARTS)
    if said and (part or size < NOTICE):
        return "challenge", f"a bot challenge, not the article: {said[0]!r}"
    if part and size < SCANT:
        return "challenge", "a bot challenge (captcha), and no text"
    return None


def _not_found(found: Found) -> Verdict | None:
    if found.size > NOTICE:
        return None
    heads = signs.NOT_FOUND.search(_headings(found))
    if heads and (signs.NOT_FOUND.search(found.text) or found.size < SCANT):
        return "not-found", f"an error page with status 200 (soft 404): {heads[0]!r}"
    return None


def _login(found: Found) -> Verdict | None:
    if found.size > NOTICE or not found.page.root.xpath(signs.LOGIN_FIELD):
        return None
    if said := signs.LOGIN.search(_headings(found)):
        return "login", f"a login page: {said[0]!r} and a password field"
    return None


def _paywall(found: Found) -> Verdict | None:
    if found.size > SHORT:
        return None
    closed = str(found.node.get("isAccessibleForFree")).lower() in ("false", "0", "no")
    said = signs.PAYWALL.search(found.text) or signs.PAYWALL.search(
        one_line(found.page.root)[-3000:]
    )
    if closed and (said or found.size < NOTICE):
        return "paywall", "a paywall: the page says isAccessibleForFree=false and shows a part only"
    if said and signs.PAYWALL.search("".join(found.text.split("\n")[-2:])):
        return "paywall", f"a paywall: the text ends with {said[0]!r}"
    return None


def _teaser(found: Found) -> Verdict | None:
    last = found.text.rpartition("\n")[2]
    if found.size < SHORT and len(last) < 40 and (said := signs.TEASER.search(last)):
        return "teaser", f"a teaser: the text ends with {said[0]!r}"
    return None


def _media_only(found: Found) -> Verdict | None:
    if found.size < SCANT // 3 and found.page.root.xpath(signs.PLAYER):
        return "media-only", "a video or audio player and no text"
    return None


def _empty(found: Found) -> Verdict | None:
    size = found.size
    pictured = found.body is not None and found.body.find(".//img") is not None
    if found.missed and size < SHORT:
        return "empty", layout_changed(found.missed)
    if size == 0 and not (pictured and found.strategy == "rules"):
        return "empty", "no text found"
    if found.strategy != "rules" and size < SCANT:
        return "empty", f"no article text found: only {len(found.text)} characters"
    return None


def _listing(found: Found) -> Verdict | None:
    if found.body is None:
        return None
    links = [one_line(link) for link in found.body.iter("a")]
    linked = sum(map(weight, links))
    if len(links) >= 10 and linked > 0.7 * found.size:
        return "listing", f"a listing: {len(links)} links make up the text"
    return None


def _garbled(found: Found) -> Verdict | None:
    broken = len(signs.MOJIBAKE.findall(found.text))
    if broken >= 5 and broken > 0.01 * len(found.text):
        return "garbled", f"garbled text: {broken} broken characters of {len(found.text)}"
    return None


def _language(found: Found) -> Verdict | None:
    foreign = is_cjk(found.source.title) and not is_cjk(found.text) and not is_cjk(found.title)
    if foreign and found.size > SHORT:
        return "wrong-language", "the source is Chinese, the text has no Chinese character"
    return None


def _headings(found: Found) -> str:
    heads = [one_line(element) for element in found.page.root.iter("title", "h1", "h2")][:4]
    named = found.page.root.findtext(".//title") or ""
    return "\n".join([named, found.title, *heads])
