"""History, Review and Progress, alive: everything ever said is found, read and heard again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QPlainTextEdit
from pytestqt.qtbot import QtBot

from recordings.take import TakeWriter
from simulator.store.records import AnswerId, SessionId
from tests.simulator.store.builders import NOON, a_plan, a_question, a_report, a_transcript, add_judged
from tests.sound import tone
from tests.ui.names import named
from tests.ui.parts import Room, Told
from tests.ui.screen_text import has_words, press, words_on
from ui.places import reading
from ui.places.reading import ReadingPlace
from ui.screens.history_screen import HistoryScreen
from ui.screens.progress_screen import ProgressScreen
from ui.screens.review_screen import ReviewScreen


@dataclass
class Desk:
    room: Room
    history: HistoryScreen
    review: ReviewScreen
    progress: ProgressScreen
    desk: ReadingPlace
    problems: list[str]

    def add_session(self, *texts: str) -> SessionId:
        """A session with a judged, recorded answer to each question."""
        asked = tuple(a_question(f"q{number}", text) for number, text in enumerate(texts))
        session = self.room.store.begin_session(a_plan(*asked), NOON)
        for position, question in enumerate(asked):
            self.record(session, position, question.text)
        return session

    def record(self, session: SessionId, position: int, text: str) -> AnswerId:
        store = self.room.store
        question = a_question(f"q{position}", text)
        name = f"{session}-{position}"
        answer = store.begin_answer(session, question, position, 1, f"{name}.wav", NOON)
        take = TakeWriter.create(self.room.data_folder.recordings, name)
        take.append(tone(3.0))
        whole = take.close()
        store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
        return answer

    def rows(self) -> int:
        listed = named(self.history, "Sessions")
        assert isinstance(listed, QListView)
        return listed.model().rowCount()

    def scroll_to_end(self) -> None:
        listed = named(self.history, "Sessions")
        assert isinstance(listed, QListView)
        listed.model().fetchMore(listed.rootIndex())


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    screens = HistoryScreen(), ReviewScreen(), ProgressScreen()
    for screen in screens:
        qtbot.addWidget(screen)
        screen.resize(1000, 800)
    made = ReadingPlace(screens, room.equipment)
    return Desk(room, *screens, made, Told(made.problem))


@pytest.fixture
def reviewed(qtbot: QtBot, desk: Desk) -> Desk:
    """With a session of two answers open."""
    session = desk.add_session("What is dropout?", "What is boosting?")
    desk.review.show()
    desk.desk.open_session(session)
    qtbot.waitUntil(lambda: has_words(desk.review, "What is dropout?"))
    return desk


def test_history_comes_in_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PAGE", 3)
    for number in range(7):
        desk.add_session(f"Question {number}?")
    desk.desk.enter_history()
    counts = [desk.rows()]
    for _ in range(4):
        desk.scroll_to_end()
        counts.append(desk.rows())
    assert counts == [3, 6, 7, 7, 7]
    desk.desk.enter_history()
    assert desk.rows() == 3


def test_search_finds_questions_notes_and_words_said(qtbot: QtBot, desk: Desk) -> None:
    desk.add_session("What is dropout?")
    session = desk.add_session("What is boosting?")
    (answer,) = desk.room.store.answers(session)
    desk.room.store.set_note(answer.id, "gradient")
    desk.room.store.keep_transcript(answer.id, a_transcript("many weak learners"))
    desk.desk.enter_history()
    field = named(desk.history, "Search")
    assert isinstance(field, QLineEdit)
    for text, count in (("dropout", 1), ("gradient", 1), ("weak learn", 1), ("nothing of the kind", 0), ("", 2)):
        with qtbot.waitSignal(desk.history.search_changed):
            field.setText(text)
        assert desk.rows() == count, text


def test_a_search_outlives_a_look_at_what_it_found(desk: Desk) -> None:
    desk.add_session("What is dropout?")
    desk.add_session("What is boosting?")
    desk.history.search_changed.emit("boosting")
    desk.desk.enter_history()
    assert desk.rows() == 1


def test_a_session_opens_at_its_first_answer(qtbot: QtBot, desk: Desk) -> None:
    session = desk.add_session("What is dropout?", "What is boosting?")
    shown = Told(desk.desk.review_shown)
    desk.review.show()
    desk.history.session_opened.emit(session)
    assert len(shown) == 1
    qtbot.waitUntil(lambda: has_words(desk.review, "What is dropout?"))


def test_another_answer_can_be_chosen(qtbot: QtBot, reviewed: Desk) -> None:
    second = reviewed.room.rows()[1]
    reviewed.review.answer_selected.emit(second.id)
    qtbot.waitUntil(lambda: has_words(reviewed.review, "What is boosting?"))


def test_a_waveform_that_comes_late_does_not_show_another_answer(qtbot: QtBot, reviewed: Desk) -> None:
    first, second = reviewed.room.rows()
    reviewed.review.answer_selected.emit(second.id)
    qtbot.waitUntil(lambda: has_words(reviewed.review, "What is boosting?"))
    reviewed.desk._show(first, [0.5])
    assert not has_words(reviewed.review, "What is dropout?")


def test_a_session_of_skipped_questions_opens_too(qtbot: QtBot, desk: Desk) -> None:
    session = desk.room.store.begin_session(a_plan(a_question()), NOON)
    desk.room.store.answer_skipped(session, a_question(), 0)
    desk.review.show()
    desk.desk.open_session(session)
    assert has_words(desk.review, "Skipped")
    reviewed_nothing = desk.room.store.begin_session(a_plan(a_question()), NOON)
    desk.desk.open_session(reviewed_nothing)
    assert not has_words(desk.review, "Skipped")


def test_a_missing_recording_is_said_and_the_rest_is_shown(qtbot: QtBot, desk: Desk) -> None:
    session = desk.add_session("What is dropout?")
    for path in desk.room.data_folder.recordings.iterdir():
        path.unlink()
    desk.review.show()
    desk.desk.open_session(session)
    qtbot.waitUntil(lambda: len(desk.problems) == 1)
    assert has_words(desk.review, "What is dropout?")


def test_playing_seeking_and_speed(reviewed: Desk) -> None:
    player, review = reviewed.room.player, reviewed.review
    path = reviewed.room.data_folder.recordings / str(reviewed.room.rows()[0].file_name)
    press(review, "Play")
    assert player.played == [path]
    player.advance(1.0)
    assert review.position_s == pytest.approx(1.0)
    press(review, "Play")
    assert not player.is_playing
    press(review, "Play")
    assert player.position_s == pytest.approx(1.0)
    review.seek_requested.emit(2.0)
    assert player.position_s == pytest.approx(2.0)
    review.play_requested.emit(0.5, 1.0)
    player.advance(9.0)
    assert player.position_s == pytest.approx(1.0)
    review.rate_changed.emit(1.5)
    assert player.rate == 1.5
    press(review, "Play")
    reviewed.desk.leave()
    assert not player.is_playing


def test_only_the_visible_screen_follows_the_sound(reviewed: Desk) -> None:
    reviewed.room.player.position_changed.emit(1.5)
    assert reviewed.review.position_s == pytest.approx(1.5)
    reviewed.review.hide()
    reviewed.room.player.position_changed.emit(2.5)
    reviewed.room.player.playing_changed.emit(True)
    assert reviewed.review.position_s == pytest.approx(1.5)


def test_notes_are_kept(qtbot: QtBot, reviewed: Desk) -> None:
    note = named(reviewed.review, "Notes")
    assert isinstance(note, QPlainTextEdit)
    note.setPlainText("Say why, not only what.")
    qtbot.waitUntil(lambda: reviewed.room.rows()[0].note == "Say why, not only what.")
    reviewed.review.note_changed.emit(999, "Nobody's")
    assert len(reviewed.problems) == 1


def test_a_report_that_arrives_shows_at_once(qtbot: QtBot, reviewed: Desk) -> None:
    record = reviewed.room.rows()[0]
    before = words_on(reviewed.review)
    reviewed.room.store.keep_transcript(record.id, a_transcript())
    reviewed.room.store.keep_report(record.id, a_report())
    reviewed.room.equipment.judging_queue.answer_judged.emit(record.id)
    qtbot.waitUntil(lambda: words_on(reviewed.review) != before)
    after = words_on(reviewed.review)
    listed = named(reviewed.review, "Answers")
    assert isinstance(listed, QListView)
    spoken = listed.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "on time" in spoken

    other = reviewed.room.rows()[1]
    reviewed.room.store.keep_report(other.id, a_report())
    reviewed.room.equipment.judging_queue.answer_judged.emit(other.id)
    assert words_on(reviewed.review) == after


def test_words_can_be_asked_for_again(qtbot: QtBot, reviewed: Desk) -> None:
    reviewed.room.equipment.speech_child.start()
    record = reviewed.room.rows()[0]
    reviewed.room.store.transcription_failed(record.id, "It was interrupted.")
    reviewed.room.equipment.judging_queue.judging_failed.emit(record.id, "It was interrupted.")
    qtbot.waitUntil(lambda: has_words(reviewed.review, "not there yet"))
    press(reviewed.review, "Try again")
    qtbot.waitUntil(lambda: not has_words(reviewed.review, "not there yet"))
    assert reviewed.room.rows()[0].report is not None


def test_progress_shows_what_was_measured(desk: Desk) -> None:
    desk.progress.show()
    desk.desk.enter_progress()
    before = words_on(desk.progress)
    for number in range(3):
        session = desk.room.store.begin_session(a_plan(a_question()), NOON)
        add_judged(desk.room.store, session, a_report(sounds=float(number)))
    desk.desk.enter_progress()
    assert words_on(desk.progress) != before


def test_names_that_lead_out_of_the_folder_are_refused(room: Room) -> None:
    with pytest.raises(ValueError, match="not the name of a take"):
        room.equipment.library.path_of(str(Path("..") / "library.db"))
