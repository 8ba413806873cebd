"""CPU per page: the generic way and the way with rules, against trafilatura and readability-lxml.

Each page is read by all of them in turn, so that a slow moment of the machine slows them alike.
`MIRROR_CORPUS=DIR python tests/benchmarks/pages.py`; without it the pages with rules alone.
"""

import os
import time
from collections.abc import Callable
from functools import partial
from statistics import median

import peers
from samples import Sample, generic_sets, ruled_sets, sources

from mirror.article import Source
from mirror.commands.extracting import NO_SOURCE, Page, describe
from mirror.extract import extract
from mirror.normalise.owners import owner

ROUNDS = 2  # of which the quicker counts
WAYS = ("extract", "command", "trafilatura", "readability")


def jobs(sample: Sample) -> dict[str, Callable[[], object]]:
    """What is timed on a page; "command" is all that `mirror extract` does with it."""
    html, source = sample.html, owner(sample.url, sources()) or NO_SOURCE
    page = Page(sample.id, sample.url, sample.data)
    return {
        "extract": partial(extract, html, sample.url, source),
        "command": partial(describe, page, sources()),
        "trafilatura": partial(peers.trafilatura_cost, html, sample.url),
        "readability": partial(peers.readability_cost, html, sample.url),
    }


def cpu(job: Callable[[], object]) -> float:
    """User and system milliseconds; a page that a peer fails on costs what it cost till then."""
    began = time.process_time()
    try:
        job()
    except Exception as exc:
        print(f"  failed: {exc!r}"[:120])
    return 1000 * (time.process_time() - began)


def measured(samples: list[Sample]) -> dict[str, float]:
    """Each way's median over the pages, in milliseconds."""
    best: dict[str, list[float]] = {way: [] for way in WAYS}
    for sample in samples:
        ways = jobs(sample)
        rounds = [{way: cpu(ways[way]) for way in WAYS} for _ in range(ROUNDS)]
        for way in WAYS:
            best[way].append(min(times[way] for times in rounds))
    return {way: median(times) for way, times in best.items()}


def row(name: str, samples: list[Sample]) -> None:
    times = measured(samples)
    ratios = [times["extract"] / times[peer] for peer in WAYS[2:]]
    figures = "".join(f"{times[way]:>13.1f}" for way in WAYS)
    print(f"{name:<24}{len(samples):>6}{figures}{ratios[0]:>16.2f}{ratios[1]:>16.2f}")


def by_rules(sample: Sample, source: Source) -> bool:
    return extract(sample.html, sample.url, source).strategy == "rules"


def main() -> None:
    print(f"{peers.VERSIONS}; median CPU milliseconds a page, then extract as a multiple of a peer")
    heads = "".join(f"{way:>13}" for way in WAYS)
    print(f"{'pages':<24}{'':>6}{heads}{'/ trafilatura':>16}{'/ readability':>16}")
    ruled = {source.name: source for source in sources()}
    for name, samples in ruled_sets().items():
        row(f"rules: {name}", [one for one in samples if by_rules(one, ruled[name])])
    if "MIRROR_CORPUS" in os.environ:
        for name, samples in generic_sets().items():
            row(f"generic: {name}", samples)


if __name__ == "__main__":
    main()
