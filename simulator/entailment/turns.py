"""A lock for callers that come back again and again: it goes to whoever has waited longest."""

from __future__ import annotations

import threading
from collections import deque


class Turns:
    """`with turns:` waits until everybody who asked before has had a turn.

    `threading.Lock` goes to whoever asks in the moment in which it is free. That is most often the one who has just
    given it back: a long reading in pieces would keep it to the end.
    """

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._line: deque[threading.Event] = deque()

    def __enter__(self) -> None:
        mine = threading.Event()
        with self._changing:
            self._line.append(mine)
            if self._line[0] is mine:
                mine.set()
        mine.wait()

    def __exit__(self, *_error: object) -> None:
        with self._changing:
            self._line.popleft()
            if self._line:
                self._line[0].set()
