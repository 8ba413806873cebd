"""A progress line on stderr for long work, or nothing."""

from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar


class Progress:
    """One line, drawn when work first reports and taken away at the end; nothing unless `shown`.

    Colours are left out where NO_COLOR is set (https://no-color.org).
    """

    def __init__(self, shown: bool) -> None:
        self._bar = _bar() if shown else None
        self._task = self._bar.add_task("", total=None, text="") if self._bar else None

    def update(self, done: int, total: int | None, text: str) -> None:
        """`done` of `total` (None: unknown), and what is being done now."""
        if self._bar is None or self._task is None:
            return
        self._bar.start()  # harmless where it runs already
        self._bar.update(self._task, completed=done, total=total, text=text)

    def close(self) -> None:
        """Take the line away; harmless twice."""
        if self._bar is not None:
            self._bar.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _bar() -> Bar:
    # Plain text, not markup: a title may hold square brackets.
    text = TextColumn("{task.fields[text]}", markup=False)
    return Bar(
        BarColumn(20), MofNCompleteColumn(), TimeElapsedColumn(), text,
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
