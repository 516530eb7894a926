"""The slider of the volume: by keyboard and mouse, what it tells, and what it does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.names import name_of
from tests.ui.parts import Told
from ui.widgets.volume_control import VolumeControl

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def control(qtbot: QtBot) -> VolumeControl:
    shown = VolumeControl()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def x_of(control: VolumeControl, percent: int) -> QPoint:
    line = control._line()
    return QPoint(round(line.left() + line.width() * percent / 100), control.height() // 2)


def test_it_is_a_slider_to_a_screen_reader(control: VolumeControl) -> None:
    interface = QAccessible.queryAccessibleInterface(control)
    assert interface.role() == QAccessible.Role.Slider
    assert name_of(control) == "Volume"
    values = interface.valueInterface()
    assert (values.minimumValue(), values.currentValue(), values.maximumValue()) == (0, 100, 100)


def test_showing_is_silent(control: VolumeControl) -> None:
    changed, chosen = Told(control.volume_changed), Told(control.volume_chosen)
    control.show_volume(30)
    assert (control.value(), control.toolTip(), changed, chosen) == (30, "Volume 30 %", [], [])


@pytest.mark.parametrize(
    ("key", "volume"),
    [(Qt.Key.Key_Left, 45), (Qt.Key.Key_Right, 55), (Qt.Key.Key_Down, 45), (Qt.Key.Key_Up, 55), (Qt.Key.Key_Home, 0),
     (Qt.Key.Key_End, 100), (Qt.Key.Key_PageUp, 70), (Qt.Key.Key_PageDown, 30)],
)  # fmt: skip
def test_keys_move_it_and_choose_at_once(control: VolumeControl, key: Qt.Key, volume: int) -> None:
    control.show_volume(50)
    changed, chosen = Told(control.volume_changed), Told(control.volume_chosen)
    QTest.keyClick(control, key)
    assert changed == chosen == [volume]


def test_a_drag_is_followed_and_chosen_once_it_ends(control: VolumeControl) -> None:
    changed, chosen = Told(control.volume_changed), Told(control.volume_chosen)
    QTest.mousePress(control, LEFT, pos=x_of(control, 50))
    QTest.mouseMove(control, x_of(control, 25))
    QTest.mouseMove(control, QPoint(-50, 0))
    control.show_volume(90)  # nobody takes it out of the user's hand
    assert changed == [pytest.approx(50, abs=1), pytest.approx(25, abs=1), 0]
    assert chosen == []
    QTest.mouseRelease(control, LEFT)
    assert chosen == [0]


def test_other_buttons_and_the_wheel_leave_it_alone(control: VolumeControl, qapp: QApplication) -> None:
    changed, chosen = Told(control.volume_changed), Told(control.volume_chosen)
    QTest.mouseClick(control, Qt.MouseButton.RightButton, pos=x_of(control, 50))
    middle = QPointF(control.rect().center())
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120), no_button, no_key, Qt.ScrollPhase.NoScrollPhase, False
    )
    qapp.sendEvent(control, turned)
    assert not turned.isAccepted()
    assert (changed, chosen) == ([], [])


def test_silence_has_a_look_of_its_own(control: VolumeControl) -> None:
    control.show_volume(1)
    nearly = control.grab().toImage()
    control.show_volume(0)
    silent = control.grab().toImage()
    speaker = control.grab().rect().adjusted(0, 0, -(control.width() - 30), 0)
    assert silent.copy(speaker) != nearly.copy(speaker)
