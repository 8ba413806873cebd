"""Does a page read like those that are no article, by all of its words at once?

The classifier knows wordings that no table of phrases lists, and says so in probabilities; the
checks know what a page is built of, and say why. Each may overrule the other where it is sure.
"""

from typing import cast

from mirror.article import Problem
from mirror.extract.quality.closed import is_closed
from mirror.extract.quality.features import features_of
from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.model import ARTICLE, model

# Bounds of the probability that it is an article: below, it is refused though no check has found
# why; above, it passes though a check has, whose words then stand in a story. Chosen on sets that
# the model of the sets before them had not met.
REFUSED = 0.3
PASSED = 0.9
# What these are shows in characters, in the site's language, and in there being no text: words
# that look like an article's say nothing against it.
CERTAIN = frozenset({"garbled", "wrong-language", "empty"})


def reconsidered(found: Found, verdict: Verdict | None) -> Verdict | None:
    """The checks' verdict, or the classifier's where that is sure of another."""
    if verdict and (verdict[0] in CERTAIN or _is_said(found, verdict)):
        return verdict
    features = features_of(found)
    probable = model().probabilities(features)
    article = probable.pop(ARTICLE)
    if verdict:
        return None if article > PASSED and model().is_familiar(features) else verdict
    if article > REFUSED:
        return None
    named = cast(Problem, max(probable, key=lambda each: probable[each]))
    return named, f"reads like {named}: {', '.join(map(repr, model().words(features, named)))}"


def _is_said(found: Found, verdict: Verdict) -> bool:
    """Does the page tell machines what the verdict says?"""
    return verdict[0] == "paywall" and is_closed(found.node)
