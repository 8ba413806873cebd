"""The archive and the git that it may lie in: what was written gets committed and pushed."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from mirror.archive.git import Repository
from mirror.errors import GitError


def commit_posts(root: Path, paths: Iterable[str], message: str) -> str | None:
    """Commit exactly the posts at `paths`, relative to the archive `root`; the commit's SHA.

    None where there is nothing new in them, and in a plain folder. Raises GitError, also where
    there is a repository and no git.
    """
    try:
        repository = Repository.find(root)
        return repository.commit([root / path for path in paths], message) if repository else None
    except OSError as exc:  # the disk's or the process's own trouble, on the way to git
        raise GitError(f"{root}: can't be committed: {exc}") from exc


def is_tracked(root: Path) -> bool:
    """Is there a repository to commit to? Raises GitError."""
    return Repository.find(root) is not None


def push(root: Path, remotes: Sequence[str]) -> list[str]:
    """Push to `remotes`; a sentence for each that did not take it."""
    try:
        repository = Repository.find(root) if remotes else None
        return repository.push(remotes) if repository else []
    except (GitError, OSError) as exc:
        return [f"push to {', '.join(remotes)} failed: {exc}"]
