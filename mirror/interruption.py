"""The signals that end a run early: the first in good order, a second at once."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from typing import Any, Self

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# Seconds for the requests under way. GitHub's runners kill 7.5 s after their SIGINT, and what is
# not committed by then is lost with the runner.
GRACE = 4.0


class Interruption:
    """While entered, the first of SIGNALS calls `stop`; what that leaves undone is cancelled.

    Once the event loop has `ended` it is only noted, so that what was stored is committed. A signal
    that is ignored (nohup) stays ignored. Needs the main thread and its event loop.
    """

    def __init__(self, stop: Callable[[], Awaitable[None]]) -> None:
        self.stop = stop
        self.signal = 0  # the one that came; 0: none
        self._loop = asyncio.get_event_loop()
        self._before: dict[int, Any] = {}  # what the signals did before
        self._ending: asyncio.Task[None] | None = None  # the loop itself keeps no task alive

    def __enter__(self) -> Self:
        for number in SIGNALS:
            if (before := signal.getsignal(number)) is not signal.SIG_IGN:
                self._before[number] = before
                self._loop.add_signal_handler(number, self._take, number)
        return self

    def __exit__(self, *error: object) -> None:
        self._release()

    def ended(self) -> None:
        """The loop takes no more signals; who has sent one already need not wait any longer."""
        self._release()
        if not self.signal:
            for number in self._before:
                signal.signal(number, self._note)

    def _take(self, number: int) -> None:
        self.signal = number
        self._release()
        self._ending = self._loop.create_task(self._end())

    def _note(self, number: int, frame: object) -> None:
        self.signal = number
        self._release()

    def _release(self) -> None:
        """Let the signals do again what they do to any process."""
        for number, before in self._before.items():
            self._loop.remove_signal_handler(number)
            signal.signal(number, before)

    async def _end(self) -> None:
        try:
            await asyncio.wait_for(self.stop(), GRACE)
        except TimeoutError:
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()
