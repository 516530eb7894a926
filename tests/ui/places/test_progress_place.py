"""Progress, alive: what was measured, read beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.simulator.store.builders import a_plan, a_question, a_report, a_transcript
from tests.ui.parts import Room
from tests.ui.screen_text import has_words, press
from ui.places.progress_place import ProgressPlace
from ui.screens.progress_screen import ProgressScreen


@dataclass
class Desk:
    """The place, its room, and who waits for it."""

    room: Room
    place: ProgressPlace
    qtbot: QtBot

    def enter(self) -> ProgressScreen:
        with self.qtbot.waitSignal(self.place.screen.filled):
            self.place.enter()
        return self.place.screen

    def answer(self, days_ago: int) -> None:
        store = self.room.store
        at = datetime.now(UTC) - timedelta(days=days_ago)
        session = store.begin_session(a_plan(a_question()), at)
        answer = store.begin_answer(session, a_question(), 0, 1, f"{session}.wav", at)
        store.answer_saved(answer, 32_000, 64_044, "c0ffee")
        store.keep_transcript(answer, a_transcript())
        store.keep_report(answer, a_report())


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    screen = ProgressScreen()
    qtbot.addWidget(screen)
    equipment = room.equipment
    library = equipment.data_folder.database
    place = ProgressPlace(screen, library, equipment.rules, equipment.jobs, equipment.messages)
    screen.show()
    return Desk(room, place, qtbot)


def test_what_was_measured_is_shown(desk: Desk) -> None:
    assert has_words(desk.enter(), "after your first answers")
    for days_ago in (0, 1, 40):
        desk.answer(days_ago)
    screen = desk.enter()
    assert has_words(screen, "3 answers on 3 days of the last year.")
    assert len(screen.cards[2].chart.spots) == 3
    with desk.qtbot.waitSignal(screen.filled):
        press(screen, "4 weeks")
    assert len(screen.cards[2].chart.spots) == 2


def test_answers_by_other_rules_are_left_out_and_said_to_be(desk: Desk) -> None:
    desk.answer(0)
    rules = desk.room.equipment.rules
    rules.change(rules.now.with_band("pace_low_wpm", 90))
    assert has_words(desk.enter(), "1 answer from this period was analysed by an earlier version or with other rules")


def test_what_one_left_is_not_shown_any_more(desk: Desk, qtbot: QtBot) -> None:
    desk.answer(0)
    with qtbot.assertNotEmitted(desk.place.shown):
        desk.place.enter()
        desk.place.leave()
        done: list[object] = []
        desk.room.equipment.jobs.run(lambda: None, done.append, done.append)
        qtbot.waitUntil(lambda: bool(done))


def test_a_library_that_refuses_is_told(desk: Desk, qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.place, "_library", Path("nowhere") / "library.db")
    desk.place.enter()
    qtbot.waitUntil(lambda: bool(room.messages.texts))
