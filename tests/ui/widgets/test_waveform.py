"""The recording as bars to click into."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.names import name_of
from tests.ui.samples import sample_peaks
from ui.widgets.waveform import Waveform
from ui.words.answer_marks import AnswerMark, MarkKind

MARKS = (
    AnswerMark(MarkKind.FILLER, 0.5, 1.0),
    AnswerMark(MarkKind.REPEAT, 8.0, 9.0),
    AnswerMark(MarkKind.PAUSE, 14.0, 16.0),
    AnswerMark(MarkKind.HEDGE, 20.0, 21.0),
    AnswerMark(MarkKind.CONTRARY, 30.0, 35.0),
    AnswerMark(MarkKind.RAMBLING, 70.0, 90.0),
    AnswerMark(MarkKind.STOP, 60.0, 60.0),
)


@pytest.fixture
def waveform(qtbot: QtBot) -> Waveform:
    shown = Waveform()
    qtbot.addWidget(shown)
    shown.resize(600, 76)
    shown.show_peaks(sample_peaks(), 120.0, MARKS)
    shown.show()
    return shown


def test_it_is_a_slider_to_a_screen_reader(waveform: Waveform) -> None:
    interface = QAccessible.queryAccessibleInterface(waveform)
    assert interface.role() == QAccessible.Role.Slider
    assert name_of(waveform) == "Recording"
    said = waveform.accessibleDescription()
    assert said.startswith("2:00 recorded, 1 filler, 1 repeat, 1 long pause, 1 hedge, ")
    assert said.endswith(", complete at 1:00")


def test_a_click_seeks(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.waitSignal(waveform.seek_requested) as sought:
        QTest.mouseClick(waveform, Qt.MouseButton.LeftButton, pos=QPoint(300, 40))
    assert sought.args == pytest.approx([60.0], abs=0.3)


def test_a_drag_asks_once_when_it_ends(waveform: Waveform, qtbot: QtBot) -> None:
    asked: list[float] = []
    waveform.seek_requested.connect(asked.append)
    QTest.mousePress(waveform, Qt.MouseButton.LeftButton, pos=QPoint(100, 40))
    for x in (150, 250, 450):
        QTest.mouseMove(waveform, QPoint(x, 40))
    QTest.mouseRelease(waveform, Qt.MouseButton.LeftButton, pos=QPoint(450, 40))
    assert asked == pytest.approx([90.0], abs=0.3)


def test_arrow_keys_step_by_two_seconds(waveform: Waveform, qtbot: QtBot) -> None:
    waveform.set_position(10.0)
    with qtbot.waitSignal(waveform.seek_requested) as sought:
        QTest.keyClick(waveform, Qt.Key.Key_Right)
    assert sought.args == [12.0]


def test_following_the_playback_asks_for_nothing(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(waveform.seek_requested):
        waveform.set_position(33.0)
        waveform.show_peaks((), 5.0)
    assert waveform.position_s == 0.0


@pytest.mark.parametrize(("peaks", "duration_s"), [((), 0.0), ((0.5,), 0.01), ((2.0, -1.0), 3.0)])
def test_odd_recordings_paint(waveform: Waveform, peaks: tuple[float, ...], duration_s: float) -> None:
    waveform.show_peaks(peaks, duration_s)
    assert not waveform.grab().isNull()


def test_played_bars_look_different(waveform: Waveform) -> None:
    before = waveform.grab().toImage()
    waveform.set_position(40.0)
    assert waveform.grab().toImage() != before


@pytest.mark.parametrize("kind", list(MarkKind))
def test_every_kind_of_mark_shows_and_can_be_taken_off(waveform: Waveform, kind: MarkKind) -> None:
    shown = waveform.grab().toImage()
    waveform.hide_kinds({kind})
    assert waveform.grab().toImage() != shown
    waveform.hide_kinds(())
    assert waveform.grab().toImage() == shown


def test_marks_show_in_whatever_order_they_are_given(waveform: Waveform) -> None:
    waveform.show_peaks(sample_peaks(), 120.0, MARKS[:1])
    alone = waveform.grab().toImage()
    waveform.show_peaks(sample_peaks(), 120.0, (AnswerMark(MarkKind.FILLER, 100.0, 101.0), *MARKS[:1]))
    both = waveform.grab().toImage()
    waveform.show_peaks(sample_peaks(), 120.0, (AnswerMark(MarkKind.FILLER, 100.0, 101.0),))
    assert both not in (alone, waveform.grab().toImage())
