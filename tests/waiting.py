"""Waiting for a condition, outside Qt's loop. Never for time: what does not come is a failure with a name."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def wait_until(condition: Callable[[], T | None], what: str, timeout_s: float = 20.0, every_s: float = 0.05) -> T:
    """The first true value of `condition`; AssertionError, naming `what`, when it does not come in time."""
    end = time.monotonic() + timeout_s
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {timeout_s:g} s in vain for {what}")
        time.sleep(every_s)
