"""Is the archive as it should be? Every post parses, is named right, and is of an article alone."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from mirror.archive.files import read_post
from mirror.archive.store import Archive
from mirror.article import Article, Fault
from mirror.errors import ArchiveError, PostError, UrlError
from mirror.post import file_name, name_key, parse, render


def verify(archive: Archive, progress: Callable[[int, int | None, str], None]) -> list[Fault]:
    """What is not as it should be; a fault's `url` is the post's path. The index is made anew.

    `progress` is told posts done, posts in all and the path at hand.
    """
    archive.rebuild_index()
    paths = sorted(archive.index.paths())
    faults = [Fault(path, "unreadable", "no post: no front matter") for path in archive.unreadable]
    for done, path in enumerate(paths, start=1):
        progress(done, len(paths), path)
        faults += _check(archive, path)
    return faults


def _check(archive: Archive, path: str) -> Iterator[Fault]:
    try:
        data = read_post(archive.root, PurePosixPath(path))
        article = parse(data)
    except (ArchiveError, PostError) as exc:
        yield Fault(path, "unreadable", str(exc))
        return
    if not article.url:
        return  # another tool's post: nothing of ours to be held against it
    if (owner := archive.find(*archive.keys(article.url, article.site))) and owner.path != path:
        yield Fault(path, "double", f"the same article as {owner.path}")
    # A corrected post keeps its name, whatever title and date it has now.
    corrected = article.last_modified_at is not None
    if render(article) == data and not corrected and not _named_right(article, path):
        yield Fault(path, "misnamed", f"its date and title make it {file_name(article)}")


def _named_right(article: Article, path: str) -> bool:
    """By its key, for the old script kept what we write as a full-width twin."""
    key = name_key(PurePosixPath(path).name)
    try:
        return key in {name_key(file_name(article, suffix=suffix)) for suffix in (False, True)}
    except UrlError:
        return True
