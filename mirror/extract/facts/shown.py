"""The dates that a page shows its readers by the headline."""

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice, takewhile

from lxml import etree

from mirror.extract.naming import headline_element
from mirror.extract.page import Element, Page, one_line

# Elements that say themselves that they show the date of publication.
MARKED = (
    "//*[@itemprop='datePublished']|//time[@pubdate][ancestor::article]"
    "|//time[contains(@class, 'publish')]"
)
MAX_ABOVE = 4  # paragraphs after the headline: then the article has begun
MAX_SHOWN = 120  # characters: what is longer is a text that mentions a date
MAX_INSIDE = 100  # elements of one that shows a date
_DATING = re.compile(r"dat(?:e|um)|time|publi|posted|fecha|\bdata|info|meta|byline", re.IGNORECASE)
_LINES = frozenset({
    "p", "div", "span", "li", "small", "em", "i", "b", "strong", "font", "center", "cite",
    "address", "td", "dd", "dt", "th", "h2", "h3", "h4", "h5", "a",
})  # fmt: skip
# A line that begins with a day, year first, or gives one behind a label: 时间：2019-09-25 10:24.
_STATED = re.compile(
    r"(?:^|[:：]\s*)((?:19|20)\d\d\s?"
    r"(?:[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
    r"(?:\s+\d{1,2}:\d\d(?::\d\d)?)?)(?=$|[\s|｜(（])"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# A short line that begins or ends with a day, beside who wrote it: 記者王小明／台北報導 2009/03/17.
_BESIDE = re.compile(
    r"(?P<before>.{0,40}?)(?<![\w/.-])(?P<day>(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\.?,? (?:19|20)\d\d)"
    r"(?P<time>(?:,? (?:at )?)?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?)?(?P<behind>(?!\w).{0,40})",
    re.IGNORECASE,
)
_WRITER = re.compile(
    r"[—–|｜·•／/]|\b(?:by|(?:mon|tues|wednes|thurs|fri|satur|sun)day|posted|published|reporter"
    r"|correspondent|editor|staff|desk)\b|[记記編编]者|[报報][道導]|[来來]源|[发發][布佈表]|文[／/:：]|撰文",
    re.IGNORECASE,
)
# Somebody's name, and what it is set apart with.
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:[ ,(]+[A-ZÀ-Þ][\w.'’-]*){1,4}[),]*\s*")
_SENTENCE = re.compile(r"[。！？]")
# What else is dated by a label: deadlines, events, how long something holds.
_OTHER_DAY = re.compile(
    r"截止|截至|活[动動]|[举舉][办辦行]|有效|[开開]始|[结結]束|[报報]名|展期|生日|逝世|出生"
    r"|\b(?:deadlines?|closing|closes?|ends?|until|due|valid|expires?|starts?|begins?|venue|events?"
    r"|doors|register by|on sale|born|died)\b",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"©|\(c\)|copyright|版[权權]所有", re.IGNORECASE)
# What says that a date is of a change, in the languages of the press.
_CHANGED = re.compile(
    r"updat|modif|revis|aktuali|oppdater|opdater|uppdater|mise? à jour|actuali[zs]|aggiorna"
    r"|atuali[zs]|güncel|обновл|оновл|bijgewerkt|cập nhật|päivit|frissít|수정|更新|修改|تحديث",
    re.IGNORECASE,
)


def shown(page: Page, heading: str) -> Iterator[tuple[str, bool]]:
    """The dates that readers see by the headline, and whether each is of a change."""
    marked = page.root.xpath(MARKED)[:5]
    headline = headline_element(page, heading)
    below = [] if headline is None else list(_until_begun(_from(headline, page.root)))
    above = list(_above(headline))
    head = [*below, *above] if headline is None or headline.tag == "h1" else [*above, *below]
    times = [element for element in head if element.tag == "time"]
    dating = [
        element
        for element in head
        if element.tag in _LINES and _DATING.search(f"{element.get('class')} {element.get('id')}")
    ]
    yield from map(_dated, (*marked, *times, *dating))
    if headline is not None and headline.tag != "body":
        yield from (found for element in below if (found := _stated(element)))


def _from(headline: Element, root: Element) -> Iterator[Element]:
    return dropwhile(lambda element: element is not headline, root.iter(etree.Element))


def _above(headline: Element | None) -> Iterator[Element]:
    """The elements just above the headline.

    Where no h1 shows it the day may stand far above it: then the page's first ones, too.
    """
    if headline is None:
        return
    for above in islice(headline.iterancestors(), 2):
        yield from islice(_before(headline, above), 15)
    if headline.tag not in ("h1", "body"):
        yield from _until_begun(_before(headline, headline.getroottree().getroot()))


def _before(headline: Element, root: Element) -> Iterator[Element]:
    return takewhile(lambda element: element is not headline, root.iter(etree.Element))


def _until_begun(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements before so many paragraphs have passed that the article has begun.

    Not all sites set theirs in `p`: any other long text counts as one.
    """
    paragraphs = 0
    for element in elements:
        if paragraphs >= MAX_ABOVE:
            return
        yield element
        paragraphs += element.tag == "p" or len(element.text or "") > MAX_SHOWN


def _stated(element: Element) -> tuple[str, bool] | None:
    """The day in an element's own text or right behind it, when that is about the article."""
    if element.tag not in _LINES:
        return None
    own = " ".join(element.xpath("text()"))
    behind = f"{own} {element.tail}" if (element.tail or "").strip() else ""
    lines = (" ".join(text[: 2 * MAX_SHOWN].split()) for text in (own, behind))
    return next((day for line in lines if (day := _day_in(line))), None)


def _day_in(line: str) -> tuple[str, bool] | None:
    """The day that a line about an article states, and whether it is that of a change."""
    if len(line) > MAX_SHOWN or _SENTENCE.search(line):
        return None
    if found := _STATED.search(line):
        text, before = found[1], line[: found.start(1)]
    elif (found := _BESIDE.fullmatch(line)) and _is_about(found["before"], found["behind"]):
        text, before = f"{found['day']}{found['time'] or ''}", found["before"]
    else:
        return None
    return None if _OTHER_DAY.search(before) else (text, _CHANGED.search(before) is not None)


def _is_about(before: str, behind: str) -> bool:
    """Do the words on either side of a day, if there are any, speak of who wrote or sent it?"""
    sides = [side for side in (before, behind) if side.strip()]
    return all(_WRITER.search(side) or _NAME.fullmatch(side) for side in sides)


def _dated(element: Element) -> tuple[str, bool]:
    """The machine-readable date of an element, else its text if that is no more than a date."""
    few = next(islice(element.iter(), MAX_INSIDE, None), None) is None
    text = one_line(element) if few and len(element.text_content()) < 10 * MAX_SHOWN else ""
    if _RIGHTS.search(text):
        text = ""  # the site's, at the foot of the page
    labels = f"{element.get('class')} {element.get('title')} {element.get('itemprop')}"
    change = _CHANGED.search(text)
    changed = _CHANGED.search(labels) is not None or (change is not None and change.start() < 4)
    if exact := element.get("datetime") or element.get("content"):
        return exact, changed
    if change and change.start() >= 4:  # 发布于 …，更新于 …
        text = text[: change.start()].rstrip(" ,，|｜·•(（最後后")
    return text if len(text) <= MAX_SHOWN else "", changed
