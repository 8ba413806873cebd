"""What several extractors agree on: two, and a third where those differ."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from mirror.extract.body.blocks import Run, length

# Below that a third extractor is asked. Measured on half of the pages of two public sets (the
# article-extraction-benchmark and fundus): asked on one of fifteen, and between 0.7 and 0.85 the
# outcome hardly changes.
ENOUGH = 0.75

Ballot: TypeAlias = list[Run]  # the runs that one extractor takes for the article; [] for none


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """The runs elected, and how far the extractors agree on them."""

    chosen: Ballot
    voters: int  # how many extractors found an article at all
    agreement: float  # 0 to 1, as `Extract.agreement`


def elect(extractors: Iterable[Callable[[], Ballot]], *, least: float = 0) -> Outcome:
    """Ask the extractors, best first, one more than two only while they disagree.

    A choice with less than `least` characters of prose may be a caption, a teaser or a stub, so
    it counts only where another agrees with it.
    """
    ballots: list[Ballot] = []
    for extractor in extractors:
        ballots.append(extractor())
        if len(ballots) > 1 and max(_agreements(ballots)) >= ENOUGH:
            break
    return count([ballot if _counts(ballot, ballots, least) else [] for ballot in ballots])


def count(ballots: Sequence[Ballot]) -> Outcome:
    """The first extractor's choice, unless two others agree with each other but not with it.

    Then the runs that a majority chose are the article. The agreement is that of the extractor
    chosen with the one that agrees with it best, 0 where it stands alone.
    """
    voters = [ballot for ballot in ballots if ballot]
    if len(voters) < 2:
        return Outcome(next(iter(voters), []), len(voters), 0.0)
    agreements = _agreements(ballots)
    best = max(agreements)
    pair = list(combinations(range(len(ballots)), 2))[agreements.index(best)]
    if 0 not in pair and best >= ENOUGH:
        return Outcome(_majority(ballots), len(voters), best)
    first, *others = voters
    return Outcome(first, len(voters), max(_shared(set(first), set(other)) for other in others))


def _counts(ballot: Ballot, ballots: Sequence[Ballot], least: float) -> bool:
    if length(run for run in ballot if run.is_prose) >= least:
        return True
    others = (set(other) for other in ballots if other is not ballot)
    return any(_shared(set(ballot), other) >= ENOUGH for other in others)


def _majority(ballots: Sequence[Ballot]) -> Ballot:
    """The runs in at least half of the ballots, which are three or four."""
    votes = Counter(run for ballot in ballots for run in ballot)
    return [run for run, number in votes.items() if 2 * number >= len(ballots)]


def _agreements(ballots: Sequence[Ballot]) -> list[float]:
    """Of each pair of ballots the share of their text that both hold."""
    return [_shared(set(one), set(other)) for one, other in combinations(ballots, 2)]


def _shared(one: set[Run], other: set[Run]) -> float:
    union = length(one | other)
    return length(one & other) / union if union else 0.0
