"""What stands among the paragraphs of Chinese pages and is no part of the article.

By form, as class names in Chinese sites are of every kind: links under a label, cards of a linked
headline and a summary, invitations with a link, and the readers' comments.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from mirror.extract.body import phrases
from mirror.extract.body.blocks import Run, length
from mirror.extract.page import Element

ALL_LINK, MOSTLY_LINK = 0.9, 0.5  # of a run's text
SHORT = 400  # size: a longer text is no summary on a card
LINE = 150  # size: a longer text is no invitation, and does not only say when an article appeared
HEAD = 3  # texts at the top that may do so
CARD = 4  # texts on a card at most: headline, summary, time, section
MAX_CARD = 0.2  # of the text: what holds more is the article, however few its texts are
LEVELS = 4  # elements from a text up to the card that it is on
BEFORE_COMMENTS = 0.5  # of the text at least: comments are not above the article
MIN_KEPT = 0.3  # of the text: a short article has more boxes than text, but what takes all is wrong


def without_boxes(chosen: Sequence[Run], free: Sequence[str]) -> list[Run]:
    """Leave the boxes out of `chosen`; `free` is what of each run's text is in no link."""
    shares = [1 - len(text) / len(run.text) for run, text in zip(chosen, free, strict=True)]
    boxes = {*_cards(chosen, shares), *_labelled(chosen, free), *_lines(chosen, shares)}
    kept = [run for place, run in enumerate(chosen) if place not in boxes]
    kept = _without_comments(_without_dateline(kept))
    return kept if length(kept) >= MIN_KEPT * length(chosen) else list(chosen)


def _cards(chosen: Sequence[Run], shares: Sequence[float]) -> Iterator[int]:
    """The places of linked headlines and the summaries that share a small element with them."""
    number: Counter[Element] = Counter()
    held: Counter[Element] = Counter()
    for run in chosen:
        number.update(_boxes(run))
        held.update(dict.fromkeys(_boxes(run), len(run.text)))
    most = MAX_CARD * length(chosen)
    for place in range(1, len(chosen)):
        before, run = chosen[place - 1], chosen[place]
        if shares[place - 1] < ALL_LINK or run.size >= SHORT:
            continue
        beside = set(_boxes(before))
        card = next((box for box in _boxes(run) if box in beside), None)
        if card is not None and number[card] <= CARD and held[card] <= most:
            yield from (place - 1, place)


def _boxes(run: Run) -> Iterator[Element]:
    yield run.block
    yield from islice(run.block.iterancestors(), LEVELS - 1)


def _labelled(chosen: Sequence[Run], free: Sequence[str]) -> Iterator[int]:
    """The places of labels such as 相关新闻 and of the links with or after them."""
    for place, run in enumerate(chosen):
        if not free[place] or not phrases.CHINESE_LABEL.fullmatch(free[place]):
            continue
        end = place + 1
        while end < len(chosen) and chosen[end].size < SHORT and _is_linked(chosen[end], free[end]):
            end += 1
        if end > place + 1 or end == len(chosen) or _is_linked(run, free[place]):
            yield from range(place, end)


def _is_linked(run: Run, free: str) -> bool:
    return len(free) <= (1 - MOSTLY_LINK) * len(run.text)


def _lines(chosen: Sequence[Run], shares: Sequence[float]) -> Iterator[int]:
    """The places of invitations with a link, and of what is known for no text of any article."""
    for place, run in enumerate(chosen):
        invites = shares[place] and run.size < LINE and phrases.CHINESE_TAIL.search(run.text)
        if invites or phrases.CHINESE_NOISE.fullmatch(run.text):
            yield place


def _without_dateline(chosen: list[Run]) -> list[Run]:
    """Take the lines that say when an article appeared off its head."""
    end = next((place for place, run in enumerate(chosen[:HEAD]) if "。" in run.text), HEAD)
    head = [
        run
        for run in chosen[:end]
        if run.size >= LINE or not phrases.CHINESE_DATELINE.search(run.text)
    ]
    return head + chosen[end:]


def _without_comments(chosen: list[Run]) -> list[Run]:
    total = length(chosen)
    above = 0
    for place, run in enumerate(chosen):
        if above >= BEFORE_COMMENTS * total and phrases.CHINESE_COMMENTS.fullmatch(run.text):
            return chosen[:place]
        above += len(run.text)
    return chosen
