"""Whole pages as sites send them, authored for this by hands that knew no rule of the gate."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mirror.extract.quality import features

HERE = Path(__file__).parent
TWO = "|"  # stands between names that are equally right


@dataclass(frozen=True, slots=True)
class WholePage:
    set: str  # "refused-a1": of one author, one day
    name: str
    problems: tuple[str, ...]  # of which each is right; () of an article
    html: str


def whole_pages(kind: str) -> Iterator[WholePage]:
    """Those that are to be `refused`, or `articles`."""
    for path in sorted((HERE / "whole").glob(f"{kind}-*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
            for row in map(json.loads, file):
                problem = row.get("problem") or ""
                problems = tuple(filter(None, problem.split(TWO)))
                yield WholePage(path.name.partition(".")[0], row["name"], problems, row["html"])


def learnt_from() -> str:
    """A digest of all that the gate's model is made of: it is to be made anew when that changes."""
    tables = [path for path in HERE.rglob("*") if path.suffix in (".py", ".toml", ".gz")]
    read = [*sorted(tables), Path(features.__file__), HERE.with_name("train_gate.py")]
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in read)).hexdigest()
