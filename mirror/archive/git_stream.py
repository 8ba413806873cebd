"""One commit as `git fast-import` reads it (git-fast-import(1)). Pure."""

import os
from collections.abc import Iterable


def commit_stream(
    ref: str,
    files: Iterable[tuple[str, bytes | str]],
    *,
    people: tuple[str, str],
    message: str,
    parent: str | None,
) -> bytes:
    """The input that puts a commit of `files` at `ref`.

    A file is its path in the work tree, and its bytes or the name of the object that has them.
    `people` are author and committer, each with address and time as git writes them; the other
    files are those of the commit `parent`.
    """
    author, committer = people
    text = message.strip().encode("utf-8", "replace") + b"\n"
    parts = [f"commit {ref}\nauthor {author}\ncommitter {committer}\n".encode()]
    parts += [b"data %d\n" % len(text), text]
    parts += [f"from {parent}\n".encode()] if parent else []
    for name, data in files:
        if isinstance(data, str):
            parts += [b"M 100644 ", data.encode("ascii"), b" ", quoted(name), b"\n"]
        else:
            parts += [b"M 100644 inline ", quoted(name), b"\ndata %d\n" % len(data), data, b"\n"]
    return b"".join(parts) + b"done\n"


def quoted(name: str) -> bytes:
    """A path as git reads those that may hold anything."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return b'"' + os.fsencode(escaped) + b'"'
