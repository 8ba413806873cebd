"""The post format: render, parse, name. The bytes are fixed; see the README, "The post format"."""

import hashlib
import re
import unicodedata
from datetime import datetime, timedelta

from mirror.article import Article
from mirror.errors import PostError
from mirror.front_matter import EPOCH, MARKS, read_date, read_front_matter, stamp
from mirror.link_line import link_target, link_text
from mirror.normalise.urls import canonical_url
from mirror.yaml_scalar import quoted, scalar

NAME_UNITS = 50  # UTF-16 units of the title that go into the file name

_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<front>.*?\n)---[ \t]*\r?\n(?P<rest>.*)\Z", re.DOTALL)
_BODY = re.compile(
    r"\A<!--(?P<ms>-?\d+|NaN)-->\n\[(?P<link>[^\n]*\]\([^\s]*)\)\n------\n\n"
    r"<div>\n(?P<body>[^\n]*)\n</div>\n\Z"
)

# File names: what Windows refuses gets its full-width twin; what no eye sees goes.
_TWINS = str.maketrans({**dict(zip(':*?"<>|\\', "：＊？＂＜＞｜＼", strict=True)), "/": "--"})
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)


def render(article: Article) -> bytes:
    """The post of `article`: UTF-8, LF, one LF at the end."""
    site = scalar(article.site, flow=True)
    front = [
        "layout: post",
        f"title: {quoted(short_title(article.title))}",
        f"date: {stamp(article.date)}",
        f"author: {scalar(article.author)}",
        f"from: {scalar(article.url)}",
        f"tags: [ {site} ]",
        "comments: True",
        f"categories: [ {site} ]",
        *(f"{key}: {stamp(when)}" for key in MARKS if (when := getattr(article, key))),
        *article.extra,
    ]
    body = [
        f"<!--{milliseconds(article.published)}-->",
        f"[{link_text(article.title)}]({link_target(article.url)})",
        "------",
        "",
        "<div>",
        article.body,
        "</div>",
    ]
    return "\n".join(["---", *front, "---", *body, ""]).encode()


def parse(data: bytes) -> Article:
    """Read a post; `render` of the result is `data` again where the post is in our format.

    Posts of other tools are read leniently: a field that they lack is "" (a date: the epoch), and
    front matter keys that are not ours come back in `extra`. Raises PostError when `data` has no
    front matter.
    """
    match = _FRONT.match(data.decode("utf-8-sig", "replace"))
    if not match:
        raise PostError("no front matter")
    fields, extra = read_front_matter(match["front"])
    body = _BODY.match(match["rest"])
    date = read_date(fields.get("date", ""))
    url = fields.get("from", "")
    return Article(
        url=url,
        title=_full_title(fields.get("title", ""), _text_of(body["link"], url) if body else ""),
        published=_published(body["ms"] if body else "NaN", date),
        date=date,
        author=fields.get("author", ""),
        site=fields.get("tags") or fields.get("categories", ""),
        body=body["body"] if body else match["rest"],
        last_modified_at=_read_mark(fields, "last_modified_at"),
        removed_at=_read_mark(fields, "removed_at"),
        extra=extra,
    )


def file_name(article: Article, *, suffix: bool = False) -> str:
    """The post's file name, without a directory, under 200 bytes.

    `suffix` adds the first 8 hex digits of SHA-256 of the canonical URL, for articles whose plain
    name another one owns or which `wants_suffix`.
    """
    units = short_title(article.title).encode("utf-16-le", "surrogatepass")[: 2 * NAME_UNITS]
    slug = _UNSEEN.sub("", units.decode("utf-16-le", "ignore")).translate(_TWINS)
    mark = f"-{hashlib.sha256(canonical_url(article.url).encode()).hexdigest()[:8]}"
    return f"{article.date:%Y-%m-%d}-{slug}{mark if suffix else ''}.md"


def wants_suffix(article: Article) -> bool:
    """Would sites give the post an empty slug: has its title neither letter nor digit?"""
    return not _folded(short_title(article.title))


def name_key(name: str) -> str:
    """What a file name comes down to on disks and sites: two names with one key would collide.

    NFC, case folded, everything but letters, marks and digits left out after the date.
    """
    return name[:10] + _folded(name[10:].removesuffix(".md"))


def short_title(title: str) -> str:
    """TITLE of the front matter: without its first `...`."""
    return title.replace("...", "", 1)


def milliseconds(when: datetime) -> int:
    """`when` (aware) in milliseconds since the epoch."""
    return (when - EPOCH) // timedelta(milliseconds=1)


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFC", text.casefold())
    return "".join(c for c in text if unicodedata.category(c)[0] in "LM" or c.isdecimal())


def _read_mark(fields: dict[str, str], key: str) -> datetime | None:
    return read_date(fields[key]) if key in fields else None


def _published(ms: str, date: datetime) -> datetime:
    try:
        return EPOCH + timedelta(milliseconds=int(ms))
    except (ValueError, OverflowError):
        return date


def _text_of(link: str, url: str) -> str:
    """LINK TEXT of `TEXT](TARGET`; either may hold a `](` of its own, so `url` tells where."""
    target = f"]({link_target(url)}"
    return link.removesuffix(target) if link.endswith(target) else link.rpartition("](")[0]


def _full_title(short: str, text: str) -> str:
    """The title whose front matter says `short` and whose link says `text`."""
    if link_text(short) == text or not text:
        return short
    for at in range(len(short) + 1):
        title = f"{short[:at]}...{short[at:]}"
        if link_text(title) == text and short_title(title) == short:
            return title
    return short
