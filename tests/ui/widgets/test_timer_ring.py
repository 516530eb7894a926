"""The ring: what it says in words, and how seldom it repaints."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from question_bank.models import TargetTimes
from simulator.light import Light
from tests.ui.names import name_of
from ui.widgets.timer_ring import TimerRing

SHORT = TargetTimes(30, 90, 120)


@pytest.fixture
def ring(qtbot: QtBot) -> TimerRing:
    made = TimerRing()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("elapsed_s", "light", "spoken"),
    [
        (12.9, Light.GREEN, "0:12, on time, target 1:30"),
        (94.3, Light.AMBER, "1:34, wrap up, target 1:30"),
        (121.0, Light.RED, "2:01, over time, target 1:30"),
        (3723.0, Light.RED, "1:02:03, over time, target 1:30"),
    ],
)
def test_says_time_light_and_target(ring: TimerRing, elapsed_s: float, light: Light, spoken: str) -> None:
    ring.show_clock(elapsed_s, SHORT)
    assert name_of(ring) == "Answer timer"
    assert ring.light is light
    assert ring.accessibleDescription() == spoken
    assert ring.value() == min(120, int(elapsed_s))


def test_before_the_answer_there_is_no_light(ring: TimerRing) -> None:
    ring.show_clock(94.3, SHORT)
    ring.show_idle(SHORT)
    assert ring.light is None
    assert ring.accessibleDescription() == "0:00, target 1:30"


def test_light_changes_at_its_mark_however_small_the_step(ring: TimerRing) -> None:
    ring.show_clock(89.99, SHORT)
    ring.show_clock(90.01, SHORT)
    assert ring.light is Light.AMBER


def test_paints_at_most_ten_times_a_second(qtbot: QtBot) -> None:
    painted = 0

    class CountingRing(TimerRing):
        def paintEvent(self, event: QPaintEvent) -> None:
            nonlocal painted
            painted += 1
            super().paintEvent(event)

    ring = CountingRing()
    qtbot.addWidget(ring)
    ring.show()
    qtbot.waitUntil(lambda: painted > 0)
    painted = 0
    for step in range(100):
        ring.show_clock(10 + step / 100, SHORT)
        qtbot.wait(0)
    assert 0 < painted <= 11


def test_a_silence_keeps_the_clock_and_takes_the_light(ring: TimerRing) -> None:
    ring.show_clock(94.3, SHORT)
    amber = ring.grab().toImage()
    ring.show_silence()
    assert not ring.light
    assert ring.accessibleDescription() == "1:34, the interviewer is silent; you can go on"
    assert ring.grab().toImage() != amber
    ring.show_clock(94.3, SHORT)
    assert ring.grab().toImage() == amber


def test_compact_ring_is_smaller(ring: TimerRing) -> None:
    before = ring.sizeHint().width()
    ring.set_compact(True)
    assert ring.sizeHint().width() < before
    assert not ring.grab().isNull()


def test_times_of_nought_are_no_trouble(ring: TimerRing) -> None:
    ring.show_clock(1.0, TargetTimes(0, 0, 0))
    assert not ring.grab().isNull()
