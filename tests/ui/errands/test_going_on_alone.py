"""After feedback a hands-free interview goes on by itself, in sight, unless somebody is at the keys."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from simulator.settings import Settings
from tests.ui.names import named, nameless
from tests.ui.parts import ManualClock, Room, Told
from tests.ui.screen_text import has_words, press
from ui.errands.going_on_alone import GoingOnAlone
from ui.widgets.going_on_line import GoingOnLine
from ui.widgets.text_line import TextLine


@dataclass
class Desk:
    screen: QWidget
    other: QPushButton
    note: QLineEdit
    line: GoingOnLine
    going_on: GoingOnAlone
    clock: ManualClock
    due: list[object]
    pressed: list[object]

    def pass_by(self, seconds: float) -> None:
        self.clock.pass_by(seconds)
        self.going_on._on_tick()

    def left(self, what: str = "Next question") -> bool:
        return has_words(self.screen, f"{what} in ")


def desk_with(qtbot: QtBot, room: Room, *, hands_free: bool) -> Desk:
    room.equipment.settings.change(Settings(hands_free=hands_free))
    screen, other, note, line = QWidget(), QPushButton("Go on"), TextLine("Note"), GoingOnLine()
    column = QVBoxLayout(screen)
    for widget in (line, other, note):
        column.addWidget(widget)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitExposed(screen)
    going_on = GoingOnAlone(line, room.equipment.settings, room.clock, screen)
    other.setFocus()
    return Desk(screen, other, note, line, going_on, room.clock, Told(going_on.due), Told(other.clicked))


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    return desk_with(qtbot, room, hands_free=True)


def test_it_counts_down_in_sight_and_goes_on(desk: Desk) -> None:
    desk.going_on.begin(0, "Next question")
    assert has_words(desk.screen, "Next question in 8 s")
    desk.pass_by(5.5)
    assert has_words(desk.screen, "Next question in 3 s")
    assert desk.due == []
    desk.pass_by(3.0)
    assert len(desk.due) == 1
    assert not desk.line.isVisible()
    desk.pass_by(20.0)
    assert len(desk.due) == 1


def test_it_is_off_unless_turns_are_hands_free(qtbot: QtBot, room: Room) -> None:
    desk = desk_with(qtbot, room, hands_free=False)
    desk.going_on.begin(0, "Next question")
    assert not desk.line.isVisible()
    desk.pass_by(100.0)
    assert desk.due == []


def test_everything_in_it_has_a_name_and_a_key(desk: Desk) -> None:
    desk.going_on.begin(0, "Next question")
    assert nameless(desk.screen) == []
    assert named(desk.screen, "Stay here").accessibleDescription() == "Key: Space"


def test_the_button_stops_it(desk: Desk) -> None:
    desk.going_on.begin(0, "Next question")
    press(desk.screen, "Stay here")
    assert has_words(desk.screen, "Staying here. Go on when you like.")
    desk.pass_by(100.0)
    assert desk.due == []


def test_space_stops_it_and_presses_nothing_else(desk: Desk) -> None:
    desk.going_on.begin(0, "Next question")
    QTest.keyClick(desk.other, Qt.Key.Key_Space)
    assert not desk.left()
    assert desk.pressed == []
    QTest.keyClick(desk.other, Qt.Key.Key_Space)
    assert len(desk.pressed) == 1, "afterwards Space is what it always was"


def test_any_other_key_stops_it_and_does_what_it_does(desk: Desk) -> None:
    desk.going_on.begin(0, "Next question")
    QTest.keyClick(desk.note, Qt.Key.Key_A)
    assert not desk.left()
    assert desk.note.text() == "a"


def test_a_click_elsewhere_stops_it_and_is_a_click(desk: Desk) -> None:
    desk.going_on.begin(0, "Next question")
    QTest.mouseClick(desk.other, Qt.MouseButton.LeftButton)
    assert not desk.left()
    assert len(desk.pressed) == 1


def test_whoever_scrolls_is_reading(desk: Desk) -> None:
    desk.going_on.begin(0, "Next question")
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(
        desk.other, QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), *nothing, False)
    )
    assert not desk.left()


def test_what_is_pressed_in_another_window_is_none_of_its_business(desk: Desk, qtbot: QtBot) -> None:
    elsewhere = QPushButton("Elsewhere")
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    desk.going_on.begin(0, "Next question")
    QTest.keyClick(elsewhere, Qt.Key.Key_Space)
    assert desk.left()


def test_who_stays_stays_until_the_next_answer(desk: Desk) -> None:
    desk.going_on.begin(0, "Next question")
    desk.going_on.stay()
    desk.going_on.begin(0, "Next question")
    assert not desk.left()
    desk.going_on.forget()
    desk.going_on.begin(0, "Next try")
    assert desk.left("Next try")
