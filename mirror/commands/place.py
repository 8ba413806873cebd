"""Which directory is the archive, and how one is made."""

import argparse
import os
from pathlib import Path

from mirror.archive.git import Repository
from mirror.archive.state import make_state
from mirror.commands.output import note
from mirror.config import FILE, Config, default_text, load_config
from mirror.errors import ArchiveError, GitError, UsageError


def chosen(args: argparse.Namespace) -> Path | None:
    """The archive that the command line, the environment or the current directory names."""
    if args.archive is not None:
        return _directory(args.archive, "-A")
    if named := os.environ.get("MIRROR_ARCHIVE"):
        return _directory(named, "$MIRROR_ARCHIVE")
    return Path.cwd() if Path(FILE).is_file() else None


def settings(args: argparse.Namespace) -> tuple[Path, Config]:
    """The archive, or the current directory in its place, for what needs no archive."""
    root = chosen(args) or Path.cwd()
    return root, load_config(root)


def existing(args: argparse.Namespace) -> tuple[Path, Config]:
    """The archive to read from. Raises UsageError where there is none."""
    root = _required(chosen(args))
    config = load_config(root)
    if not (root / FILE).exists() and not (root / config.archive.posts).is_dir():
        raise UsageError(f"{root}: no archive; make one with: mirror init {root}")
    return root, config


def ready(args: argparse.Namespace) -> tuple[Path, Config]:
    """The archive to write to; a directory that is none yet becomes one, and stderr says so."""
    root = _required(chosen(args))
    for line in make_archive(root):
        note(args, line)
    return root, load_config(root)


def make_archive(root: Path) -> list[str]:
    """Make `root` an archive as far as it is none; say what was made, a line each.

    Its parent must be there; git need not be. Raises UsageError when `root` can't be a directory,
    ArchiveError when it can't be written to.
    """
    if (root / FILE).is_file():
        return []
    try:
        root.mkdir(exist_ok=True)
        make_state(root)
        with (root / FILE).open("x", encoding="utf-8") as file:  # never through a link
            file.write(default_text())
    except FileNotFoundError as exc:
        raise UsageError(f"{root}: the directory above it does not exist") from exc
    except OSError as exc:
        reason = exc.strerror or str(exc)
        raise ArchiveError(f"{root}: can't be made an archive: {reason}") from exc
    return [f"made {root} an archive; its settings are in {root / FILE}", *_make_repository(root)]


def _make_repository(root: Path) -> list[str]:
    """A git repository around `root` unless there is one; posts are kept without git too."""
    try:
        if Repository.find(root):
            return []
        Repository.init(root)
    except GitError as exc:
        return [f"made no git repository, so posts will not be committed: {exc}"]
    return [f"made a git repository in {root}"]


def _directory(text: str, origin: str) -> Path:
    path = Path(text).expanduser()
    if not text.strip() or "\0" in text:
        raise UsageError(f"{origin} names no directory")
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path}: is a file, not an archive's directory")
    return path.absolute()


def _required(root: Path | None) -> Path:
    if root is None:
        raise UsageError(
            f"no archive: give -A DIR, set MIRROR_ARCHIVE, or go to a directory that has a {FILE}"
        )
    return root
