"""On which threads something is done."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Threads:
    """Remembers where what it watches was called."""

    def __init__(self) -> None:
        self._seen: list[threading.Thread] = []

    def watch(self, work: Callable[P, T]) -> Callable[P, T]:
        """The same, watched."""

        def watched(*arguments: P.args, **named: P.kwargs) -> T:
            self._seen.append(threading.current_thread())
            return work(*arguments, **named)

        return watched

    @property
    def were_main(self) -> list[bool]:
        """For each call, whether it was made on the main thread."""
        return [thread is threading.main_thread() for thread in self._seen]
