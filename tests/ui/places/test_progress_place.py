"""Progress, alive: what was measured from interview to interview."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.simulator.store.builders import NOON, a_plan, a_question, a_report, add_judged
from tests.ui.parts import Room
from tests.ui.screen_text import words_on
from ui.places.progress_place import ProgressPlace
from ui.screens.progress_screen import ProgressScreen


def test_progress_shows_what_was_measured(qtbot: QtBot, room: Room) -> None:
    screen = ProgressScreen()
    qtbot.addWidget(screen)
    place = ProgressPlace(screen, room.store, room.equipment.rules)
    screen.show()
    place.enter()
    before = words_on(screen)
    for number in range(3):
        session = room.store.begin_session(a_plan(a_question()), NOON)
        add_judged(room.store, session, a_report(sounds=float(number)))
    place.enter()
    assert words_on(screen) != before
