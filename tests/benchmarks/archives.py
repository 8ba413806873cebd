"""What an archive's size costs: a commit of 100 posts, a run with nothing new, a rebuilt index.

`python tests/benchmarks/archives.py 5000 50000` makes archives of that many posts in the dated
layout. The commit's peer is `git add -A && git commit`; the other two are compared between sizes.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from authored import article, seconds

from mirror.archive.git import Repository
from mirror.archive.store import Archive
from mirror.normalise.urls import keys
from mirror.post import file_name, render

NEW = 100


def keys_of(url: str, site: str) -> tuple[str, ...]:
    return keys(url, None)


def write(root: Path, numbers: range) -> list[Path]:
    paths = []
    for number in numbers:
        found = article(number)
        path = root / "_posts" / f"{found.date:%Y/%m}" / file_name(found)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(render(found))
        paths.append(path)
    return paths


def git(root: Path, *words: str) -> None:
    named = ("-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0")
    subprocess.run(["git", *named, *words], cwd=root, check=True, capture_output=True)


def add_all(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "new")


def commits(root: Path, size: int) -> None:
    paths = write(root, range(size, size + NEW))
    ours = seconds(lambda: Repository.find(root).commit(paths, "new"), rounds=1)
    write(root, range(size + NEW, size + 2 * NEW))
    peer = seconds(lambda: add_all(root), rounds=1)
    print(f"  a commit of {NEW}: {ours:.2f} s, add -A {peer:.2f} s, ratio {ours / peer:.2f}")


def nothing_new(root: Path, size: int) -> None:
    """Open the archive, look 100 articles up, and close it: what a run without news does."""
    every = [keys_of(article(number).url, "") for number in range(0, size, size // 100)]
    with Archive.open(root, keys=keys_of) as archive:
        assert all(archive.find(*names) for names in every)


def measured(size: int) -> float:
    """The time of a run with nothing new over `size` posts."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        git(root, "init", "-q")
        (root / ".gitignore").write_text(".mirror/\n")
        write(root, range(size))
        add_all(root)
        print(f"{size} posts:")
        commits(root, size)
        built = seconds(lambda: Archive.open(root, keys=keys_of).close(), rounds=1)
        print(f"  an index made anew: {built:.2f} s, {(size + 2 * NEW) / built:.0f} posts a second")
        idle = seconds(lambda: nothing_new(root, size))
        print(f"  a run with nothing new: {idle:.3f} s")
        return idle


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or [5_000, 50_000]
    times = [measured(size) for size in sizes]
    print(f"nothing new, {sizes[-1]} against {sizes[0]} posts: ratio {times[-1] / times[0]:.2f}")


if __name__ == "__main__":
    main()
