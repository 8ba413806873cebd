"""Archives and repositories for tests: real files, real git, real processes."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from builders import article

from mirror.archive.store import Archive
from mirror.article import Article
from mirror.normalise.urls import keys

PACKAGE = Path(__file__).parent.parent


def opened(root: Path, **options: Any) -> Archive:
    root.mkdir(exist_ok=True)
    return Archive.open(root, keys=lambda url, site: keys(url, None) if url else (), **options)


def numbered(number: int, **changes: Any) -> Article:
    return article(
        url=f"https://news.example/a/{number}.html", title=f"第{number}則新聞", **changes
    )


def key(number: int) -> str:
    return f"https://news.example/a/{number}.html"


def add(archive: Archive, number: int, **facts: str) -> Path:
    """Add an article; where its post is."""
    known = archive.add(numbered(number), [key(number)], **facts)
    return archive.root / known.path


def git(root: Path, *words: str, check: bool = True, **env: str) -> str:
    done = subprocess.run(
        ["git", *words],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", **env},
    )
    assert not check or done.returncode == 0, done.stderr
    return done.stdout


def repository(root: Path) -> Path:
    """A repository with one commit of a person's, who has an identity."""
    root.mkdir(exist_ok=True)
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.name", "Reader")
    git(root, "config", "user.email", "reader@news.example")
    (root / "own.txt").write_text("mine\n", "utf-8")
    git(root, "add", "own.txt")
    git(root, "commit", "-q", "-m", "own")
    return root


def python(script: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `script` in a process of its own, which may import the package and the tests."""
    path = os.pathsep.join((str(PACKAGE), str(PACKAGE / "tests")))
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": path},
    )


def posts(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*.md"))


def age(root: Path) -> None:
    """Let directories look as if they were last changed a minute ago."""
    for path in [root, *root.rglob("*")]:
        if path.is_dir() and ".git" not in path.parts:
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 60))
