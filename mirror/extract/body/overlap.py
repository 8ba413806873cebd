"""How far two finds of one page's article are the same text."""

from collections import Counter

from mirror.extract.body.blocks import squeezed


def overlap(one: str, other: str) -> float:
    """From 0 to 1: the F1 of two texts (a block a line) over the characters of equal lines."""
    ours, theirs = (Counter(filter(None, map(squeezed, text.split("\n")))) for text in (one, other))
    whole = _length(ours) + _length(theirs)
    return 2 * _length(ours & theirs) / whole if whole else 0.0


def _length(lines: Counter[str]) -> int:
    return sum(len(line) * times for line, times in lines.items())
