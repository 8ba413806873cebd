"""What the layers found on a page, and what the checks ask of it, each answered once."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

import lxml.html

from mirror.article import Problem, Source
from mirror.extract.facts.metadata import without_site
from mirror.extract.facts.stamps import published
from mirror.extract.facts.structured import Node, types_of
from mirror.extract.page import Element, Page, one_line, weight
from mirror.extract.quality.measures import (
    LONG,
    MOSTLY,
    PROSE,
    ROWS,
    SCANT,
    SENTENCE,
    SPOKEN,
    says_only,
)
from mirror.extract.quality.signs import Sign
from mirror.extract.quality.view import View, after, view_of

Verdict = tuple[Problem, str]

STORY = 2  # paragraphs that speak of other things than a notice does
NOTED = 1500  # characters of a text in which a notice about it stands
ROW = 20  # what has less may begin anything


def _begins_one(row: str, ordered: list[str]) -> bool:
    """Is `row` one of the sorted lines, or the words that one of them begins with?"""
    line = next(iter(ordered[bisect_left(ordered, row) :]), "")
    return line == row or (line.startswith(row) and weight(row) >= ROW)


_QUOTED = re.compile(
    r"“[^”\n]{1,200}”|「[^」\n]{1,200}」|『[^』\n]{1,200}』|«[^»\n]{1,200}»|„[^“\n]{1,200}“"
    r'|"[^"\n]{1,200}"'
)


def unquoted(text: str) -> str:
    return _QUOTED.sub("", text)


_RIGHTS = re.compile(
    r"^\W*(?:copyright\b|©)|all rights reserved|[版著][权權]所有|ICP[备備]"
    r"|\bcookies?\b.{0,80}(?:policy|agree|consent|experience|政策|同意|[体體][验驗])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
HEADING = 300  # characters that are read of one
STORIES = frozenset({
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "Article", "BlogPosting",
    "Report", "SocialMediaPosting",
})  # fmt: skip


@dataclass(frozen=True, eq=False)
class Found:
    """What the layers found on a page, to be judged."""

    page: Page
    node: Node
    source: Source
    title: str
    text: str  # of the body, a block a line
    body: Element | None
    strategy: str
    authors: tuple[str, ...]
    agreement: float

    @cached_property
    def size(self) -> int:
        return weight(self.text)

    @property
    def missed(self) -> tuple[str, ...]:
        """The source's body rules, when none of them matched."""
        return self.source.rules.body if self.strategy != "rules" else ()

    @cached_property
    def view(self) -> View:
        return view_of(self.page)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The lines of the text that are neither furniture nor teasers of other articles."""
        rows = tuple(filter(None, self.text.split("\n")))
        if self.strategy == "rules":
            return rows
        sorted_others = sorted({*self.view.outside, *self.headings})
        # Extractors leave out buttons: what they took of a line of furniture begins it.
        return tuple(
            row for row in rows if not (_RIGHTS.search(row) or _begins_one(row, sorted_others))
        )

    @cached_property
    def own_size(self) -> int:
        return weight("".join(self.own))

    @cached_property
    def prose_size(self) -> int:
        """The weight of the own lines that may be sentences."""
        return sum(size for row in self.own if (size := weight(row)) >= PROSE)

    @cached_property
    def sentences_size(self) -> int:
        """The weight of the own lines that end as sentences do, or are long."""
        sizes = ((weight(row), row) for row in self.own)
        return sum(size for size, row in sizes if size >= SCANT or SENTENCE.search(row))

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The lines of the page's main part but for its headings, whether extracted or not."""
        return tuple(line for line in self.view.lines if line not in self.headings)

    @cached_property
    def spoken(self) -> str:
        """`told` without what it quotes: a story may quote a notice, a notice quotes nobody."""
        return unquoted("\n".join(self.told)[:SPOKEN])

    @cached_property
    def said_size(self) -> int:
        """As `told_size`, without lines that are the words of a link: menus, however named."""
        links = {one_line(link) for link in self.view.main.iter("a")}
        rows = (row for row in self.told if not _RIGHTS.search(row))
        return sum(weight(row) for row in rows if row.lstrip("•·|-*» ") not in links)

    @cached_property
    def told_size(self) -> int:
        return weight("".join(self.told))

    def tells_more_than(self, words: Sign) -> bool:
        """Are there paragraphs without `words`, under a heading that says something else, too?"""
        if says_only(self.headings[:2], words, MOSTLY):
            return False
        told = [row for row in self.told[:ROWS] if weight(row) >= SCANT and not words.search(row)]
        return len(told) >= STORY

    @cached_property
    def rest(self) -> tuple[str, ...]:
        """The lines of the page's main part behind the text's last paragraph; all, without one."""
        lines = [row for row in self.own if weight(row) >= PROSE]
        paragraphs = [row for row in lines if weight(row) >= SCANT] or lines
        return after(self.view.lines, paragraphs[-1] if paragraphs else "")

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What the page calls itself: its title without the site's name, and its first headings."""
        shown = list(self.page.headlines.values())[:3]
        every = (text[:HEADING] for text in (self.named, self.title, *shown) if text)
        return tuple(dict.fromkeys(every))

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Its titles and the headings below them."""
        below = [one_line(element) for element in islice(self.view.main.iter("h2", "h3"), 3)]
        return tuple(dict.fromkeys((*self.titles, *(text[:HEADING] for text in below if text))))

    @cached_property
    def named(self) -> str:
        """The page's title without the site's name."""
        titled = one_line(self.page.root.findtext(".//title") or "")
        return without_site(titled, self.page, self.source)

    @cached_property
    def sayings(self) -> str:
        """All that may be among the headings or first in the page's own text, at little cost."""
        heads = map(one_line, islice(self.page.root.iter("h1", "h2", "h3"), ROWS))
        return "\n".join((self.named, self.title, *heads, self.text[:NOTED]))

    @cached_property
    def markup(self) -> str:
        """The page's source in small letters, as far as a wall's parts reach."""
        return str(lxml.html.tostring(self.page.root, encoding="unicode"))[:100_000].lower()

    @cached_property
    def is_story(self) -> bool:
        """Does the page tell machines that it is an article?"""
        if not types_of(self.node).isdisjoint(STORIES) and self.node.get("headline"):
            return True
        metas = self.page.metas("og:type", "article:published_time")
        return any(value.lower() == "article" or value[:2] in ("19", "20") for value in metas)

    @cached_property
    def is_signed(self) -> bool:
        """Does the page say who wrote it, or when? Notices do not; an address may by chance."""
        if self.authors:
            return True
        said = published(replace(self.page, url=""), self.node, self.title, ())
        return any(_YEAR.search(text or "") and not self._is_below(text) for text in said)

    def _is_below(self, text: str) -> bool:
        """Does a date stand below the text, as the time of an error does?"""
        place = next((n for n, row in enumerate(self.told) if text in row), 0)
        return any(weight(row) >= SCANT for row in self.told[:place])

    @cached_property
    def is_plain(self) -> bool:
        """Is it an article beyond doubt, so that nothing else need be looked at?"""
        long = self.size > 2 * LONG if self.strategy != "rules" else self.size > LONG
        return long and (self.is_story or self.strategy in ("rules", "structured"))
