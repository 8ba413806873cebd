"""Does a page read like those that are no article, by all of its words at once?

The classifier knows wordings that no table of phrases lists, and says so in probabilities; the
checks know what a page is built of, and say why.
"""

import math
from dataclasses import dataclass
from typing import cast

from mirror.article import Problem
from mirror.extract.quality.features import features_of
from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.measures import LONG
from mirror.extract.quality.model import ARTICLE, model

# Bounds of the probability that it is an article, chosen on sets of pages that the model of the
# sets before them had not met: below the one it is surely none, above the other it surely is.
LEAST = 0.3
MOST = 0.9
NAMED = 0.95  # of a problem: it is named so, whatever a check says
# The own text of what is no article: a longer one is one, whatever stands around it.
NOTICES = 1000  # by `weight`
LONGEST: dict[Problem, float] = {
    **dict.fromkeys(("challenge", "login", "media-only"), NOTICES),
    "listing": math.inf,
}
# What shows in characters or in the site's language has no words of its own.
WORDLESS = frozenset({"garbled", "wrong-language"})


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the words of a page say of it; nothing, where they leave it open."""

    is_article: bool = False
    verdict: Verdict | None = None
    is_named: bool = False  # surely

    def over(self, verdict: Verdict | None) -> Verdict | None:
        """The better of both."""
        if verdict and (verdict[0] in WORDLESS or not self.is_named):
            return verdict
        return self.verdict


def opinion(found: Found) -> Opinion:
    """What the model says of a page, as far as its own text is no longer than such pages have."""
    features = features_of(found)
    probable = model().probabilities(features)
    article = probable.pop(ARTICLE)
    if article > MOST:
        return Opinion(is_article=model().is_familiar(features))
    if article > LEAST:
        return Opinion()
    named = cast(Problem, max(probable, key=lambda each: probable[each]))
    if found.own_size >= LONGEST.get(named, LONG):
        return Opinion()
    words = ", ".join(map(repr, model().words(features, named)))
    verdict = named, f"reads like {named}: {words}"
    # Where a check has found something, it isn't for nothing being there.
    return Opinion(verdict=verdict, is_named=probable[named] > NAMED and named != "empty")
