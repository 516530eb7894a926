from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.waiting import PATIENCE_S
from ui.workers.jobs import Jobs
from ui.workers.reading_along import ReadingAlong


class Readings:
    """Readings that last until the test lets them end, and what was read."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.bugs: list[Exception] = []
        self.may_end = threading.Event()
        self.along = ReadingAlong(Jobs(), self.bugs.append)

    def of(self, words: str) -> Callable[[], None]:
        def read() -> None:
            self.begun.append(words)
            self.may_end.wait(PATIENCE_S)

        return read

    @property
    def is_idle(self) -> bool:
        return not self.along._is_running


@pytest.fixture
def readings(qtbot: QtBot) -> Readings:
    return Readings()


def test_of_what_comes_while_one_is_running_only_the_latest_is_read(qtbot: QtBot, readings: Readings) -> None:
    for words in ("a", "a b", "a b c", "a b c d"):
        readings.along.read(readings.of(words))
    qtbot.waitUntil(lambda: readings.begun == ["a"])
    readings.may_end.set()
    qtbot.waitUntil(lambda: readings.is_idle)
    assert readings.begun == ["a", "a b c d"]


def test_what_is_dropped_is_not_read(qtbot: QtBot, readings: Readings) -> None:
    readings.along.read(readings.of("a"))
    readings.along.read(readings.of("a b"))
    readings.along.drop()
    readings.may_end.set()
    qtbot.waitUntil(lambda: readings.is_idle)
    readings.along.read(readings.of("other"))
    qtbot.waitUntil(lambda: readings.begun == ["a", "other"] and readings.is_idle)


def test_a_bug_is_passed_on_and_ends_nothing(qtbot: QtBot, readings: Readings) -> None:
    def fail() -> None:
        raise ValueError("bug")

    readings.may_end.set()
    readings.along.read(fail)
    qtbot.waitUntil(lambda: len(readings.bugs) == 1)
    readings.along.read(readings.of("a"))
    qtbot.waitUntil(lambda: readings.begun == ["a"] and readings.is_idle)
