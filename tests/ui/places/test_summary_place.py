"""The Summary, alive: an interview is summed up, heard, gone on from, and summed up anew when an answer is judged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from simulator.store.errors import StoreFull
from simulator.store.records import SessionId
from tests.simulator.interview_summary.kept import a_report
from tests.simulator.store.builders import NOON, a_plan, a_transcript
from tests.ui.making import summary_place
from tests.ui.parts import Room, Told
from tests.ui.places.kept_sessions import add_session, record
from tests.ui.screen_text import has_words, press
from ui.places.summary_place import SummaryPlace
from ui.screens.summary_screen import PRACTISE_WEAK, SummaryScreen


@dataclass
class Desk:
    room: Room
    screen: SummaryScreen
    place: SummaryPlace

    def open(self, session: SessionId) -> None:
        """As the wiring does it."""
        self.place.open_session(session)
        self.place.enter()

    def is_heard(self) -> bool:
        """Whether an answer sounds now."""
        return self.room.player.is_playing

    def judge(self, position: int, verdicts: str) -> None:
        answer = self.room.rows()[position]
        self.room.store.keep_transcript(answer.id, a_transcript())
        self.room.store.keep_report(answer.id, a_report(verdicts))
        self.room.equipment.judging_queue.answer_judged.emit(answer.id)


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    screen = SummaryScreen()
    qtbot.addWidget(screen)
    screen.resize(1000, 800)
    screen.show()
    return Desk(room, screen, summary_place(room, screen))


def test_it_opens_and_fills_in_as_answers_are_judged(qtbot: QtBot, desk: Desk) -> None:
    session = add_session(desk.room, "What is dropout?", "What is boosting?")
    opened = Told(desk.place.opened)
    desk.open(session)
    assert len(opened) == 1
    qtbot.waitUntil(lambda: has_words(desk.screen, "still being transcribed"))
    desk.judge(0, "x")
    qtbot.waitUntil(lambda: has_words(desk.screen, "1 answer is still being transcribed"))
    desk.judge(1, "x")
    qtbot.waitUntil(lambda: not has_words(desk.screen, "written down"))
    desk.place.leave()
    desk.judge(1, "x")


def test_a_moment_is_heard_until_one_goes_elsewhere(qtbot: QtBot, desk: Desk) -> None:
    session = add_session(desk.room, "What is dropout?")
    answer = desk.room.rows()[0]
    desk.room.store.keep_report(answer.id, replace(a_report("m"), key_points=None, length=None))
    desk.open(session)
    qtbot.waitUntil(lambda: has_words(desk.screen, "Nothing stands out"))
    too_long = a_report(over_s=60.0)
    assert too_long.length is not None
    desk.room.store.keep_report(answer.id, replace(too_long, length=replace(too_long.length, target_s=0.5)))
    desk.room.equipment.judging_queue.answer_judged.emit(answer.id)
    qtbot.waitUntil(lambda: has_words(desk.screen, "ran 1:00 over") or has_words(desk.screen, "ran 60 s over"))
    press(desk.screen, "Hear question 1 at 0:02")
    assert desk.is_heard()
    assert desk.room.player.position_s == pytest.approx(2.0)
    press(desk.screen, "Stop")
    assert not desk.is_heard()
    press(desk.screen, "Hear question 1 at 0:02")
    assert desk.is_heard()
    desk.place.leave()
    assert not desk.is_heard()


def test_answers_and_review_are_asked_for(qtbot: QtBot, desk: Desk) -> None:
    asked = Told(desk.place.review_requested)
    desk.screen.review_requested.emit()
    assert asked == []
    session = add_session(desk.room, "What is dropout?", "What is boosting?")
    desk.open(session)
    qtbot.waitUntil(lambda: len(desk.screen.questions.entries) == 2)
    desk.screen.questions.entries[1].row.click()
    press(desk.screen, "Open Review")
    assert asked == [(session, desk.room.rows()[1].id), (session, None)]


def test_what_needs_work_is_practised_if_it_can_be_asked(qtbot: QtBot, desk: Desk) -> None:
    bank = desk.room.equipment.bank.now.questions
    known, hidden = bank[0], bank[1]
    desk.room.store.marks.hide(hidden.id, is_on=True)
    session = desk.room.store.begin_session(a_plan(known, hidden), NOON)
    desk.room.store.answer_skipped(session, known, 0)
    desk.room.store.answer_skipped(session, hidden, 1)
    record(desk.room, session, 2, "Of a pack that is gone?")
    wanted = Told(desk.place.practise_requested)
    desk.open(session)
    qtbot.waitUntil(lambda: len(desk.screen.questions.entries) == 3)
    press(desk.screen, PRACTISE_WEAK)
    assert wanted == [(known.id,)]


def test_the_day_on_which_a_question_comes_back_is_said(qtbot: QtBot, desk: Desk) -> None:
    known = desk.room.equipment.bank.now.questions[0]
    session = desk.room.store.begin_session(a_plan(known), NOON)
    now = datetime.now(UTC)
    answer = desk.room.store.begin_answer(session, known, 0, 1, "", now)
    desk.room.store.typed_saved(answer, "It drops units at random.")
    desk.room.store.keep_transcript(answer, a_transcript())
    desk.room.store.keep_report(answer, a_report("m"))
    card = desk.room.store.cards.card(known.id)
    assert card is not None
    assert card.due_at > now + timedelta(hours=1)
    desk.open(session)
    qtbot.waitUntil(lambda: has_words(desk.screen, " back "))
    assert not has_words(desk.screen, "Questions come back once")


def test_what_the_library_refuses_is_told(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = add_session(desk.room, "What is dropout?")
    desk.place.open_session(session)

    def refuse(_session: SessionId) -> None:
        raise StoreFull(desk.room.data_folder.database)

    monkeypatch.setattr(desk.room.store, "answers", refuse)
    desk.place.enter()
    assert len(desk.room.messages.texts) == 1


def test_the_interview_is_exported(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[SessionId] = []
    monkeypatch.setattr(desk.place._exporting, "offer", offered.append)
    desk.screen.export_requested.emit()
    assert offered == []
    session = add_session(desk.room, "What is dropout?")
    desk.place.open_session(session)
    press(desk.screen, "Export…")
    assert offered == [session]


def test_it_is_printed_once_it_is_summed_up(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[str] = []
    monkeypatch.setattr("ui.places.summary_place.ask_to_print", lambda page, *_rest: pages.append(page))
    session = add_session(desk.room, "What is dropout?")
    desk.screen.print_requested.emit()
    desk.place.open_session(session)
    desk.screen.print_requested.emit()
    assert pages == []
    desk.place.enter()
    qtbot.waitUntil(lambda: len(desk.screen.questions.entries) == 1)
    press(desk.screen, "Print")
    assert "What is dropout?" in pages[0]
