"""git, by its plumbing: a commit costs what changed, not what is there, and holds nothing else.

Hooks and signing belong to commits that people make; a commit of this kind runs neither, so that
no hook can change the posts' bytes or stop a run that nobody watches.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mirror.errors import GitError

IDENTITY = "mirror <mirror@localhost>"  # where the user has configured none
_REF = "refs/mirror/commit"  # holds a commit between its making and HEAD's moving on
# Files in the git directory that say what a person is in the middle of.
_UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
}
_LOCKS = ("index.lock", "HEAD.lock")
_FORMAT = "%H%x00%cI%x00%s"


@dataclass(frozen=True, slots=True)
class Version:
    """A file as one commit has it."""

    commit: str  # SHA
    when: str  # of the commit, ISO 8601
    subject: str
    data: bytes


class Repository:
    """The git work tree that an archive lies in."""

    def __init__(self, tree: Path, git_dir: Path) -> None:
        self.tree, self.git_dir = tree, git_dir

    @classmethod
    def find(cls, root: Path) -> Self | None:
        """The work tree around `root`; None where there is none, none that tracks it, or no git.

        Raises GitError when there is one that git refuses to read.
        """
        try:
            done = _run(root, "rev-parse", "--show-toplevel", "--absolute-git-dir")
        except FileNotFoundError:  # no git, or no such directory
            return None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            if "not a git repository" in said or "must be run in a work tree" in said:
                return None
            raise GitError(f"{root}: git can't read the repository: {said}")
        tree, git_dir = (Path(line) for line in os.fsdecode(done.stdout).splitlines())
        ignored = root.resolve() != tree and not _run(root, "check-ignore", "-q", ".").returncode
        return None if ignored else cls(tree, git_dir)

    @classmethod
    def init(cls, root: Path) -> Self:
        """Make `root` a repository. Raises GitError."""
        try:
            done = _run(root, "init", "-q")
        except FileNotFoundError as exc:
            raise GitError(f"{root}: git is not installed") from exc
        if done.returncode:
            raise GitError(f"{root}: git init failed: {done.stderr.decode('utf-8', 'replace')}")
        return cls(root.resolve(), root.resolve() / ".git")

    def commit(self, paths: Iterable[Path], message: str) -> str | None:
        """Commit exactly `paths`, files as they are on disk; what else is staged or dirty stays.

        Returns the commit's SHA, None when HEAD has all of that already. Raises GitError with what
        git says; then nothing has changed, and the next run may try again.
        """
        self._check_free()
        names = sorted({path.resolve().relative_to(self.tree).as_posix() for path in paths})
        if not names:
            return None
        parent = self._parent()
        self._git(
            "fast-import", "--quiet", "--force", "--done", data=self._stream(names, message, parent)
        )
        commit = self._git("rev-parse", _REF).decode().strip()
        news = parent is None or self._tree_of(parent) != self._tree_of(commit)
        try:
            if news:
                old = parent or "0" * len(commit)
                self._git("update-ref", "-m", "mirror", "HEAD", commit, old)
        finally:
            self._git("update-ref", "-d", _REF)
        # So that `git status` finds them as they are in HEAD; also where a run died before this.
        self._git("update-index", "-z", "--add", "--stdin", data="\0".join(names).encode())
        return commit if news else None

    def push(self, remotes: Sequence[str]) -> list[str]:
        """Push HEAD to `remotes`, never by force; a sentence for each that did not take it."""
        failures = []
        for remote in remotes:
            done = _run(self.tree, "push", "--quiet", remote, "HEAD")
            if done.returncode:
                said = done.stderr.decode("utf-8", "replace").strip().splitlines()
                failures.append(f"push to {remote} failed: {' '.join(said)}")
        return failures

    def versions(self, path: Path) -> Iterator[Version]:
        """The versions of a file, newest first, followed through renames."""
        name = path.resolve().relative_to(self.tree).as_posix()
        if self._parent() is None:
            return
        log = self._git(
            "log", "-z", "--follow", "--name-only", f"--format={_FORMAT}%x00", "--", name
        )
        fields = [field.strip(b"\n") for field in log.split(b"\0")]
        fields = [field for field in fields if field]
        for commit, when, subject, at in zip(*[iter(fields)] * 4, strict=False):
            data = self._git("cat-file", "blob", f"{commit.decode()}:{os.fsdecode(at)}")
            yield Version(commit.decode(), when.decode(), subject.decode("utf-8", "replace"), data)

    def _check_free(self) -> None:
        for name in _LOCKS:
            if (lock := self.git_dir / name).exists():
                raise GitError(
                    f"{lock} is there: another git is at work, or one was killed; if none is,"
                    " remove the file, and the next run commits"
                )
        for name, what in _UNDER_WAY.items():
            if (self.git_dir / name).exists():
                raise GitError(f"{self.tree}: {what} is under way; finish it, the next run commits")

    def _parent(self) -> str | None:
        """The SHA of HEAD; None on a branch without commits."""
        done = _run(self.tree, "rev-parse", "--verify", "-q", "HEAD^{commit}")
        return done.stdout.decode().strip() or None

    def _tree_of(self, commit: str) -> bytes:
        return self._git("rev-parse", f"{commit}^{{tree}}")

    def _stream(self, names: Iterable[str], message: str, parent: str | None) -> bytes:
        """The input of `git fast-import` for one commit."""
        text = message.strip().encode("utf-8", "replace") + b"\n"
        parts = [f"commit {_REF}\nauthor {self._ident('AUTHOR')}\n".encode()]
        parts += [f"committer {self._ident('COMMITTER')}\n".encode()]
        parts += [b"data %d\n" % len(text), text]
        parts += [f"from {parent}\n".encode()] if parent else []
        for name in names:
            data = (self.tree / name).read_bytes()
            parts += [
                b"M 100644 inline " + _c_quoted(name),
                b"\ndata %d\n" % len(data),
                data,
                b"\n",
            ]
        return b"".join(parts) + b"done\n"

    def _ident(self, role: str) -> str:
        """Name, address and time of the author or committer: the user's, else our own."""
        variable = f"GIT_{role}_IDENT"
        done = _run(self.tree, "-c", "user.useConfigOnly=true", "var", variable)
        if done.returncode:
            name, _, email = IDENTITY.partition(" ")
            own = ("-c", f"user.name={name}", "-c", f"user.email={email.strip('<>')}")
            done = _run(self.tree, *own, "var", variable)
        return done.stdout.decode("utf-8", "replace").strip()

    def _git(self, *words: str, data: bytes = b"") -> bytes:
        done = _run(self.tree, *words, data=data)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise GitError(f"{self.tree}: git {words[0]} failed: {said}")
        return done.stdout


def _run(where: Path, *words: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git in `where`, untouched by the caller's GIT_DIR and the like, asking nobody."""
    own = ("GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_SSH", "GIT_CONFIG")
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(own)
    }
    environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    durable = ("-c", "core.fsync=committed", "-c", "core.quotePath=false")
    return subprocess.run(
        ["git", *durable, *words],
        cwd=where,
        env=environment,
        input=data,
        capture_output=True,
        check=False,
    )


def _c_quoted(name: str) -> bytes:
    """A path as fast-import wants those that may hold anything."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'.encode()
