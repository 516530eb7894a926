"""Deleting in the window: out of sight at once, brought back by Undo, then gone, and nothing brings it back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
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
from ui.errands import session_deleting as module
from ui.errands.session_deleting import UNDER_WAY
from ui.messages import MessageKind
from ui.screens.history_screen import HistoryScreen
from ui.screens.review_screen import ReviewScreen
from ui.widgets.history_table import HistoryTable


class Desk:
    def __init__(self, qtbot: QtBot, room: Room) -> None:
        self.qtbot = qtbot
        self.room = room
        self.history, self.review = HistoryScreen(), ReviewScreen()
        for screen in (self.history, self.review):
            qtbot.addWidget(screen)
        self.deleting = session_deleting(room)
        self.history_place = history_place(room, self.history, self.deleting)
        self.review_place = review_place(room, self.review, self.deleting)
        self.review_place.closed.connect(self.review.hide)

    @property
    def problems(self) -> list[str]:
        return [one.text for one in self.room.messages.told if one.kind is not MessageKind.DELETED]

    def add(self, text: str = "What is dropout?", answers: int = 1) -> SessionId:
        """A session with recorded answers without words."""
        store, question = self.room.store, a_question("q", text)
        session = store.begin_session(a_plan(question), NOON)
        for number in range(answers):
            name = f"take-{session}" if answers == 1 else f"take-{session}-{number}"
            answer = store.begin_answer(session, question, number, 1, f"{name}.wav", NOON)
            take = TakeWriter.create(self.room.data_folder.recordings, name)
            take.append(tone(1.0))
            whole = take.close()
            store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
        return session

    def answer_of(self, session: SessionId) -> AnswerId:
        return self.room.store.answers(session)[0].id

    def left(self) -> list[int]:
        return [summary.id for summary in self.room.store.sessions()]

    def shown(self) -> list[int]:
        return [row.id for row in self.history.rows]

    def settle(self) -> None:
        """Until what is done beside the window is done."""
        self.qtbot.waitUntil(lambda: self.room.equipment.jobs._running == 0)

    def enter(self) -> None:
        self.history.show()
        self.history_place.enter()
        self.settle()

    def wait_until_gone(self) -> None:
        """Until nobody can undo anything any more, and it is done."""
        self.qtbot.waitUntil(lambda: not self.deleting._waiting and not self.deleting._leaving)


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Iterator[Desk]:
    made = Desk(qtbot, room)
    yield made
    made.deleting.finish()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has time to undo."""
    monkeypatch.setattr(module, "UNDO_MS", 0)


def undo(desk: Desk) -> None:
    """Press the button of the message that stands."""
    message = desk.room.messages.shown
    assert message is not None
    ((words, act),) = message.actions
    assert words == "Undo"
    desk.room.messages.dismiss()
    act()


def test_the_key_hides_it_at_once_and_undo_brings_it_back(desk: Desk) -> None:
    sessions = [desk.add() for _ in range(3)]
    desk.enter()
    view = named(desk.history, "Sessions")
    assert isinstance(view, HistoryTable)
    view.choose_row(1)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert desk.shown() == [sessions[2], sessions[0]]
    assert view.current_row() == 1
    (told,) = desk.room.messages.texts
    assert "ML engineer · Machine learning" in told
    assert "1 answer, 1 recording" in told
    desk.enter()
    assert desk.shown() == [sessions[2], sessions[0]]
    undo(desk)
    desk.settle()
    assert desk.shown() == desk.left() == sessions[::-1]
    assert len(desk.room.takes()) == 3
    assert desk.problems == []


@pytest.mark.usefixtures("at_once")
def test_once_the_time_is_over_it_is_gone(desk: Desk) -> None:
    gone, kept = desk.add(), desk.add()
    desk.enter()
    desk.history.delete_requested.emit(desk.history.rows[1].found)
    desk.wait_until_gone()
    assert desk.left() == desk.shown() == [kept]
    assert f"take-{gone}.wav" not in desk.room.takes()
    assert desk.room.messages.shown is None
    desk.deleting.undo()
    assert desk.problems == []


@pytest.mark.usefixtures("at_once")
def test_one_answer_goes_and_its_session_stays(desk: Desk) -> None:
    session = desk.add(answers=2)
    desk.history._view.chips[1].click()
    desk.enter()
    newest, oldest = desk.shown()
    desk.history.delete_requested.emit(desk.history.rows[0].found)
    assert desk.shown() == [oldest]
    desk.wait_until_gone()
    assert [record.id for record in desk.room.store.answers(session)] == [oldest]
    assert desk.room.takes() == [f"take-{session}-0.wav"]
    assert newest not in desk.shown()
    assert "The answer and its recording have been deleted: What is dropout?" in desk.room.messages.texts


def test_an_answer_is_brought_back_too(desk: Desk) -> None:
    session = desk.add(answers=2)
    answer = desk.answer_of(session)
    desk.history._view.chips[1].click()
    desk.enter()
    desk.deleting.delete_answer(answer)
    assert answer not in desk.shown()
    desk.review_place.open_session(session)
    assert [one.id for one in desk.review._model.values] != [one.id for one in desk.room.store.answers(session)]
    undo(desk)
    desk.settle()
    assert answer in desk.shown()
    assert desk.room.messages.shown is None


def test_the_latest_is_undone_first(desk: Desk) -> None:
    sessions = [desk.add() for _ in range(2)]
    desk.enter()
    for session in sessions:
        desk.deleting.delete_session(session)
    assert desk.shown() == []
    QTest.keyClick(desk.history, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.shown() == [sessions[1]]
    undo(desk)
    desk.settle()
    assert desk.shown() == sessions[::-1]


def test_closing_does_not_wait(desk: Desk) -> None:
    gone, kept = desk.add(), desk.add()
    desk.deleting.delete_session(gone)
    desk.deleting.finish()
    assert desk.left() == [kept]
    assert desk.room.takes() == [f"take-{kept}.wav"]
    desk.deleting.undo()
    assert desk.left() == [kept]


def test_a_review_of_it_closes_and_falls_silent(qtbot: QtBot, desk: Desk) -> None:
    session = desk.add()
    desk.review.show()
    desk.review_place.open_session(session)
    qtbot.waitUntil(lambda: has_words(desk.review, "What is dropout?"))
    press(desk.review, "Play")
    note = named(desk.review, "Notes")
    assert isinstance(note, QPlainTextEdit)
    note.setPlainText("Typed a moment ago")
    closed = Told(desk.review_place.closed)
    press(desk.review, "Delete interview")
    assert len(closed) == 1
    assert not desk.room.player.is_playing
    assert not desk.review.isVisible()
    assert desk.problems == []


@pytest.mark.usefixtures("at_once")
def test_a_waveform_on_its_way_shows_nothing_of_it(qtbot: QtBot, desk: Desk) -> None:
    session = desk.add()
    desk.review.show()
    desk.review_place.open_session(session)
    desk.review.delete_requested.emit(session)
    desk.wait_until_gone()
    desk.settle()
    assert desk.problems == []
    assert not has_words(desk.review, "What is dropout?")


@pytest.mark.usefixtures("at_once")
def test_words_that_come_late_do_not_bring_it_back(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
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
    desk.deleting.delete_session(gone)
    desk.wait_until_gone()
    for one in (late, fine):
        speech.events.put(Transcribed(str(one), heard()))
    qtbot.waitUntil(lambda: judged == [fine])
    assert desk.left() == [kept]
    assert desk.problems == []
    equipment.speech_child.close()


@pytest.mark.usefixtures("at_once")
def test_a_report_that_is_being_made_is_dropped(desk: Desk) -> None:
    session = desk.add()
    late = desk.answer_of(session)
    desk.deleting.delete_session(session)
    desk.wait_until_gone()
    desk.room.equipment.judging_queue._keep(late, a_report())
    assert desk.left() == []
    assert desk.problems == []


@pytest.mark.usefixtures("at_once")
def test_history_judged_anew_goes_on_without_it(qtbot: QtBot, desk: Desk) -> None:
    equipment, store = desk.room.equipment, desk.room.store
    sessions = [desk.add() for _ in range(3)]
    for session in sessions:
        store.keep_transcript(desk.answer_of(session), a_transcript())
        store.keep_report(desk.answer_of(session), a_report())
    finished = Told(equipment.rejudging.finished)
    for session in sessions[:2]:
        desk.deleting.delete_session(session)
    equipment.rejudging.start(equipment.rules.now)
    for going in list(desk.deleting._waiting):  # the first is being judged just now, the second waits
        desk.deleting._waiting[going][0].stop()
        desk.deleting._on_time_over(going)
    qtbot.waitUntil(lambda: finished == [(1, True)])
    desk.wait_until_gone()
    assert desk.problems == []
    assert desk.left() == [sessions[2]]


@pytest.mark.usefixtures("at_once")
def test_the_schedule_catches_up_without_it(qtbot: QtBot, desk: Desk) -> None:
    equipment, store = desk.room.equipment, desk.room.store
    session = desk.add()
    store.keep_report(desk.answer_of(session), a_report())
    with store._connection.writing() as db:
        db.execute("DELETE FROM reviews")
    finished = Told(equipment.missing_cards.finished)
    equipment.missing_cards.start()
    desk.deleting.delete_session(session)
    desk.wait_until_gone()
    qtbot.waitUntil(lambda: len(finished) == 1)
    assert desk.problems == []


@pytest.mark.usefixtures("at_once")
def test_the_interview_under_way_is_not_deleted(qtbot: QtBot, desk: Desk) -> None:
    desk.room.begin(qtbot)
    (session,) = desk.left()
    desk.deleting.delete_session(SessionId(session))
    assert desk.problems == [UNDER_WAY]
    assert desk.room.messages.shown is not None
    assert desk.room.messages.shown.actions == ()
    desk.room.flow.end()
    desk.deleting.delete_session(SessionId(session))
    desk.wait_until_gone()
    assert desk.left() == []


@pytest.mark.usefixtures("at_once")
def test_a_recording_that_stays_is_said_and_so_does_the_session(desk: Desk) -> None:
    session = desk.add()
    path = desk.room.data_folder.recordings / f"take-{session}.wav"
    path.unlink()
    path.mkdir()
    desk.enter()
    desk.history.delete_requested.emit(desk.history.rows[0].found)
    desk.wait_until_gone()
    desk.settle()
    (problem,) = desk.problems
    assert "could not be deleted" in problem
    assert desk.left() == desk.shown() == [session]


def test_one_that_is_gone_already_is_said(desk: Desk) -> None:
    desk.deleting.delete_session(SessionId(99))
    desk.deleting.delete_answer(AnswerId(99))
    assert len(desk.problems) == 2
    assert not desk.deleting._waiting


@pytest.mark.usefixtures("at_once")
def test_copies_from_earlier_troubles_are_named(desk: Desk) -> None:
    session = desk.add()
    (desk.room.data_folder.data / "library-damaged-20260301T120000000000Z.db").touch()
    desk.deleting.delete_session(session)
    desk.wait_until_gone()
    (problem,) = desk.problems
    assert "library-damaged-20260301T120000000000Z.db" in problem
