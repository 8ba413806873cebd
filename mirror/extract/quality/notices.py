"""Is it a notice? Told by its manner, and named by the words that it is made of."""

from mirror.article import Problem
from mirror.extract.quality import signs
from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.measures import NOTICE, SCANT

# What notices are about. Of equal weights the first is truest.
ABOUT: dict[Problem, signs.Sign] = {
    "empty": signs.ONWARD,
    "challenge": signs.DOOR,
    "not-found": signs.GONE,
    "login": signs.LOGIN,
}
DENSE = 120  # weight in which a notice has another of these words; a brief report has fewer
ROOT = 4  # letters
IN_HEADING = 2  # times what a word in the text counts


def is_addressed(found: Found, *, often: bool = False) -> bool:
    """Does the page speak to its reader, as notices do, or say next to nothing?"""
    said = signs.ADDRESS.findall("\n".join((*found.headings, found.spoken)))
    return found.own_size < SCANT or len(said) > (1 if often else 0)


def notice(found: Found) -> Verdict | None:
    """A few words to the reader, which no pattern of a whole phrase has found."""
    claims = found.is_story or (found.is_signed and found.own_size >= SCANT)
    if claims and not _apologises(found):
        return None
    if found.told_size >= 2 * NOTICE or not is_addressed(found, often=found.told_size >= NOTICE):
        return None
    named = [row for row in found.headings[:3] if not signs.NOTICE_TITLE.search(row)]
    heads, told = "\n".join(named), found.spoken
    counted = {
        problem: len(_words(words, told)) + IN_HEADING * len(_words(words, heads))
        for problem, words in ABOUT.items()
    }
    problem = max(counted, key=lambda each: counted[each])
    said = sorted(_words(ABOUT[problem], f"{heads}\n{told}"))
    if len(said) < _fewest(found, is_titled=bool(_words(ABOUT[problem], heads))):
        return None
    return problem, f"a notice: {', '.join(map(repr, said[:3]))}"


def _apologises(found: Found) -> bool:
    """Does a heading, or the first line, say sorry, and hardly a line anything else?"""
    rows = (*found.headings, *found.told[:1])
    return found.own_size < NOTICE and any(map(signs.SORRY.match, rows))


def _fewest(found: Found, *, is_titled: bool) -> int:
    """How many different words make a notice: one, where nothing else speaks for an article."""
    addressed = len(signs.ADDRESS.findall(found.spoken))
    manner = is_titled and not found.is_signed and addressed > found.told_size // DENSE
    if found.own_size < SCANT or manner:
        return 1
    return max(2, 1 + found.told_size // DENSE)


def _words(pattern: signs.Sign, text: str) -> set[str]:
    """The words by their roots: "block", "blocked" and "blocks" are one."""
    return {word[:ROOT] if word.isascii() else word for word in pattern.findall(text)}
