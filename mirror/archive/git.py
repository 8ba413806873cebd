"""git, by its plumbing: a commit costs what changed, not what is there, and holds nothing else.

Hooks and signing belong to commits that people make; a commit of this kind runs neither, so that
no hook can change the posts' bytes or stop a run that nobody watches.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mirror.archive.git_index import locked_index
from mirror.archive.git_process import run_git, said_by
from mirror.archive.git_stream import commit_stream
from mirror.errors import GitError

IDENTITY = "mirror <mirror@localhost>"  # where the user has configured none
# Files in the git directory that say what a person is in the middle of.
_UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
}
_FORMAT = "%H%x00%cI%x00%s"


@dataclass(frozen=True, slots=True)
class Version:
    """A file as one commit has it."""

    commit: str  # SHA
    when: str  # of the commit, ISO 8601
    subject: str
    data: bytes


class Repository:
    """The git work tree that the archive at `root` lies in. One run at a time may use it."""

    def __init__(self, root: Path, tree: Path, git_dir: Path) -> None:
        self.tree, self.git_dir = tree, git_dir
        # Two archives may lie in one work tree: each has its own names there.
        own = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:8]
        self._own, self._ref = f"mirror-{own}", f"refs/mirror/{own}"

    @classmethod
    def find(cls, root: Path) -> Self | None:
        """The work tree around `root`; None where there is none, none that tracks it, or no git.

        Raises GitError when there is one that git refuses to read.
        """
        try:
            done = run_git(root, "rev-parse", "--show-toplevel", "--absolute-git-dir")
        except FileNotFoundError:  # no git, or no such directory
            return None
        if done.returncode:
            said = said_by(done)
            if "not a git repository" in said or "must be run in a work tree" in said:
                return None
            raise GitError(f"{root}: git can't read the repository: {said}")
        tree, git_dir = (Path(line) for line in os.fsdecode(done.stdout).splitlines())
        ignored = root.resolve() != tree and not run_git(root, "check-ignore", "-q", ".").returncode
        return None if ignored else cls(root, tree, git_dir)

    @classmethod
    def init(cls, root: Path) -> Self:
        """Make `root` a repository. Raises GitError."""
        try:
            done = run_git(root, "init", "-q")
        except FileNotFoundError as exc:
            raise GitError(f"{root}: git is not installed") from exc
        if done.returncode:
            raise GitError(f"{root}: git init failed: {said_by(done)}")
        return cls(root, root.resolve(), root.resolve() / ".git")

    def commit(self, paths: Iterable[Path], message: str) -> str | None:
        """Commit exactly `paths`, files as they are on disk; what else is staged or dirty stays.

        A path without a file is left out. Returns the commit's SHA, None when HEAD has all of that
        already. Raises GitError with what git says; then the next run may try again.
        """
        self._check_free()
        names = sorted({self._name(path) for path in paths if _is_file(path)})
        if not names:
            return None
        with locked_index(self.git_dir, self._own, self._references()) as index:
            commit = self._advance(names, message)
            # So that `git status` finds them as they are in HEAD; also where a run died before.
            listed = b"\0".join(map(os.fsencode, names))
            done = run_git(
                self.tree, "update-index", "-z", "--add", "--stdin", data=listed, index=index
            )
            if done.returncode:
                raise GitError(f"{self.tree}: git update-index failed: {said_by(done)}")
        return commit

    def push(self, remotes: Sequence[str]) -> list[str]:
        """Push HEAD to `remotes`, never by force; a sentence for each that did not take it."""
        failures = []
        for remote in remotes:
            try:
                self._git("push", "--quiet", remote, "HEAD")
            except GitError as exc:
                failures.append(f"push to {remote} failed: {exc}")
        return failures

    def versions(self, path: Path) -> Iterator[Version]:
        """The versions of a file, newest first, followed through renames; deletions have none."""
        name = self._name(path)
        if self._parent() is None:
            return
        log = self._git(
            "log",
            "-z",
            "--follow",
            "--diff-filter=d",
            "--name-only",
            f"--format={_FORMAT}%x00",
            "--",
            name,
        )
        fields = [field.strip(b"\n") for field in log.split(b"\0")]
        fields = [field for field in fields if field]
        for commit, when, subject, at in zip(*[iter(fields)] * 4, strict=False):
            data = self._git("cat-file", "blob", f"{commit.decode()}:{os.fsdecode(at)}")
            yield Version(commit.decode(), when.decode(), subject.decode("utf-8", "replace"), data)

    def _advance(self, names: Sequence[str], message: str) -> str | None:
        """Move HEAD on by a commit of `names`; None when nothing in them is new."""
        parent = self._parent()
        data = commit_stream(
            self._ref,
            ((name, (self.tree / name).read_bytes()) for name in names),
            people=(self._ident("AUTHOR"), self._ident("COMMITTER")),
            message=message,
            parent=parent,
        )
        self._git("fast-import", "--quiet", "--force", "--done", data=data)
        commit = self._git("rev-parse", self._ref).decode().strip()
        news = parent is None or self._tree_of(parent) != self._tree_of(commit)
        try:
            if news:
                old = parent or "0" * len(commit)
                self._git("update-ref", "-m", "mirror", "HEAD", commit, old)
        finally:
            self._git("update-ref", "-d", self._ref)
        return commit if news else None

    def _references(self) -> list[Path]:
        """The files that git locks as it moves HEAD."""
        branch = run_git(self.tree, "symbolic-ref", "-q", "HEAD").stdout.decode().strip()
        names = filter(None, ("HEAD", branch, self._ref, "packed-refs"))
        words = [word for name in names for word in ("--git-path", name)]
        paths = os.fsdecode(self._git("rev-parse", *words)).splitlines()
        return [self.tree / path for path in paths]

    def _name(self, path: Path) -> str:
        """Where `path` is in the work tree; a link is not followed."""
        return (path.parent.resolve() / path.name).relative_to(self.tree).as_posix()

    def _check_free(self) -> None:
        for name, what in _UNDER_WAY.items():
            if (self.git_dir / name).exists():
                raise GitError(f"{self.tree}: {what} is under way; finish it, the next run commits")

    def _parent(self) -> str | None:
        """The SHA of HEAD; None on a branch without commits."""
        done = run_git(self.tree, "rev-parse", "--verify", "-q", "HEAD^{commit}")
        return done.stdout.decode().strip() or None

    def _tree_of(self, commit: str) -> bytes:
        return self._git("rev-parse", f"{commit}^{{tree}}")

    def _ident(self, role: str) -> str:
        """Name, address and time of the author or committer: the user's, else our own."""
        variable = f"GIT_{role}_IDENT"
        done = run_git(self.tree, "-c", "user.useConfigOnly=true", "var", variable)
        if done.returncode:
            name, _, email = IDENTITY.partition(" ")
            own = ("-c", f"user.name={name}", "-c", f"user.email={email.strip('<>')}")
            done = run_git(self.tree, *own, "var", variable)
        return done.stdout.decode("utf-8", "replace").strip()

    def _git(self, *words: str, data: bytes = b"") -> bytes:
        done = run_git(self.tree, *words, data=data)
        if done.returncode:
            raise GitError(f"{self.tree}: git {words[0]} failed: {said_by(done)}")
        return done.stdout


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
