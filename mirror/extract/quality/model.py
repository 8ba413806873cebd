"""A linear model over a page's features: multinomial logistic regression.

Made by `python tests/train_gate.py` from the pages in `tests/not_articles`.
"""

import gzip
import json
import math
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from mirror.extract.quality.features import CJK, PLACES

PATH = Path(__file__).with_name("model.json.gz")
ARTICLE = "article"  # the class of pages that are one
FAMILIAR = 0.25  # of a page's words are in the model, or it acquits of nothing
SHOWN = 3  # words of evidence


@dataclass(frozen=True, slots=True)
class Model:
    classes: tuple[str, ...]
    bias: tuple[float, ...]  # of each class
    scale: float  # of the weights
    weights: dict[str, list[int]]  # of each feature for each class

    def probabilities(self, features: frozenset[str]) -> dict[str, float]:
        """Of each class; their sum is 1. The fewer of the features it knows, the less it tells."""
        rows = [row for one in features if (row := self.weights.get(one))]
        unit = self.scale / math.sqrt(len(features))
        sums = [sum(column) for column in zip(*rows, strict=True)] or [0] * len(self.classes)
        logits = [bias + unit * total for bias, total in zip(self.bias, sums, strict=True)]
        powers = [math.exp(each - max(logits)) for each in logits]
        return {name: power / sum(powers) for name, power in zip(self.classes, powers, strict=True)}

    def is_familiar(self, features: frozenset[str]) -> bool:
        """Does it know the language, and what such pages speak of?"""
        words = [one for one in features if one[:2] in PLACES]
        return sum(one in self.weights for one in words) >= FAMILIAR * len(words)

    def words(self, features: frozenset[str], named: str) -> list[str]:
        """Those of the page that speak most for the class and against an article."""
        this, other = self.classes.index(named), self.classes.index(ARTICLE)
        told = {
            one: row[this] - row[other]
            for one in features
            if one[:2] in PLACES and _is_word(one[2:]) and (row := self.weights.get(one))
        }
        weighed = sorted(told, key=lambda one: (-told[one], one))
        return list(islice(dict.fromkeys(one[2:].strip("_") for one in weighed), SHOWN))


def _is_word(gram: str) -> bool:
    """Is it whole, not a part of one; or a pair of characters?"""
    return gram[0] == gram[-1] == "_" or (gram[0] >= CJK and len(gram) > 1)


@cache
def model() -> Model:
    """The one that comes with the package, read once a process."""
    with gzip.open(PATH, "rt", encoding="utf-8") as file:
        made = json.load(file)
    return Model(tuple(made["classes"]), tuple(made["bias"]), made["scale"], made["weights"])
