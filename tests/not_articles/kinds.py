"""All pages that are made of tables: by the problem that they are to be refused as."""

from not_articles import closed, errors, lists, texts, walls
from not_articles.sites import Case
from not_articles.wordings import cases

KINDS: dict[str, dict[str, Case]] = {
    "challenge": walls.CHALLENGES,
    "paywall": closed.PAYWALLS,
    "login": closed.LOGINS,
    "teaser": closed.TEASERS,
    "not-found": errors.NOT_FOUNDS,
    "empty": errors.EMPTIES,
    "listing": lists.LISTINGS,
    "media-only": lists.MEDIA,
    "garbled": texts.GARBLED,
    "wrong-language": texts.WRONG,
}
# Pages in other words than the rules were first made for.
IN_OTHER_WORDS: dict[str, dict[str, Case]] = {
    problem: cases(problem, problem)
    for problem in ("challenge", "not-found", "login", "paywall", "teaser")
}
