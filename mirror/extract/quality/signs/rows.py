"""Tables of patterns, a row a language or a matter."""

import re
from functools import cached_property


class Sign:
    """A pattern that ignores case, with what the checks ask of one.

    A copy of the text in small letters is looked through first, which takes half the time: most
    texts hold no sign. What is found there may be too much, where a row minds the case: none may
    do so in what is not to follow.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property  # a long one takes 20 ms to compile
    def _small(self) -> re.Pattern[str]:
        return re.compile(_small_pattern(self.pattern), re.MULTILINE)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE | re.MULTILINE)

    def search(self, text: str) -> re.Match[str] | None:
        return self._whole.search(text) if self._small.search(_lowered(text)) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self._whole.match(text) if self._small.match(_lowered(text)) else None

    def findall(self, text: str) -> list[str]:
        """All that it finds, in small letters."""
        found = self._whole.finditer(text) if self._small.search(_lowered(text)) else ()
        return [said[0].lower() for said in found]


def any_of(*rows: str, end: str = "") -> Sign:
    """One pattern that finds what any of `rows` does; `^` and `$` are those of a line.

    The `\\W*` behind a `^` stays in its line: on from each of a page's lines of dashes or dots it
    would read all that follow, which took a third of a second.
    """
    return Sign(f"(?:{'|'.join(rows)}){end}".replace(r"^\W*", r"^[^\w\n]*"))


def _lowered(text: str) -> str:
    """`text` in small letters, one for those that ignoring case takes for the same."""
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ς", "σ")


def _small_pattern(pattern: str) -> str:
    """The same of a pattern, but for its escapes: `\\S` is not what `\\s` is."""
    pieces = re.findall(r"\\.|[^\\]+", pattern)
    return "".join(one if one[0] == "\\" else _lowered(one) for one in pieces)
