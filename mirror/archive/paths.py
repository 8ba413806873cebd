"""Where in the archive a new post goes."""

from collections.abc import Callable
from pathlib import PurePosixPath

from mirror.article import Article
from mirror.config import Layout
from mirror.errors import ArchiveError
from mirror.post import file_name, wants_suffix

_FOLDERS = {"YYYY/MM": "%Y/%m", "YYYY": "%Y", "flat": "."}


def free_path(
    root: PurePosixPath,
    layout: Layout,
    article: Article,
    *,
    is_taken: Callable[[PurePosixPath], bool],
) -> PurePosixPath:
    """A path below the posts' `root`: by the plain name, or the one with a suffix where that is
    taken. Raises ArchiveError when both are.
    """
    folder = root / article.date.strftime(_FOLDERS[layout])
    for suffix in (False, True):
        path = folder / file_name(article, suffix=suffix)
        if (suffix or not wants_suffix(article)) and not is_taken(path):
            return path
    raise ArchiveError(f"{path}: the name is taken by another post")
