"""`mirror extract`: what would be taken from saved pages or addresses, one JSON object a line."""

import argparse
import gzip
import re
import traceback
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

from parsel import Selector

from mirror.archive.site_configs import SiteConfigs
from mirror.article import Extract, Source
from mirror.commands.choices import addresses, shows_progress
from mirror.commands.output import emit, tell
from mirror.commands.place import settings
from mirror.config import Config
from mirror.errors import MirrorError, UrlError, UsageError
from mirror.extract import extract as extract_page
from mirror.normalise.body import safe_body
from mirror.normalise.encoding import decode
from mirror.normalise.floods import without_floods
from mirror.normalise.owners import owner
from mirror.normalise.urls import absolute, same_site
from mirror.progress import Progress
from mirror.report import problems

# Where a page says what its address is.
CANONICAL = '//link[@rel="canonical"]/@href'
SHARED_AS = '//meta[@property="og:url"]/@content'
HEAD_ENDS = re.compile(r"</head\s*>|<body[\s>]", re.IGNORECASE)  # most pages say it above that
ENDINGS = (".gz", ".html", ".htm")
# For a page of no source: only the generic extraction applies.
NO_SOURCE = Source(name="", title="")
NO_CONFIGS = SiteConfigs(None)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read."""

    id: str  # the file's name without .gz, .html, .htm; a downloaded page's URL
    url: str  # "" when only the page may say
    data: bytes
    content_type: str = ""  # the header's value, where there was one


def extract(args: argparse.Namespace) -> int:
    """One line a page; a page that can't be had costs itself and makes the exit status 1."""
    if args.url and len(args.words) > 1:
        raise UsageError("--url is one page's address, but several pages are given")
    if args.url:
        (args.url,), _ = addresses([args.url])
    root, config = settings(args)
    site_configs = SiteConfigs.open(config.extract.site_configs)
    failed = 0
    with Progress(shows_progress(args)) as progress:
        for done, page in enumerate(_pages(args, root, config), start=1):
            progress.update(done, len(args.words), page.id if isinstance(page, Page) else "")
            failed += not _print(page, config, site_configs)
    return 1 if failed else 0


def _print(page: Page | MirrorError, config: Config, site_configs: SiteConfigs) -> bool:
    """Print what a page gives; for one that can't be had say why. Says whether it was had."""
    if isinstance(page, MirrorError):
        tell(str(page))
        return False
    try:
        emit(describe(page, config.sources.values(), site_configs))
    except BrokenPipeError:
        raise
    except Exception:  # our bug: loud, but the pages after it are not to blame
        traceback.print_exc()
        tell(f"{page.id}: could not be extracted")
        return False
    return True


def describe(
    page: Page, sources: Iterable[Source], site_configs: SiteConfigs = NO_CONFIGS
) -> dict[str, Any]:
    """The line of `mirror extract` for one page (the table of the command line names the keys)."""
    html = decode(page.data, page.content_type)
    url = page.url or own_address(html)
    source, fault = site_configs.advise(owner(url, sources) or NO_SOURCE, url)
    if fault:
        tell(fault.detail)
    found = extract_page(html, url, source)
    body = safe_body(found.html, found.base_url or url)
    return {
        "id": page.id,
        "url": url or None,
        "title": found.title or None,
        "date": _iso(found),
        "authors": list(found.authors),
        "html": body,
        "text": found.text,
        "strategy": found.strategy,
        "agreement": round(found.agreement, 3),
        "problem": found.problem,
    }


def own_address(html: str) -> str:
    """The address that a page gives as its own, serialised; "" when it gives none.

    A canonical link to another site says whom the article was taken over from: not where it is.
    """
    ends = HEAD_ENDS.search(html)
    return (_named(html[: ends.start()]) if ends else "") or _named(html)


def _named(html: str) -> str:
    page = Selector(text=without_floods(html) or "<p>", type="html")
    found = (page.xpath(rule).getall() for rule in (CANONICAL, SHARED_AS))
    canonical, shared = (next(filter(None, map(absolute, urls)), "") for urls in found)
    elsewhere = canonical and shared and not same_site(canonical, shared)
    return shared if elsewhere else canonical or shared


def _iso(found: Extract) -> str | None:
    if found.published is None:
        return None
    return found.published.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _pages(args: argparse.Namespace, root: Path, config: Config) -> Iterator[Page | MirrorError]:
    """The pages in the order given, files first; in place of one that can't be had its error."""
    for word in args.words:
        if not _is_address(word):
            yield _read(Path(word), args.url, config.crawl.max_body)
    words = [word for word in args.words if _is_address(word)]
    if words:
        urls, bad = addresses(words)
        yield from (UrlError(fault.detail) for fault in bad)
        yield from _downloaded(args, urls, root=root, config=config)


def _downloaded(
    args: argparse.Namespace, urls: list[str], *, root: Path, config: Config
) -> Iterator[Page | MirrorError]:
    # Here, as files need no Scrapy, which takes its time to load.
    from mirror import run as runs
    from mirror.commands.fetching import run

    report, pages = runs.download(run(args, root, config), urls)
    yield from (Page(url, url, data, content_type) for url, data, content_type in pages)
    yield from (MirrorError(line) for line in problems(report))


def _read(path: Path, url: str, limit: int) -> Page | MirrorError:
    """A saved page of at most `limit` bytes, unpacked when gzipped (RFC 1952)."""
    try:
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
            file.seek(0)
            data = (gzip.GzipFile(fileobj=file) if packed else file).read(limit + 1)
    except (OSError, EOFError, zlib.error, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or str(exc)
        return MirrorError(f"{path}: can't be read: {reason}")
    if len(data) > limit:
        return MirrorError(f"{path}: longer than {limit} bytes")
    return Page(_name(path), url, data)


def _name(path: Path) -> str:
    name = path.name
    for ending in ENDINGS:
        name = name.removesuffix(ending)
    return name


def _is_address(word: str) -> bool:
    return "://" in word
