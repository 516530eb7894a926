"""Waiting for a condition, with one limit for all of the suite. Never for time: what does not come is a failure."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final, TypeVar

from pytestqt.qtbot import QtBot

PATIENCE_S: Final = 120.0
"""How long anything may take that is bound to come: on a slow machine with other work on every core, too."""
PATIENCE_MS: Final = int(PATIENCE_S * 1000)

T = TypeVar("T")


def wait_until(condition: Callable[[], T | None], what: str, timeout_s: float = PATIENCE_S, every_s: float = 0.05) -> T:
    """The first true value of `condition`; AssertionError, naming `what`, when it does not come in time."""
    end = time.monotonic() + timeout_s
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {timeout_s:g} s in vain for {what}")
        time.sleep(every_s)


class PatientQtBot(QtBot):
    """pytest-qt's bot, which would give up after five seconds, with the patience of this suite."""

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **rest: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **rest)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE_MS, **rest: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **rest)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitCallback(self, *, timeout: int = PATIENCE_MS, **rest: Any) -> Any:
        return super().waitCallback(timeout=timeout, **rest)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)
