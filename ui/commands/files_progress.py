"""How far the files of a call are, as a bar on the terminal, with the time left; of one file, how far it is."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.time_left import TimeLeft
from ui.words.time_left import time_left_words

if TYPE_CHECKING:
    from ui.commands.output import ProgressLine

_WIDTH: Final = 24
_FULL: Final = "█"
_EMPTY: Final = "░"


class FilesProgress:
    """Drawn on one line by the main thread; workers only tell what they are at."""

    def __init__(self, files: Sequence[Path], line: ProgressLine, clock: Callable[[], float] = time.monotonic) -> None:
        self._count = len(files)
        self._line = line
        self._clock = clock
        self._time_left = TimeLeft(clock())
        self._said = ""

    def tell(self, words: str) -> None:
        """What a worker is at; from any thread."""
        self._said = words

    def show(self, finished: int) -> None:
        """Draw how many files are done with."""
        left = time_left_words(self._time_left.after(finished, self._count, self._clock()))
        if self._count == 1:
            self._line.show(self._said)
            return
        parts = (f"{bar(finished, self._count)} {finished} of {self._count} files", left, self._said)
        self._line.show(" · ".join(filter(None, parts))[: _columns() - 1])

    def clear(self) -> None:
        """Make way for a line that stays."""
        self._line.clear()


def bar(done: int, total: int) -> str:
    """A bar of so many parts."""
    full = _WIDTH * done // total if total else 0
    return _FULL * full + _EMPTY * (_WIDTH - full)


def _columns() -> int:
    return shutil.get_terminal_size(os.terminal_size((80, 24))).columns
