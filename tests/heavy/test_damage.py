"""Random damage to the index: it is found, and the index made good from the posts."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from archives import add, key, opened, posts

POSTS = 60


def flipped(chance: random.Random, data: bytes, number: int) -> bytes:
    changed = bytearray(data)
    for _ in range(number):
        changed[chance.randrange(len(data))] ^= chance.randint(1, 255)
    return bytes(changed)


def noisy(chance: random.Random, data: bytes, size: int) -> bytes:
    at = chance.randrange(0, len(data), size)
    return data[:at] + chance.randbytes(size) + data[at + size :]


def zeroed(chance: random.Random, data: bytes, size: int) -> bytes:
    at = chance.randrange(0, len(data), size)
    return data[:at] + bytes(size) + data[at + size :]


def swapped(chance: random.Random, data: bytes) -> bytes:
    pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    one, other = chance.sample(range(len(pages)), 2)
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


KINDS: dict[str, Callable[[random.Random, bytes], bytes]] = {
    "flipped bytes": lambda chance, data: flipped(chance, data, chance.randint(1, 64)),
    "cut anywhere": lambda chance, data: data[: chance.randrange(len(data))],
    "a page of noise": lambda chance, data: noisy(chance, data, 4096),
    "a sector of zeros": lambda chance, data: zeroed(chance, data, 512),
    "pages changed places": swapped,
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("archive") / "whole"
    with opened(root) as archive:
        for number in range(POSTS):
            add(archive, number)
    return root


@pytest.mark.parametrize("seed", range(24))
@pytest.mark.parametrize("kind", KINDS)
def test_the_index_is_made_good_and_no_article_is_taken_for_new(
    whole: Path, tmp_path: Path, kind: str, seed: int
) -> None:
    root = tmp_path / "archive"
    shutil.copytree(whole, root)
    index = root / ".mirror" / "index.sqlite"
    index.write_bytes(KINDS[kind](random.Random(f"{kind} {seed}"), index.read_bytes()))
    with opened(root) as archive:
        found = [archive.find(key(number)) for number in range(POSTS)]
        assert (
            sorted(one.path for one in found if one) == posts(root) == sorted(archive.index.paths())
        )
        assert len(posts(root)) == POSTS
        add(archive, POSTS)
    with opened(root) as archive:
        assert archive.index.trusted
        assert len(archive.index.paths()) == POSTS + 1
