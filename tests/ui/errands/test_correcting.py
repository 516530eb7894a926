"""A flag comes off or goes on, a verdict is put right; all that shows follows at once, and the library keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.analysis.analyse import analyse
from simulator.corrections import taken_off
from simulator.interview.session import Stage
from simulator.store.records import AnswerId, AnswerRecord
from simulator.verdict_corrections import VerdictCorrection
from tests.simulator.store.builders import NOON, a_plan, a_question
from tests.ui.making import feedback_place, review_place, session_deleting
from tests.ui.names import named
from tests.ui.parts import RefusingStore, Room, Told, heard
from tests.ui.screen_text import has_words, press
from ui.errands.correcting import Correcting
from ui.errands.term_offer import TermOffer
from ui.screens.feedback_screen import FeedbackScreen
from ui.screens.review_screen import ReviewScreen
from ui.widgets.transcript_view import TranscriptView

SPOKEN = "Um, I look at the data and then uh train a simple model that I can compare with the others. " * 3


@dataclass
class Reviewed:
    room: Room
    review: ReviewScreen
    view: TranscriptView
    answer: AnswerId

    @property
    def problems(self) -> list[str]:
        return self.room.messages.texts

    def record(self) -> AnswerRecord:
        return self.room.store.answer(self.answer)

    def sounds(self) -> int:
        report = self.record().report
        assert report is not None
        return sum(filler.kind == "sound" for filler in report.fillers)

    def go_to(self, text: str) -> None:
        put_caret(self.view, text)


def put_caret(view: TranscriptView, text: str) -> None:
    """Into the first occurrence of `text`, with the keyboard there too."""
    cursor = view.document().find(text, 0)
    assert not cursor.isNull(), text
    cursor.setPosition(cursor.selectionStart() + 1)
    view.setTextCursor(cursor)
    view.setFocus()


@pytest.fixture
def reviewed(qtbot: QtBot, room: Room) -> Reviewed:
    store = room.store
    session = store.begin_session(a_plan(), NOON)
    answer = store.begin_answer(session, a_question(), 0, 1, "", NOON)
    store.answer_saved(answer, 48_000, 96_044, "c0ffee")
    store.keep_transcript(answer, heard(SPOKEN))
    store.keep_report(answer, analyse(heard(SPOKEN), a_question()))
    screen = ReviewScreen()
    qtbot.addWidget(screen)
    screen.resize(1000, 800)
    place = review_place(room, screen, session_deleting(room))
    place.setParent(room.equipment)
    screen.show()
    place.open_session(session)
    view = named(screen, "Transcript")
    assert isinstance(view, TranscriptView)
    qtbot.waitUntil(lambda: "simple model" in view.toPlainText())
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return Reviewed(room, screen, view, answer)


def test_f_takes_a_flag_off_and_all_figures_follow(reviewed: Reviewed) -> None:
    before = reviewed.sounds()
    assert has_words(reviewed.review, str(before))
    flags = len(reviewed.view.flag_starts())
    reviewed.go_to("uh")
    QTest.keyClick(reviewed.view, Qt.Key.Key_F)
    assert reviewed.sounds() == before - 1
    assert len(reviewed.view.flag_starts()) == flags - 1
    report = reviewed.record().report
    assert report is not None
    assert report.fillers_per_minute is not None
    assert has_words(reviewed.review, f"{report.fillers_per_minute.sound:.1f} a minute")


def test_the_next_flag_is_chosen_so_that_f_takes_it_off_wherever_the_focus_is(reviewed: Reviewed) -> None:
    before = reviewed.record().report
    assert before is not None
    named(reviewed.review, "Play").setFocus()
    QTest.keyClick(reviewed.review, Qt.Key.Key_Period)
    ahead = min(filler.start_s for filler in before.fillers if filler.start_s)  # the one at 0 s is where one stands
    QTest.keyClick(reviewed.review, Qt.Key.Key_F)
    after = reviewed.record().report
    assert after is not None
    assert {filler.start_s for filler in before.fillers} - {filler.start_s for filler in after.fillers} == {ahead}


def test_the_caret_stays_so_that_f_again_puts_it_back(reviewed: Reviewed) -> None:
    original = reviewed.record().report
    reviewed.go_to("uh")
    here = reviewed.view.textCursor().position()
    QTest.keyClick(reviewed.view, Qt.Key.Key_F)
    assert reviewed.view.textCursor().position() == here
    QTest.keyClick(reviewed.view, Qt.Key.Key_F)
    assert reviewed.record().report == original


def test_the_button_below_marks_a_word_and_ctrl_z_undoes_it(reviewed: Reviewed) -> None:
    original = reviewed.record().report
    reviewed.go_to("simple")
    assert has_words(reviewed.review, "“simple” at 0:05")
    press(reviewed.review, "Mark as filler")
    report = reviewed.record().report
    assert report is not None
    assert [filler.text for filler in report.fillers if filler.by_user] == ["simple"]
    assert has_words(reviewed.review, "marked by you")
    reviewed.view.setFocus()
    QTest.keyClick(reviewed.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert reviewed.record().report == original
    QTest.keyClick(reviewed.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert reviewed.problems == []


def test_v_goes_to_the_key_points_and_then_puts_a_verdict_right(reviewed: Reviewed) -> None:
    original = reviewed.record().report
    named(reviewed.review, "Play").setFocus()
    QTest.keyClick(reviewed.review, Qt.Key.Key_V)
    assert reviewed.record().report == original
    assert has_words(reviewed.review, "not heard")
    QTest.keyClick(reviewed.review, Qt.Key.Key_V)
    report = reviewed.record().report
    assert report is not None
    assert [(point.verdict, point.found_by) for point in report.key_points or ()] == [("made", "user")]
    assert has_words(reviewed.review, "all of them")
    assert has_words(reviewed.review, "Your own verdict.")
    QTest.keyClick(reviewed.review, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert reviewed.record().report == original
    assert not has_words(reviewed.review, "Your own verdict.")


def test_the_title_follows_a_verdict_put_right(reviewed: Reviewed) -> None:
    reviewed.review.corrected.emit(reviewed.answer, VerdictCorrection("thins", "contrary"))
    assert has_words(reviewed.review, "You said the opposite of one key point")
    assert has_words(reviewed.review, "Right: It thins the network out.")
    assert named(reviewed.review, "The opposite was said: It thins the network out.")
    reviewed.review.undo_requested.emit(reviewed.answer)
    assert not has_words(reviewed.review, "the opposite of")


def test_a_library_that_refuses_leaves_the_flag(reviewed: Reviewed) -> None:
    original = reviewed.record().report
    store: Any = RefusingStore(reviewed.room.store, {"correct", "uncorrect"})
    equipment = reviewed.room.equipment
    offer = TermOffer(store, equipment.settings, reviewed.room.messages)
    correcting = Correcting(store, equipment.judging_queue, offer, reviewed.room.messages)
    corrected = Told(correcting.answer_corrected)
    assert original is not None
    correcting.correct(reviewed.answer, taken_off(original.fillers[0]))
    correcting.undo(reviewed.answer)
    assert len(reviewed.problems) == 2
    assert corrected == []
    assert reviewed.record().report == original


def test_feedback_follows_too(qtbot: QtBot, room: Room) -> None:
    room.equipment.speech_child.start()
    feedback = FeedbackScreen()
    qtbot.addWidget(feedback)
    feedback.resize(1000, 800)
    place = feedback_place(room, feedback)
    feedback.show()
    place.setParent(room.equipment)
    room.begin(qtbot)
    with qtbot.waitSignal(room.equipment.judging_queue.answer_judged):
        room.answer(25.0)
    assert room.stage() is Stage.FEEDBACK
    view = named(feedback, "Transcript")
    assert isinstance(view, TranscriptView)
    qtbot.waitUntil(lambda: "regularisation" in view.toPlainText() and view.flag_starts() != ())
    answer = room.flow.answer_id
    assert answer is not None
    before = room.store.answer(answer).report
    put_caret(view, "Um")
    QTest.keyClick(view, Qt.Key.Key_F)
    after = room.store.answer(answer).report
    assert before is not None
    assert after is not None
    assert len(after.fillers) == len(before.fillers) - 1
    assert len(view.flag_starts()) == len(after.fillers)
    feedback.undo_requested.emit()
    assert room.store.answer(answer).report == before
