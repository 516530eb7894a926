"""Where a take is closed: to hand it to the disk may take seconds on a slow one, and the window must not wait."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from recordings.take import FinishedTake

Closing = Callable[[Callable[[], FinishedTake]], "Future[FinishedTake]"]
"""Has a take closed, and gives what comes of it."""


def at_once(close: Callable[[], FinishedTake]) -> Future[FinishedTake]:
    """Here and now."""
    done: Future[FinishedTake] = Future()
    try:
        done.set_result(close())
    except Exception as error:  # noqa: BLE001 - whoever asks for the result gets it
        done.set_exception(error)
    return done


def beside() -> Closing:
    """On a thread of its own, one take after another."""
    return ThreadPoolExecutor(1, thread_name_prefix="take closing").submit
