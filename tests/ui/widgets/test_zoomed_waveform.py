"""A recording to look into: drawn larger, a stretch of it chosen, and looped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.transcript import Span
from tests.ui.names import nameless
from tests.ui.parts import Told
from tests.ui.samples import sample_peaks
from tests.ui.screen_text import has_words, press
from ui.widgets.sound_tools import SoundTools
from ui.widgets.zoomed_waveform import CLOSEST_MS, ZoomedWaveform

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)


@pytest.fixture
def waveform(qtbot: QtBot) -> ZoomedWaveform:
    shown = ZoomedWaveform()
    qtbot.addWidget(shown)
    shown.resize(600, 76)
    shown.show_peaks(sample_peaks(2_400), 120.0)
    shown.show()
    return shown


@pytest.fixture
def tools(qtbot: QtBot, waveform: ZoomedWaveform) -> SoundTools:
    shown = SoundTools(waveform)
    qtbot.addWidget(shown)
    shown.resize(600, 60)
    shown.show()
    return shown


def drag(waveform: ZoomedWaveform, first: int, last: int) -> None:
    QTest.mousePress(waveform, LEFT, pos=QPoint(first, 40))
    QTest.mouseMove(waveform, QPoint((first + last) // 2, 40))
    QTest.mouseMove(waveform, QPoint(last, 40))
    QTest.mouseRelease(waveform, LEFT, pos=QPoint(last, 40))


def turn(waveform: ZoomedWaveform, x: int, steps: int, keys: Qt.KeyboardModifier) -> bool:
    at = QPointF(x, 40)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    event.ignore()
    QApplication.sendEvent(waveform, event)
    return event.isAccepted()


def is_zoomed(waveform: ZoomedWaveform) -> bool:
    return waveform.is_zoomed


def seen_s(waveform: ZoomedWaveform) -> tuple[float, float]:
    first, last = waveform._seen_ms()
    return first / 1000, last / 1000


def test_ctrl_with_the_wheel_zooms_about_the_pointer(waveform: ZoomedWaveform) -> None:
    assert turn(waveform, 300, 2, CTRL)
    first, last = seen_s(waveform)
    assert last - first == pytest.approx(120 / 1.6**2)
    assert (first + last) / 2 == pytest.approx(60.0)
    assert turn(waveform, 300, -9, CTRL)
    assert seen_s(waveform) == (0.0, 120.0)


def test_without_a_key_the_wheel_is_left_to_the_page(waveform: ZoomedWaveform) -> None:
    assert not turn(waveform, 300, 1, PLAIN)
    assert not turn(waveform, 300, 1, SHIFT)
    assert seen_s(waveform) == (0.0, 120.0)


def test_shift_with_the_wheel_moves_along_and_stops_at_the_ends(waveform: ZoomedWaveform) -> None:
    turn(waveform, 300, 3, CTRL)
    length = seen_s(waveform)[1] - seen_s(waveform)[0]
    assert turn(waveform, 300, -50, SHIFT)
    assert seen_s(waveform) == pytest.approx((120 - length, 120.0))


def test_it_zooms_to_five_seconds_at_most_and_short_ones_not_at_all(waveform: ZoomedWaveform) -> None:
    turn(waveform, 300, 40, CTRL)
    assert seen_s(waveform)[1] - seen_s(waveform)[0] == pytest.approx(CLOSEST_MS / 1000)
    waveform.show_peaks(sample_peaks(), 3.0)
    waveform.zoom_in()
    assert (waveform.is_zoomed, waveform.can_zoom_in) == (False, False)


def test_the_playback_turns_the_page_but_not_under_who_looks_elsewhere(waveform: ZoomedWaveform) -> None:
    waveform.set_position(10.0)
    turn(waveform, 0, 5, CTRL)
    first, last = seen_s(waveform)
    assert first == 0.0
    waveform.set_position(last - 0.05)
    waveform.set_position(last + 0.05)
    assert seen_s(waveform)[0] < last < seen_s(waveform)[1]
    waveform.see_from(90_000)
    waveform.set_position(last + 0.1)
    assert seen_s(waveform)[0] == pytest.approx(90.0)
    waveform.set_position(40.0)
    assert seen_s(waveform)[0] < 40.0 < seen_s(waveform)[1]


def test_a_click_goes_there_in_what_is_in_sight(waveform: ZoomedWaveform) -> None:
    turn(waveform, 300, 2, CTRL)
    sought = Told(waveform.seek_requested)
    QTest.mouseClick(waveform, LEFT, pos=QPoint(300, 40))
    QTest.mouseClick(waveform, LEFT, pos=QPoint(300, 40))
    assert sought == pytest.approx([60.0, 60.0], abs=0.2)


def test_a_drag_chooses_either_way_and_a_click_beside_lets_go(waveform: ZoomedWaveform) -> None:
    sought = Told(waveform.seek_requested)
    before = waveform.grab().toImage()
    for first, last in ((100, 200), (200, 100)):
        drag(waveform, first, last)
        assert waveform.stretch is not None
        assert (waveform.stretch.start_s, waveform.stretch.end_s) == pytest.approx((20.0, 40.0), abs=0.3)
    assert waveform.grab().toImage() != before
    assert sought == []
    QTest.mouseClick(waveform, LEFT, pos=QPoint(150, 40))
    assert waveform.stretch is not None
    QTest.mouseClick(waveform, LEFT, pos=QPoint(400, 40))
    assert waveform.stretch is None


def test_shift_with_an_arrow_chooses_from_where_the_playback_stands(waveform: ZoomedWaveform) -> None:
    waveform.set_position(30.0)
    for _ in range(3):
        QTest.keyClick(waveform, Qt.Key.Key_Right, SHIFT)
    assert waveform.stretch == Span(30.0, 33.0)
    for _ in range(5):
        QTest.keyClick(waveform, Qt.Key.Key_Left, SHIFT)
    assert waveform.stretch == Span(28.0, 30.0)
    assert waveform.position_s == 30.0
    QTest.keyClick(waveform, Qt.Key.Key_Right)
    assert waveform.position_s == 32.0


def test_the_tools_are_named_and_show_what_is_chosen(tools: SoundTools, waveform: ZoomedWaveform) -> None:
    assert nameless(tools) == []
    assert has_words(tools, "Drag across the bars")
    assert not tools.loop.isVisible()
    drag(waveform, 100, 200)
    assert has_words(tools, "Chosen: 0:20 to 0:40")
    heard = Told(tools.stretch_requested)
    press(tools, "Play the selection")
    assert heard[0] == pytest.approx((20.0, 40.0), abs=0.3)
    press(tools, "Clear the selection")
    assert waveform.stretch is None


def test_a_loop_begins_at_once_follows_what_is_chosen_and_ends_with_it(
    tools: SoundTools, waveform: ZoomedWaveform
) -> None:
    looped, heard = Told(tools.loop_changed), Told(tools.stretch_requested)
    tools.toggle_loop()
    assert looped == []
    waveform.choose(Span(20.0, 40.0))
    tools.toggle_loop()
    assert (looped, heard) == ([Span(20.0, 40.0)], [(20.0, 40.0)])
    waveform.choose(Span(50.0, 60.0))
    waveform.choose(None)
    assert looped[1:] == [Span(50.0, 60.0), None]
    assert not tools.loop.isChecked()


def test_buttons_zoom_and_show_all_again(tools: SoundTools, waveform: ZoomedWaveform) -> None:
    press(tools, "Zoom in")
    assert is_zoomed(waveform)
    press(tools, "Zoom out")
    assert not is_zoomed(waveform)
    press(tools, "Zoom in")
    press(tools, "Zoom in")
    tools._along.setValue(tools._along.maximum())
    assert seen_s(waveform)[1] == pytest.approx(120.0, abs=0.01)
    press(tools, "Show the whole recording")
    assert not is_zoomed(waveform)
