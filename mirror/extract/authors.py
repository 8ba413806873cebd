"""Who wrote an article: structured data, meta tags, rel=author and byline elements.

Never a name picked out of the running text.
"""

import re
from collections.abc import Iterable, Iterator

from mirror.extract.page import Page, one_line
from mirror.extract.structured import Node, as_list, text_of

META_AUTHORS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "cxenseparse:author", "byl", "og:article:author", "article:author_name",
)  # fmt: skip
# Elements that name an author, best first.
BYLINES = (
    "//*[@itemprop='author']//*[@itemprop='name']|//*[@itemprop='author'][not(.//*[@itemprop='name'])]",
    "//a[@rel='author' or contains(@href, '/author/') or contains(@href, '/authors/')]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' author ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' author-name ')][not(self::img)]",
)
MAX_NAME = 60  # characters
MAX_AUTHORS = 20
_LABEL = re.compile(
    r"^(by|von|par|por|di|door|av|af|oleh|作者|记者|記者|文|撰文|撰稿|编辑|編輯|責任編輯)"
    r"(?:\s*[:：/／]\s*|\s+(?=\S))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[,;、，；|/／&]|\s(?:and|und|et|y|e|og|och|en|ja)\s)\s*", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?:|//|www\.", re.IGNORECASE)
_NO_NAME = re.compile(r"@|\d{4}|^\W*$")


def authors(page: Page, node: Node, by_rule: Iterable[str] = ()) -> tuple[str, ...]:
    """The authors in byline order, from the first place that names any; () when none does."""
    for texts in _places(page, node, by_rule):
        if names := tuple(dict.fromkeys(name for text in texts for name in names_in(text))):
            return names[:MAX_AUTHORS]
    return ()


def names_in(byline: str) -> list[str]:
    """The names of a byline: `By Ann Lee and Bo Li` -> Ann Lee, Bo Li; `文／王小明` -> 王小明."""
    if _ADDRESS.search(byline):
        return []
    text = _LABEL.sub("", " ".join(byline.split()))
    names = (_LABEL.sub("", part).strip(" .:：（）()[]") for part in _BETWEEN.split(text))
    return [name for name in names if 1 < len(name) <= MAX_NAME and not _NO_NAME.search(name)]


def _places(page: Page, node: Node, by_rule: Iterable[str]) -> Iterator[Iterable[str]]:
    yield by_rule
    for key in ("author", "creator"):
        yield [text_of(item) for item in as_list(node.get(key))]
    yield page.metas(*META_AUTHORS)
    for path in BYLINES:
        yield [
            text
            for element in page.root.xpath(path)[:MAX_AUTHORS]
            if len(text := one_line(element)) <= 100
        ]
