"""How far a long job is, on stderr: a moving bar for a person at a terminal, plain lines for a log."""

import sys
from typing import TextIO

WIDTH = 30


class Progress:
    """Shows how far a job is; call `show` as often as you like, it writes only when something visible changed."""

    def __init__(self, total: int, *, out: TextIO | None = None) -> None:
        """`total` is what `show` counts up to, 0 when unknown."""
        self._total = total
        self._out = out or sys.stderr
        self._moving = self._out.isatty()
        self._last = -1

    def show(self, done: int, sentence: str) -> None:
        """Say how far it is: `done` out of the total, with a few words. A log gets one line per ten percent."""
        percentage = min(100, 100 * done // self._total) if self._total else 0
        step = percentage if self._moving else percentage // 10
        if step == self._last:
            return
        self._last = step
        filled = WIDTH * percentage // 100
        bar = f"[{'#' * filled}{'.' * (WIDTH - filled)}] " if self._moving else ""
        self._out.write(f"{bar}{percentage:3} % {sentence}{chr(13) if self._moving else chr(10)}")
        self._out.flush()

    def finish(self) -> None:
        """Leave the last state of a moving bar standing on its own line."""
        if self._moving and self._last >= 0:
            self._out.write("\n")
