"""`mirror log`: an article's versions as a readable diff."""

import argparse
from collections.abc import Sequence
from difflib import unified_diff
from itertools import pairwise

from mirror.archive.git import Repository, Version
from mirror.commands.archive import open_archive
from mirror.commands.choices import addresses
from mirror.commands.output import result
from mirror.commands.place import existing
from mirror.errors import ArchiveError
from mirror.normalise.text import visible_text
from mirror.normalise.urls import keys, owner
from mirror.report import plain


def log(args: argparse.Namespace) -> int:
    """An article's versions, newest first, as git has them."""
    root, config = existing(args)
    (url,), _ = addresses(args.words)
    with open_archive(root, config, writing=False) as archive:
        known = archive.find(*keys(url, owner(url, config.sources.values())))
    if known is None:
        raise ArchiveError(f"{url}: no post of {root} is from this address")
    repository = Repository.find(root)
    if repository is None:
        raise ArchiveError(f"{root}: lies in no git repository, so there are no versions")
    versions = list(repository.versions(root / known.path))
    result(
        args, {"url": url, "path": str(known.path), "versions": changes(versions)}, told(versions)
    )
    return 0


def changes(versions: Sequence[Version]) -> list[dict[str, str]]:
    """Of versions, newest first, what each changed in the one before it; the first added all."""
    texts = [*(readable(version.data) for version in versions), []]
    return [
        {
            "commit": version.commit,
            "date": version.when,
            "subject": plain(version.subject),
            "diff": "\n".join(unified_diff(older, newer, lineterm="", n=1)),
        }
        for version, (newer, older) in zip(versions, pairwise(texts), strict=True)
    ]


def told(versions: Sequence[Version]) -> str:
    """The versions for a terminal."""
    return "\n\n".join(
        f"{one['commit'][:12]}  {one['date']}  {one['subject']}\n{one['diff']}"
        for one in changes(versions)
    )


def readable(data: bytes) -> list[str]:
    """A post for a diff: its head line by line, its text a paragraph a line, nothing else."""
    head, _, body = data.decode("utf-8", "replace").partition("\n------\n")
    lines = [*head.splitlines(), *visible_text(body).splitlines()]
    return ["".join(char for char in line if char.isprintable()) for line in lines]
