"""Deleting a session in the window: asked first, gone everywhere, and nothing brings it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from recordings.take import TakeWriter
from recordings.transcription.messages import Command, Transcribed
from simulator.store.records import AnswerId, SessionId
from tests.fakes import FakeSpeechService
from tests.simulator.store.builders import NOON, a_plan, a_question, a_report, a_transcript
from tests.sound import tone
from tests.ui.making import history_place, review_place, session_deleting
from tests.ui.names import named
from tests.ui.parts import Room, Told, heard
from tests.ui.screen_text import has_words, press
from ui.errands.session_deleting import UNDER_WAY
from ui.screens.history_screen import HistoryScreen
from ui.screens.review_screen import ReviewScreen

Answer = Callable[[QMessageBox.StandardButton], list[str]]
DELETE = QMessageBox.StandardButton.Discard
CANCEL = QMessageBox.StandardButton.Cancel


class Desk:
    def __init__(self, qtbot: QtBot, room: Room) -> None:
        self.room = room
        self.history, self.review = HistoryScreen(), ReviewScreen()
        for screen in (self.history, self.review):
            qtbot.addWidget(screen)
        deleting = session_deleting(room)
        self.history_place = history_place(room, self.history, deleting)
        self.review_place = review_place(room, self.review, deleting)
        self.review_place.closed.connect(self.review.hide)

    @property
    def problems(self) -> list[str]:
        return self.room.messages.texts

    def add(self, text: str = "What is dropout?") -> SessionId:
        """A session with one recorded answer without words."""
        store, question = self.room.store, a_question("q", text)
        session = store.begin_session(a_plan(question), NOON)
        answer = store.begin_answer(session, question, 0, 1, f"take-{session}.wav", NOON)
        take = TakeWriter.create(self.room.data_folder.recordings, f"take-{session}")
        take.append(tone(1.0))
        whole = take.close()
        store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
        return session

    def answer_of(self, session: SessionId) -> AnswerId:
        return self.room.store.answers(session)[0].id

    def left(self) -> list[int]:
        return [summary.id for summary in self.room.store.sessions()]

    def listed(self) -> QListView:
        found = named(self.history, "Sessions")
        assert isinstance(found, QListView)
        return found


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    return Desk(qtbot, room)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Lets the user press a button of every question; gives what was asked."""

    def press_it(button: QMessageBox.StandardButton) -> list[str]:
        asked: list[str] = []

        def answered(box: QMessageBox) -> QMessageBox.StandardButton:
            asked.append(box.text())
            return button

        monkeypatch.setattr(QMessageBox, "exec", answered)
        return asked

    return press_it


def test_the_key_asks_and_deletes_and_the_list_follows(qtbot: QtBot, desk: Desk, answer: Answer) -> None:
    sessions = [desk.add() for _ in range(3)]
    desk.history.show()
    desk.history_place.enter()
    view = desk.listed()
    view.setCurrentIndex(view.model().index(1, 0))
    asked = answer(DELETE)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert len(asked) == 1
    assert "ML engineer · Machine learning" in asked[0]
    assert "1 answer, 1 recording" in asked[0]
    assert desk.left() == [sessions[2], sessions[0]]
    assert view.model().rowCount() == 2
    assert f"take-{sessions[1]}.wav" not in desk.room.takes()
    assert desk.problems == []


def test_cancelled_nothing_is_deleted(desk: Desk, answer: Answer) -> None:
    session = desk.add()
    desk.history_place.enter()
    asked = answer(CANCEL)
    desk.history.delete_requested.emit(session)
    assert len(asked) == 1
    assert desk.left() == [session]
    assert desk.room.takes() == [f"take-{session}.wav"]


def test_a_review_of_it_closes_and_falls_silent(qtbot: QtBot, desk: Desk, answer: Answer) -> None:
    session = desk.add()
    desk.review.show()
    desk.review_place.open_session(session)
    qtbot.waitUntil(lambda: has_words(desk.review, "What is dropout?"))
    press(desk.review, "Play")
    note = named(desk.review, "Notes")
    assert isinstance(note, QPlainTextEdit)
    note.setPlainText("Typed a moment ago")
    answer(DELETE)
    closed = Told(desk.review_place.closed)
    press(desk.review, "Delete interview…")
    assert len(closed) == 1
    assert desk.left() == []
    assert not desk.room.player.is_playing
    assert not desk.review.isVisible()
    assert desk.problems == []


def test_a_waveform_on_its_way_shows_nothing_of_it(qtbot: QtBot, desk: Desk, answer: Answer) -> None:
    session = desk.add()
    desk.review.show()
    desk.review_place.open_session(session)
    answer(DELETE)
    desk.review.delete_requested.emit(session)
    done: list[object] = []
    desk.room.equipment.jobs.run(lambda: 1, done.append, done.append)
    qtbot.waitUntil(lambda: len(done) == 1)
    assert desk.problems == []
    assert not has_words(desk.review, "What is dropout?")


def test_words_that_come_late_do_not_bring_it_back(
    qtbot: QtBot, desk: Desk, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech, equipment = desk.room.speech, desk.room.equipment

    def send(self: FakeSpeechService, message: Command) -> None:
        self.commands.append(message)

    monkeypatch.setattr(FakeSpeechService, "send", send)
    ready = Told(equipment.speech_child.ready)
    equipment.speech_child.start()
    qtbot.waitUntil(lambda: len(ready) == 1)
    gone, kept = desk.add(), desk.add()
    late, fine = desk.answer_of(gone), desk.answer_of(kept)
    judged = Told(equipment.judging_queue.answer_judged)
    for one in (late, fine):
        equipment.judging_queue.transcribe_again(one)
    answer(DELETE)
    desk.history.delete_requested.emit(gone)
    for one in (late, fine):
        speech.events.put(Transcribed(str(one), heard()))
    qtbot.waitUntil(lambda: judged == [fine])
    assert desk.left() == [kept]
    assert desk.problems == []
    equipment.speech_child.close()


def test_a_report_that_is_being_made_is_dropped(qtbot: QtBot, desk: Desk, answer: Answer) -> None:
    equipment = desk.room.equipment
    session = desk.add()
    late = desk.answer_of(session)
    answer(DELETE)
    desk.history.delete_requested.emit(session)
    equipment.judging_queue._keep(late, a_report())
    assert desk.left() == []
    assert desk.problems == []


def test_history_judged_anew_goes_on_without_it(qtbot: QtBot, desk: Desk, answer: Answer) -> None:
    equipment, store = desk.room.equipment, desk.room.store
    sessions = [desk.add() for _ in range(3)]
    for session in sessions:
        store.keep_transcript(desk.answer_of(session), a_transcript())
        store.keep_report(desk.answer_of(session), a_report())
    finished = Told(equipment.rejudging.finished)
    answer(DELETE)
    equipment.rejudging.start(equipment.rules.now)
    for session in sessions[:2]:  # the first is being judged just now, the second waits
        desk.history.delete_requested.emit(session)
    qtbot.waitUntil(lambda: finished == [(1, True)])
    assert desk.problems == []
    assert desk.left() == [sessions[2]]


def test_the_schedule_catches_up_without_it(qtbot: QtBot, desk: Desk, answer: Answer) -> None:
    equipment, store = desk.room.equipment, desk.room.store
    session = desk.add()
    store.keep_report(desk.answer_of(session), a_report())
    with store._connection.writing() as db:
        db.execute("DELETE FROM reviews")
    finished = Told(equipment.missing_cards.finished)
    equipment.missing_cards.start()
    answer(DELETE)
    desk.history.delete_requested.emit(session)
    qtbot.waitUntil(lambda: len(finished) == 1)
    assert desk.problems == []


def test_the_interview_under_way_is_not_even_asked_about(qtbot: QtBot, desk: Desk, answer: Answer) -> None:
    desk.room.begin(qtbot)
    (session,) = desk.left()
    asked = answer(DELETE)
    desk.history.delete_requested.emit(session)
    assert asked == []
    assert desk.problems == [UNDER_WAY]
    assert desk.left() == [session]
    desk.room.flow.end()
    desk.history.delete_requested.emit(session)
    assert desk.left() == []


def test_a_recording_that_stays_is_said_and_so_does_the_session(desk: Desk, answer: Answer) -> None:
    session = desk.add()
    path = desk.room.data_folder.recordings / f"take-{session}.wav"
    path.unlink()
    path.mkdir()
    answer(DELETE)
    desk.history.delete_requested.emit(session)
    (problem,) = desk.problems
    assert "could not be deleted" in problem
    assert desk.left() == [session]


def test_one_that_is_gone_already_is_said(desk: Desk, answer: Answer) -> None:
    asked = answer(DELETE)
    desk.history.delete_requested.emit(99)
    assert asked == []
    assert len(desk.problems) == 1


def test_copies_from_earlier_troubles_are_named(desk: Desk, answer: Answer) -> None:
    session = desk.add()
    (desk.room.data_folder.data / "library-damaged-20260301T120000000000Z.db").touch()
    answer(DELETE)
    desk.history.delete_requested.emit(session)
    (problem,) = desk.problems
    assert "library-damaged-20260301T120000000000Z.db" in problem
