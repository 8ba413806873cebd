"""How much of each article is found: ours beside trafilatura and readability-lxml.

`MIRROR_CORPUS=DIR python tests/benchmarks/scores.py` scores the corpus's sets and the Chinese
pages by the corpus's own scorer; there each Han character is a word.
"""

from collections.abc import Callable
from typing import Any

import peers
from samples import Sample, generic_sets, scorer, sources

from mirror.commands.extracting import Page, describe

Found = dict[str, Any]
Way = Callable[[Sample], Found]
# A column: its head, and the group and the key of the scorer's figure.
COLUMNS = (
    ("body F1", "body", "f1"), ("precision", "body", "precision"), ("recall", "body", "recall"),
    ("exact", "body", "accuracy"), ("under .8", "body", "bad"), ("title", "title", "accepted"),
    ("minute", "date", "minute"), ("day", "date", "day"), ("authors", "authors", "exact"),
    ("links", "html", "links_recall"), ("headings", "html", "headings_recall"),
    ("images", "html", "images_recall"), ("html text", "html", "text_recall"),
)  # fmt: skip
CJK_SETS = frozenset({"chinese"})


def ours(sample: Sample) -> Found:
    """As `mirror extract FILE` has it: the page's address is what the page says."""
    return describe(Page(sample.id, "", sample.data), sources())


WAYS: dict[str, Way] = {
    "mirror": ours,
    "trafilatura": lambda sample: peers.by_trafilatura(sample.html, sample.url),
    "readability": lambda sample: peers.by_readability(sample.html, sample.url),
}


def tried(way: Way, sample: Sample) -> Found:
    """What was found; nothing where a peer fails on a page."""
    try:
        return way(sample)
    except Exception as exc:
        print(f"  {sample.id}: {exc!r}"[:200])
        return {}


def figures(summary: dict[str, Any], found: list[Found], *, cjk: bool) -> list[float | None]:
    """The columns' figures; None for what the pages or the way don't have."""
    groups = {**summary, "body": summary["body_cjk" if cjk else "body"]}
    for field in ("date", "authors"):
        if not any(one.get(field) for one in found):
            groups[field] = {}
    return [groups.get(group, {}).get(key) for _, group, key in COLUMNS]


def shown(value: float | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.4f}"


def main() -> None:
    score = scorer().score
    print(f"{peers.VERSIONS} (favor_precision)")
    print("".join(f"{head:>12}" for head in ("set", "", *(c[0] for c in COLUMNS), "refused")))
    for name, samples in generic_sets().items():
        truth = {name: {sample.id: sample.truth for sample in samples}}
        for system, way in WAYS.items():
            found = {sample.id: tried(way, sample) for sample in samples}
            summary, _ = score(truth, found)
            refused = sum(bool(one.get("problem")) for one in found.values()) / len(samples)
            row = [*figures(summary[name], [*found.values()], cjk=name in CJK_SETS), refused]
            print("".join(f"{cell:>12}" for cell in (name, system, *map(shown, row))))


if __name__ == "__main__":
    main()
