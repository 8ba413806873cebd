"""Archives and repositories for tests: real directories, real git."""

import subprocess
from pathlib import Path

from mirror.archive.store import Archive
from mirror.normalise.urls import keys


def git(where: Path, *words: str) -> str:
    """What git says in `where`; a failure is the test's."""
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", *words],
        cwd=where, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def repository(where: Path) -> Path:
    """A repository with one commit, at `where`."""
    where.mkdir(parents=True, exist_ok=True)
    git(where, "init", "-q", "-b", "main")
    git(where, "config", "user.name", "Tester")
    git(where, "config", "user.email", "tester@example.org")
    (where / "README").write_text("archive\n")
    git(where, "add", "README")
    git(where, "commit", "-q", "-m", "start")
    return where


def opened(root: Path, **changes) -> Archive:
    """The archive at `root`, its posts' keys being their canonical URLs."""
    options = {"keys": lambda url, site: keys(url, None) if url else (), **changes}
    return Archive.open(root, **options)


def posts(root: Path) -> dict[str, bytes]:
    """All posts below `root`: path -> bytes."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.md")}
