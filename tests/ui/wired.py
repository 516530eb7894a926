"""The window with its wiring, as tests open it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.interview.plan import SessionPlan
from tests.ui.parts import Room
from ui.main_window import MainWindow
from ui.screens.practise_screen import PractiseScreen
from ui.wiring import PRACTISE, Wiring


@dataclass
class Desk:
    """The program, wired, with parts that a test can play."""

    room: Room
    window: MainWindow
    wiring: Wiring

    def screen(self) -> QWidget | None:
        return self.window.screen_shown

    def notice(self) -> str:
        return self.window.notice.text

    def focused(self) -> str:
        widget = self.window.focusWidget()
        return widget.accessibleName() if widget else ""

    def has_navigation(self) -> bool:
        return self.window._nav.isVisible()

    def begin(self, qtbot: QtBot, plan: SessionPlan) -> None:
        """Hold it, up to where the first question has been read."""
        self.wiring.hold(plan)
        qtbot.waitUntil(lambda: self.room.player.is_playing)
        self.room.player.advance(1.0)


@pytest.fixture
def opened(qtbot: QtBot, room: Room) -> Desk:
    """As the program opens, before the library is looked at."""
    window = MainWindow(room.messages)
    qtbot.addWidget(window)
    practise = PractiseScreen()
    window.add_place(PRACTISE, practise)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Desk(room, window, Wiring(window, practise, room.equipment))


@pytest.fixture
def desk(opened: Desk) -> Desk:
    opened.wiring.begin()
    return opened
