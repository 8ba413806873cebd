"""The furniture's words: headlines, comments, summaries, numbers, all from `words.toml`."""

import random
import tomllib
from pathlib import Path

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
# Templates and words are written in simplified characters.
TRADITIONAL = str.maketrans(WORDS["traditional"]["from"], WORDS["traditional"]["to"])


class Words:
    """Texts for one page: the same seed always says the same, and nothing twice if it can."""

    def __init__(self, seed: str, *, traditional: bool) -> None:
        self._random = random.Random(seed)
        self._table = TRADITIONAL if traditional else {}
        self._decks: dict[str, list[str]] = {}

    def headline(self) -> str:
        tail = self._random.choice(("", "", "", "（图）", "【视频】", "｜一周回顾"))
        return f"{self._draw('places')}{self._draw('events')}{tail}".translate(self._table)

    def headlines(self, count: int) -> list[str]:
        return [self.headline() for _ in range(count)]

    def comment(self) -> str:
        return self._some("comments", self._random.choice((1, 1, 1, 2, 3)))

    def comments(self, least: int, most: int) -> list[str]:
        return [self.comment() for _ in range(self.number(least, most))]

    def summary(self) -> str:
        return self._some("summaries", self._random.choice((1, 1, 2)))

    def number(self, least: int, most: int) -> int:
        return self._random.randint(least, most)

    def mark(self) -> str:
        """What a build writes into class names."""
        return "".join(self._random.choices("abcdefghijkmnpqrstuvwxyz0123456789", k=6))

    def _some(self, kind: str, count: int) -> str:
        return "".join(self._draw(kind) for _ in range(count)).translate(self._table)

    def _draw(self, kind: str) -> str:
        deck = self._decks.setdefault(kind, [])
        if not deck:
            deck.extend(self._random.sample(WORDS[kind], len(WORDS[kind])))
        return deck.pop()
