"""How much a page says, and how much of a line some words are."""

import re
from collections.abc import Iterable
from itertools import islice

from mirror.extract.page import weight
from mirror.extract.quality.signs import Sign

# In units of `weight`: 600 are about a hundred English words or two hundred Chinese characters.
SHORT = 600
SCANT = 90  # a generic extractor that finds less found no article
NOTICE = 360  # what a notice ("page not found") may say at most
LONG = 1500  # whatever else a page says, so much running text is an article, or a part of one

PROSE = 40  # lines of less are menus, bylines and buttons as a rule
MOSTLY = 0.5  # of a heading's weight: then it says nothing else
PARTLY = 0.33  # of a sentence's
# The end of a sentence; dots may be where a text was cut.
SENTENCE = re.compile(r"(?<![.…])[.。！？!?][\s)\]）】」』”’\"']*$")
ROWS = 500  # lines that are looked at of a page: no notice has so many
SPOKEN = 5000  # characters of a page that are searched: a longer one is no notice


def says_only(rows: Iterable[str], words: Sign, share: float) -> bool:
    """Is one of the first `ROWS` of `rows` little more than what `words` finds in it?"""
    return any(
        sum(map(weight, words.findall(row))) >= share * weight(row) > 0
        for row in islice(rows, ROWS)
        if len(row) < SPOKEN
    )
