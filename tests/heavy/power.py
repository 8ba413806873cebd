"""What a disk may hold after a power cut: rebuilt from the system calls of a recorded run.

Names (creations, renames, removals) reach the disk in their order, as journalling file systems have
it, up to some point since the last flush; bytes that were not flushed are lost. Where `strict`, a
name among the posts is there only once its directory was flushed, which is all that POSIX promises.
"""

import codecs
import math
import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "openat,open,creat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,"
    "unlinkat,mkdir,mkdirat,rmdir,ftruncate,lseek,sendfile,chdir"
)
_LINE = re.compile(r"(?P<pid>\d+) +(?P<name>\w+)\((?P<args>.*)\) += (?P<result>-?\d+)", re.DOTALL)
_PART = re.compile(
    r"(\d+) +(?:<\.\.\. (\w+) resumed>(.*)|(\w+\(.*) <unfinished \.\.\.>)", re.DOTALL
)
_PLACE = re.compile(r'(?:(?:\d+|AT_FDCWD)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
_OPEN = re.compile(r"\d+<([^>]*)>")
_TEXT = re.compile(r', "((?:[^"\\]|\\.)*)"')


@dataclass(slots=True, eq=False)
class Node:
    """A file or directory, whatever its names."""

    start: bytes | None = None  # its bytes before the run; None: a directory
    at: int = 0  # where the next write goes


@dataclass(frozen=True, slots=True)
class Write:
    node: Node
    offset: int
    data: bytes | None  # None: cut off there


@dataclass(frozen=True, slots=True)
class Names:
    """Names that come, with what they name, or go, with None; at once."""

    changes: tuple[tuple[str, Node | None], ...]


@dataclass(frozen=True, slots=True)
class Flush:
    node: Node


Step = Write | Names | Flush


@dataclass(slots=True)
class Recording:
    """The steps of a run on the files below `root`, as they were before it."""

    root: Path
    names: dict[str, Node] = field(default_factory=dict)
    first: dict[str, Node] = field(default_factory=dict)  # the names before the run
    steps: list[Step] = field(default_factory=list)
    _places: dict[str, str] = field(default_factory=dict)  # working directory by process

    def __post_init__(self) -> None:
        for path in (self.root, *self.root.rglob("*")):
            self.names[str(path)] = Node(None if path.is_dir() else path.read_bytes())
        self.first = dict(self.names)

    def read(self, trace: Path) -> None:
        for pid, name, args, result in _calls(trace):
            if match := re.search(r"AT_FDCWD<([^>]*)>", args):
                self._places[pid] = _decoded(match[1]).decode()
            if result >= 0:
                self._take(name, self._paths(pid, args), args=args, result=result)

    def _paths(self, pid: str, args: str) -> list[str]:
        """The paths that a call is given, absolute."""
        here = self._places.get(pid, "/")
        bases = [(_decoded(base or "").decode() or here, _decoded(name).decode("utf-8", "replace"))
                 for base, name in _PLACE.findall(args)]  # fmt: skip
        return [os.path.normpath(Path(base, name)) for base, name in bases]

    def _take(self, name: str, paths: list[str], *, args: str, result: int) -> None:
        if name in ("open", "openat", "creat"):
            self._opened(paths[0], args)
        elif name.startswith(("rename", "link", "unlink", "mkdir", "rmdir")):
            self._named(name, paths)
        elif match := _OPEN.match(args):
            node = self.names.get(_decoded(match[1]).decode("utf-8", "replace"))
            if node is not None:
                self._changed(name, node, args=args, result=result)

    def _opened(self, path: str, args: str) -> None:
        if not self._is_ours(path):
            return
        if path not in self.names:
            self._name((path, Node(b"")))
        node = self.names[path]
        node.at = (
            len(content(node, self.steps)) if "O_APPEND" in args and node.start is not None else 0
        )
        if "O_TRUNC" in args:
            self.steps.append(Write(node, 0, None))

    def _named(self, name: str, paths: list[str]) -> None:
        if not self._is_ours(paths[-1]):
            return
        if name.startswith("rename"):
            self._name((paths[0], None), (paths[1], self.names[paths[0]]))
        elif name.startswith("link"):
            self._name((paths[1], self.names[paths[0]]))
        elif name.startswith("mkdir"):
            self._name((paths[0], Node(None)))
        else:
            self._name((paths[0], None))

    def _changed(self, name: str, node: Node, *, args: str, result: int) -> None:
        if name in ("fsync", "fdatasync"):
            self.steps.append(Flush(node))
        elif name == "ftruncate":
            size = int(args.rpartition(", ")[2])
            lack = size - len(content(node, self.steps))
            data = None if lack <= 0 else bytes(lack)
            self.steps.append(Write(node, size if data is None else size - lack, data))
        elif name == "lseek":
            node.at = result
        else:
            data, offset = self._data(name, args)[:result], node.at
            if name == "pwrite64":
                offset = int(args.rpartition(", ")[2])
            else:
                node.at += result
            self.steps.append(Write(node, offset, data))

    def _data(self, name: str, args: str) -> bytes:
        if name == "sendfile":  # of a whole file
            source = _decoded(_OPEN.findall(args)[1]).decode()
            return content(self.names[source], self.steps)
        match = _TEXT.search(args)
        assert match, args
        return _decoded(match[1])

    def _name(self, *changes: tuple[str, Node | None]) -> None:
        self.steps.append(Names(changes))
        for path, node in changes:
            if node is None:
                self.names.pop(path, None)
            else:
                self.names[path] = node

    def _is_ours(self, path: str) -> bool:
        return path.startswith(f"{self.root}/")


def content(node: Node, steps: Sequence[Step]) -> bytes:
    """The bytes of a file once the writes among `steps` are done."""
    data = bytearray(node.start or b"")
    for step in steps:
        if isinstance(step, Write) and step.node is node:
            if step.data is None:
                del data[step.offset :]
            else:
                data.extend(bytes(max(0, step.offset - len(data))))
                data[step.offset : step.offset + len(step.data)] = step.data
    return bytes(data)


@dataclass(frozen=True, slots=True)
class Cut:
    """A power cut after `at` steps; `chance` decides what of the unflushed is on the disk."""

    at: int
    kind: str  # "early", "late", "zeros", "strict", "torn"

    def names(self, steps: Sequence[Step], posts: str) -> dict[str, Node | None]:
        """Every name that came or went, as the disk has it."""
        flushed = max((n for n, step in enumerate(steps) if isinstance(step, Flush)), default=-1)
        until = flushed + 1 if self.kind == "early" else len(steps)
        found: dict[str, Node | None] = {}
        places = {
            path: node for step in steps if isinstance(step, Names) for path, node in step.changes
        }
        for number, step in enumerate(steps[:until]):
            if isinstance(step, Names) and not (
                self.kind == "strict" and _lost(step, steps[number:], posts, places)
            ):
                found.update(step.changes)
        return found

    def bytes_of(self, node: Node, steps: Sequence[Step]) -> bytes:
        last = max((n for n, s in enumerate(steps) if isinstance(s, Flush) and s.node is node),
                   default=-1)  # fmt: skip
        kept = content(node, steps[: last + 1])
        if self.kind == "zeros":
            return kept + bytes(max(0, len(content(node, steps)) - len(kept)))
        if self.kind == "torn":
            late = [step for step in steps[last + 1 :] if isinstance(step, Write)]
            chance = random.Random(self.at)
            some = [step for step in late if chance.random() < 0.5]
            return content(node, [*steps[: last + 1], *some])
        return kept


def _lost(
    step: Names, after: Sequence[Step], posts: str, places: Mapping[str, Node | None]
) -> bool:
    """Is a name among the posts not on the disk, since its directory was not flushed since?"""
    path = step.changes[-1][0]
    if not path.startswith(posts):
        return False
    above = places.get(str(Path(path).parent))
    return above is not None and not any(isinstance(s, Flush) and s.node is above for s in after)


def rebuild(recording: Recording, cut: Cut, start: Path, whole: Path) -> None:
    """Put at the recording's root what the disk holds; `whole` is a copy of what the run made.

    Files and directories that are as before or after the run have the times of these, too.
    """
    root, steps = recording.root, recording.steps[: cut.at]
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["cp", "-a", start, root], check=True)
    names = recording.first | cut.names(steps, f"{root}/_posts")
    written = {step.node: step for step in steps if isinstance(step, Write)}
    linked: dict[int, Path] = {}
    for path in sorted(names, key=len, reverse=True):
        if names[path] is None:
            _remove(Path(path))
    # Directories first, then files in the order in which they came: by times git's locks are told.
    for path, node in sorted(names.items(), key=_depth):
        if node is None or not Path(path).parent.is_dir():
            continue
        if recording.first.get(path) is not node or node in written:
            _put(Path(path), node, linked, cut.bytes_of(node, steps))
    _date(root, start)
    _date(root, whole)


def _depth(named: tuple[str, Node | None]) -> float:
    path, node = named
    return len(path) if node is not None and node.start is None else math.inf


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _put(path: Path, node: Node, written: dict[int, Path], data: bytes) -> None:
    if node.start is None:
        path.mkdir(exist_ok=True)
    elif id(node) in written:
        path.unlink(missing_ok=True)
        os.link(written[id(node)], path)
    else:
        path.unlink(missing_ok=True)
        path.write_bytes(data)
        written[id(node)] = path


def _date(root: Path, like: Path) -> None:
    """Give what is as it is in `like` its times there."""
    for path in sorted(root.rglob("*"), key=lambda one: len(one.parts), reverse=True):
        other = like / path.relative_to(root)
        if other.exists() and _same(path, other):
            status = other.stat()
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _same(path: Path, other: Path) -> bool:
    if path.is_dir():
        return other.is_dir() and _listed(path) == _listed(other)
    return other.is_file() and path.read_bytes() == other.read_bytes()


def _listed(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def _calls(trace: Path) -> Iterator[tuple[str, str, str, int]]:
    """Process, name, arguments and result of each call; interrupted ones are put together."""
    begun: dict[str, str] = {}
    for line in trace.read_text("utf-8", "surrogateescape").splitlines():
        if part := _PART.match(line):
            if part[4]:
                begun[part[1]] = part[4]
                continue
            whole = f"{part[1]} {begun.pop(part[1], '')}{part[3]}"
        else:
            whole = line
        if match := _LINE.match(whole):
            yield match["pid"], match["name"], match["args"], int(match["result"])


def _decoded(text: str) -> bytes:
    return codecs.escape_decode(text.encode("utf-8", "surrogateescape"))[0]
