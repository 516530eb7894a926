"""The microphone's watchdog, on a clock of the test's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from recordings import microphone
from recordings.inputs import MicrophoneInfo
from recordings.microphone import ASLEEP_S, NO_DATA_LOST_S, WATCH_S, Microphone
from recordings.microphone_faults import NO_DATA
from recordings.pcm import BYTES_PER_SECOND


class Headset:
    """The only input there is, and its stream; it gives what the test puts in."""

    is_responding = True
    is_alive = True
    is_over = False

    def __init__(self) -> None:
        self.sound = b""

    def look(self) -> None:
        """Nothing changes."""

    def found(self) -> tuple[MicrophoneInfo, ...]:
        return (MicrophoneInfo("headset", "Headset", is_default=True),)

    def start(self, device_id: str) -> Headset:
        return self

    def tell_changes(self, told: Callable[[], None]) -> None:
        """It never does."""

    def read(self) -> bytes:
        sound, self.sound = self.sound, b""
        return sound

    def stop(self) -> None:
        """There is nothing to let go of."""


class Clock:
    """`time` for the microphone."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(microphone, "time", clock)
    return clock


@pytest.fixture
def heard(qtbot: QtBot, clock: Clock) -> Microphone:
    """A microphone that has just been heard; only the test looks after it."""
    headset = Headset()
    mic = Microphone(inputs=headset)
    mic.open()
    with qtbot.waitSignal(mic.opened):
        headset.sound = bytes(BYTES_PER_SECOND // 10)
    mic._timer.stop()
    mic._on_timeout()
    return mic


def test_a_computer_that_slept_has_not_lost_its_microphone(heard: Microphone, clock: Clock, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(heard.lost):
        clock.now += 3_600
        heard._on_timeout()
    assert heard.is_open


def test_a_microphone_that_gives_nothing_is_lost_also_after_sleep(
    heard: Microphone, clock: Clock, qtbot: QtBot
) -> None:
    clock.now += ASLEEP_S + 1
    heard._on_timeout()
    with qtbot.waitSignal(heard.lost, timeout=0, raising=True) as lost:
        for _ in range(round(NO_DATA_LOST_S / WATCH_S) + 1):
            clock.now += WATCH_S
            heard._on_timeout()
    assert lost.args == [NO_DATA]
