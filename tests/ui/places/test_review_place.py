"""Review, alive: one interview is read, heard, noted on and judged again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPlainTextEdit
from pytestqt.qtbot import QtBot

from simulator.corrections import FlagCorrection
from simulator.schedule import Grade
from simulator.store.records import AnswerRecord
from simulator.transcript import Span
from tests.simulator.store.builders import NOON, a_plan, a_question, a_report, a_transcript
from tests.ui.making import review_place, session_deleting
from tests.ui.names import named
from tests.ui.parts import Room, Told
from tests.ui.places.kept_sessions import add_session
from tests.ui.screen_text import has_words, press, words_on
from ui.places.review_place import ReviewPlace
from ui.screens.review_screen import ReviewScreen


@dataclass
class Desk:
    room: Room
    review: ReviewScreen
    place: ReviewPlace

    @property
    def problems(self) -> list[str]:
        return self.room.messages.texts


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Iterator[Desk]:
    screen = ReviewScreen()
    qtbot.addWidget(screen)
    screen.resize(1000, 800)
    deleting = session_deleting(room)
    yield Desk(room, screen, review_place(room, screen, deleting))
    deleting.finish()  # what waits to be deleted outlives no test


@pytest.fixture
def reviewed(qtbot: QtBot, desk: Desk) -> Desk:
    """With a session of two answers open."""
    session = add_session(desk.room, "What is dropout?", "What is boosting?")
    desk.review.show()
    desk.place.open_session(session)
    qtbot.waitUntil(lambda: has_words(desk.review, "What is dropout?"))
    return desk


def test_a_session_opens_at_its_first_answer(qtbot: QtBot, desk: Desk) -> None:
    session = add_session(desk.room, "What is dropout?", "What is boosting?")
    shown = Told(desk.place.opened)
    desk.review.show()
    desk.place.open_session(session)
    assert len(shown) == 1
    qtbot.waitUntil(lambda: has_words(desk.review, "What is dropout?"))


def test_a_session_opens_at_the_answer_that_is_asked_for(qtbot: QtBot, desk: Desk) -> None:
    session = add_session(desk.room, "What is dropout?", "What is boosting?")
    desk.review.show()
    desk.place.open_session(session, desk.room.rows()[1].id)
    qtbot.waitUntil(lambda: has_words(desk.review, "What is boosting?"))


def test_the_summary_of_the_session_is_asked_for(desk: Desk) -> None:
    asked = Told(desk.place.summary_requested)
    desk.review.show()
    press(desk.review, "Summary")
    assert asked == []
    session = add_session(desk.room, "What is dropout?")
    desk.place.open_session(session)
    press(desk.review, "Summary")
    assert asked == [session]


def test_another_answer_can_be_chosen(qtbot: QtBot, reviewed: Desk) -> None:
    second = reviewed.room.rows()[1]
    reviewed.review.answer_selected.emit(second.id)
    qtbot.waitUntil(lambda: has_words(reviewed.review, "What is boosting?"))


def test_a_waveform_that_comes_late_does_not_show_another_answer(qtbot: QtBot, reviewed: Desk) -> None:
    first, second = reviewed.room.rows()
    reviewed.review.answer_selected.emit(second.id)
    qtbot.waitUntil(lambda: has_words(reviewed.review, "What is boosting?"))
    reviewed.place._show(first, [0.5])
    assert not has_words(reviewed.review, "What is dropout?")


def test_a_session_of_skipped_questions_opens_too(qtbot: QtBot, desk: Desk) -> None:
    session = desk.room.store.begin_session(a_plan(a_question()), NOON)
    desk.room.store.answer_skipped(session, a_question(), 0)
    desk.review.show()
    desk.place.open_session(session)
    assert has_words(desk.review, "Skipped")
    reviewed_nothing = desk.room.store.begin_session(a_plan(a_question()), NOON)
    desk.place.open_session(reviewed_nothing)
    assert not has_words(desk.review, "Skipped")


def test_a_missing_recording_is_said_and_the_rest_is_shown(qtbot: QtBot, desk: Desk) -> None:
    session = add_session(desk.room, "What is dropout?")
    for path in desk.room.data_folder.recordings.iterdir():
        path.unlink()
    desk.review.show()
    desk.place.open_session(session)
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
    reviewed.place.leave()
    assert not player.is_playing


def test_answers_and_what_is_read_aloud_are_as_loud_as_was_chosen(qtbot: QtBot, reviewed: Desk) -> None:
    player, review = reviewed.room.player, reviewed.review
    press(review, "Play")
    QTest.keyClick(named(review, "Volume"), Qt.Key.Key_PageDown)
    assert (player.volume, len(player.played), player.is_playing) == (0.8, 1, True)
    review.read_aloud_requested.emit("A model answer.")
    qtbot.waitUntil(lambda: len(player.played) == 2)
    assert player.volume == 0.8
    assert reviewed.room.equipment.settings.now.volume == 80


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
    qtbot.waitUntil(lambda: has_words(reviewed.review, "not transcribed yet"))
    press(reviewed.review, "Try again")
    qtbot.waitUntil(lambda: not has_words(reviewed.review, "not transcribed yet"))
    assert reviewed.room.rows()[0].report is not None


def test_names_that_lead_out_of_the_folder_are_refused(room: Room) -> None:
    with pytest.raises(ValueError, match="not the name of a take"):
        room.equipment.library.path_of(str(Path("..") / "library.db"))


def is_reading(desk: Desk) -> bool:
    return desk.review._report.key_points._read_answer.is_reading


def test_the_voice_and_the_answer_are_not_heard_at_once(qtbot: QtBot, reviewed: Desk) -> None:
    room, screen = reviewed.room, reviewed.review
    screen.play_toggled.emit()
    assert room.player.is_playing
    screen._report.key_points.reveal_model_answer(True)
    QTest.keyClick(screen, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: len(room.player.played) == 2)
    assert is_reading(reviewed)
    assert screen._controls.play.text() == "Play"
    room.player.advance(0.05)
    assert screen.position_s == 0.0
    screen.play_toggled.emit()
    assert not is_reading(reviewed)
    assert screen._controls.play.text() == "Pause"


def test_reading_stops_where_one_leaves_or_opens_another_answer(qtbot: QtBot, reviewed: Desk) -> None:
    room, screen = reviewed.room, reviewed.review
    ways: tuple[Callable[[], object], ...] = (
        lambda: screen.answer_selected.emit(room.rows()[1].id),
        reviewed.place.leave,
    )
    for number, go_on in enumerate(ways, start=1):
        screen.read_aloud_requested.emit("A model answer.")
        qtbot.waitUntil(lambda: len(room.player.played) == number)  # noqa: B023 - within its own turn
        go_on()
        assert not room.player.is_playing


@pytest.fixture
def asked_twice(qtbot: QtBot, desk: Desk) -> Desk:
    """With the second of two sessions open, each of the same question."""
    first, second = (add_session(desk.room, "What is dropout?") for _ in range(2))
    desk.room.store.keep_transcript(desk.room.rows(first)[0].id, a_transcript())
    desk.room.store.keep_report(desk.room.rows(first)[0].id, a_report())
    desk.review.show()
    desk.place.open_session(second)
    qtbot.waitUntil(lambda: has_words(desk.review, "Your other answers"))
    return desk


def earlier(desk: Desk) -> AnswerRecord:
    return desk.room.rows(desk.room.store.sessions()[1].id)[0]


def test_a_session_can_be_opened_at_one_of_its_answers(qtbot: QtBot, desk: Desk) -> None:
    session = add_session(desk.room, "What is dropout?", "What is boosting?")
    desk.review.show()
    desk.place.open_session(session, desk.room.rows(session)[1].id)
    qtbot.waitUntil(lambda: has_words(desk.review, "What is boosting?"))


def test_an_earlier_answer_is_heard_where_it_stands(asked_twice: Desk) -> None:
    room, screen = asked_twice.room, asked_twice.review
    path = room.equipment.library.path_of(earlier(asked_twice).file_name or "")
    screen.others.play_toggled.emit(earlier(asked_twice).id)
    assert room.player.played == [path]
    room.player.advance(1.0)
    assert screen.position_s == 0.0
    assert screen._controls.play.text() == "Play"
    screen.others.play_toggled.emit(earlier(asked_twice).id)
    assert not room.player.is_playing


def test_an_earlier_answer_gives_way_to_the_one_that_is_open(asked_twice: Desk) -> None:
    room, screen = asked_twice.room, asked_twice.review
    screen.others.play_toggled.emit(earlier(asked_twice).id)
    press(screen, "Play")
    assert room.player.is_playing
    assert room.player.played[-1].name != earlier(asked_twice).file_name
    room.player.advance(1.0)
    assert screen.position_s == pytest.approx(1.0)
    screen.others.play_toggled.emit(earlier(asked_twice).id)
    assert screen._controls.play.text() == "Play"


def test_an_earlier_answer_opens_in_its_own_session(qtbot: QtBot, asked_twice: Desk) -> None:
    record = earlier(asked_twice)
    asked_twice.review.others.open_requested.emit(record.session_id, record.id)
    qtbot.waitUntil(lambda: asked_twice.place._open_answer == record)


def test_a_rating_is_kept_and_says_when_the_question_comes_back(qtbot: QtBot, asked_twice: Desk) -> None:
    store, screen = asked_twice.room.store, asked_twice.review
    record = earlier(asked_twice)
    asked_twice.place.open_session(record.session_id)
    qtbot.waitUntil(lambda: asked_twice.place._open_answer == record and screen.rating.isVisible())
    screen.rating.chips[3].click()
    assert store.cards.own_rating(record.id) is Grade.EASY
    assert has_words(screen, "This question ")
    screen.rating.rated.emit(1)
    assert store.cards.own_rating(record.id) is Grade.AGAIN
    asked_twice.place.open_session(record.session_id)
    qtbot.waitUntil(lambda: screen.rating.rating == 1)


def test_a_stretch_is_heard_over_and_over_until_it_is_let_go(reviewed: Desk) -> None:
    player, screen = reviewed.room.player, reviewed.review
    screen.loop_changed.emit(Span(1.0, 2.0))
    screen.play_requested.emit(1.0, 2.0)
    player.advance(1.5)
    assert player.is_playing
    assert player.position_s == pytest.approx(1.0)
    press(screen, "Play")
    press(screen, "Play")
    assert player.is_playing
    player.advance(1.5)
    assert player.is_playing
    assert player.position_s == pytest.approx(1.0)
    screen.loop_changed.emit(None)
    player.advance(1.5)
    assert not player.is_playing


def test_beside_the_loop_one_hears_on_to_the_end(reviewed: Desk) -> None:
    player, screen = reviewed.room.player, reviewed.review
    screen.loop_changed.emit(Span(1.0, 2.0))
    screen.seek_requested.emit(2.5)
    player.advance(9.0)
    assert not player.is_playing
    assert player.position_s == pytest.approx(3.0)
    screen.loop_changed.emit(Span(1.0, 2.0))
    press(screen, "Play")
    assert player.position_s == pytest.approx(1.0)


def test_a_model_answer_read_aloud_ends_the_loop(qtbot: QtBot, reviewed: Desk) -> None:
    room, screen = reviewed.room, reviewed.review
    screen.loop_changed.emit(Span(1.0, 2.0))
    screen.play_requested.emit(1.0, 2.0)
    screen.read_aloud_requested.emit("A model answer.")
    qtbot.waitUntil(lambda: len(room.player.played) == 2)
    room.player.advance(99.0)
    assert len(room.player.played) == 2


def test_an_answer_is_deleted_and_the_next_one_shows_until_that_is_undone(qtbot: QtBot, reviewed: Desk) -> None:
    first, second = reviewed.room.rows()
    press(reviewed.review, "Play")
    press(reviewed.review, "Delete answer")
    assert not reviewed.room.player.is_playing
    qtbot.waitUntil(lambda: has_words(reviewed.review, "What is boosting?"))
    assert not reviewed.review.shows(first.id)
    assert any("The answer and its recording have been deleted" in told for told in reviewed.problems)
    reviewed.review.undo_requested.emit(second.id)
    qtbot.waitUntil(lambda: has_words(reviewed.review, "What is dropout?"))
    assert reviewed.review.shows(first.id)


def test_the_last_answer_gives_way_to_the_one_before(qtbot: QtBot, reviewed: Desk) -> None:
    first, second = reviewed.room.rows()
    reviewed.review.answer_selected.emit(second.id)
    qtbot.waitUntil(lambda: has_words(reviewed.review, "What is boosting?"))
    press(reviewed.review, "Delete answer")
    qtbot.waitUntil(lambda: has_words(reviewed.review, "What is dropout?"))
    assert not reviewed.review.shows(second.id)
    assert reviewed.review.shows(first.id)


def test_with_its_only_answer_a_session_closes(qtbot: QtBot, desk: Desk) -> None:
    session = add_session(desk.room, "What is dropout?")
    closed = Told(desk.place.closed)
    desk.review.show()
    desk.place.open_session(session)
    qtbot.waitUntil(lambda: has_words(desk.review, "What is dropout?"))
    press(desk.review, "Delete answer")
    assert len(closed) == 1


def test_once_something_was_corrected_since_that_is_undone_first(qtbot: QtBot, reviewed: Desk) -> None:
    first, second = reviewed.room.rows()
    press(reviewed.review, "Delete answer")
    qtbot.waitUntil(lambda: has_words(reviewed.review, "What is boosting?"))
    reviewed.review.corrected.emit(second.id, FlagCorrection("word", 0, 0.1, 0.3, "so", "on"))
    reviewed.review.undo_requested.emit(second.id)
    assert not reviewed.review.shows(first.id)
