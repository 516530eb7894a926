"""The recording as bars to click into."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.transcript import Span
from tests.ui.names import name_of
from tests.ui.samples import sample_peaks
from ui.widgets.waveform import Waveform


@pytest.fixture
def waveform(qtbot: QtBot) -> Waveform:
    shown = Waveform()
    qtbot.addWidget(shown)
    shown.resize(600, 76)
    shown.show_peaks(sample_peaks(), 120.0, [Span(0.5, 1.0)], 60.0)
    shown.show()
    return shown


def test_it_is_a_slider_to_a_screen_reader(waveform: Waveform) -> None:
    interface = QAccessible.queryAccessibleInterface(waveform)
    assert interface.role() == QAccessible.Role.Slider
    assert name_of(waveform) == "Recording"
    assert waveform.accessibleDescription() == "2:00 recorded, 1 mark, complete at 1:00"


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
