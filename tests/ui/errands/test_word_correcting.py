"""A word is put right where it stands; all that shows follows once it is judged, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.analysis.analyse import analyse, analyse_text
from simulator.store.records import AnswerId, AnswerRecord, SessionId
from tests.simulator.store.builders import NOON, a_plan, a_question
from tests.ui.making import feedback_place, review_place, session_deleting
from tests.ui.names import named, nameless
from tests.ui.parts import RefusingStore, Room, heard
from tests.ui.screen_text import has_words, press
from ui.errands.correcting import Correcting
from ui.errands.term_offer import TermOffer
from ui.screens.feedback_screen import FeedbackScreen
from ui.screens.review_screen import ReviewScreen
from ui.widgets.transcript_view import TranscriptView
from ui.widgets.word_editor import WordEditor

SPOKEN = "Um, we use k means here and then uh fins out a simple model that I can compare with k means. " * 3
UNDO = Qt.KeyboardModifier.ControlModifier


@dataclass
class Reader:
    """The user before the transcript of an answer in the library."""

    qtbot: QtBot
    room: Room
    screen: QWidget
    view: TranscriptView
    answer: AnswerId

    def record(self) -> AnswerRecord:
        return self.room.store.answer(self.answer)

    def words(self) -> str:
        words = self.record().words_in_use
        assert words is not None
        return words.text

    def verdicts(self) -> list[str | None]:
        report = self.record().report
        assert report is not None
        return [point.verdict for point in report.key_points or ()]

    def choose(self, text: str) -> None:
        """Its first occurrence: one word by the caret in it, several by a selection."""
        cursor = self.view.document().find(text, 0)
        assert not cursor.isNull(), text
        if " " not in text:
            cursor.setPosition(cursor.selectionStart() + 1)
        self.view.setTextCursor(cursor)
        self.view.setFocus()

    def editor(self) -> WordEditor:
        editor = self.view.findChild(WordEditor)
        assert isinstance(editor, WordEditor)
        return editor

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """With the keyboard wherever it is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def put_right(self, text: str, said: str) -> None:
        """By the keyboard alone, up to where it is judged."""
        self.choose(text)
        self.press(Qt.Key.Key_F2)
        self.editor().setText(said)
        with self.qtbot.waitSignal(self.room.equipment.judging_queue.judged_anew):
            self.press(Qt.Key.Key_Return)

    def undo(self) -> None:
        with self.qtbot.waitSignal(self.room.equipment.judging_queue.judged_anew):
            self.press(Qt.Key.Key_Z, UNDO)


@pytest.fixture
def reader(qtbot: QtBot, room: Room) -> Reader:
    store = room.store
    session = store.begin_session(a_plan(), NOON)
    answer = store.begin_answer(session, a_question(), 0, 1, "", NOON)
    store.answer_saved(answer, 48_000, 96_044, "c0ffee")
    store.keep_transcript(answer, heard(SPOKEN))
    store.keep_report(answer, analyse(heard(SPOKEN), a_question()))
    return in_review(qtbot, room, session, answer)


@pytest.fixture
def typist(qtbot: QtBot, room: Room) -> Reader:
    store = room.store
    session = store.begin_session(a_plan(), NOON)
    answer = store.begin_answer(session, a_question(), 0, 1, "", NOON)
    store.typed_saved(answer, SPOKEN)
    store.keep_report(answer, analyse_text(SPOKEN, a_question()))
    return in_review(qtbot, room, session, answer)


def in_review(qtbot: QtBot, room: Room, session: SessionId, answer: AnswerId) -> Reader:
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
    return Reader(qtbot, room, screen, view, answer)


def test_a_key_point_is_made_once_the_word_is_right_and_undo_takes_it_back(reader: Reader) -> None:
    original = reader.record()
    assert reader.verdicts() == ["not"]
    reader.put_right("fins", "thins")
    assert reader.verdicts() == ["made"]
    assert has_words(reader.screen, "all of them")
    assert has_words(reader.screen, "1 correction by you")
    assert "thins out" in reader.view.toPlainText()
    assert reader.view.hasFocus()
    assert has_words(reader.screen, "“thins” at 0:04, heard as “fins”")
    reader.undo()
    assert reader.record() == original
    assert not has_words(reader.screen, "by you")
    assert reader.room.messages.texts == []


def test_a_filler_that_was_a_word_is_none_and_one_that_was_missed_counts(reader: Reader) -> None:
    flags = len(reader.view.flag_starts())
    reader.put_right("uh", "a")
    assert len(reader.view.flag_starts()) == flags - 1
    reader.put_right("then", "um")
    assert len(reader.view.flag_starts()) == flags


def test_a_double_click_puts_a_word_right_where_it_stands(reader: Reader) -> None:
    reader.choose("simple")
    place = reader.view.cursorRect().center() + QPoint(3, 0)
    QTest.mouseDClick(reader.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    editor = reader.editor()
    assert (editor.text(), editor.hasFocus()) == ("simple", True)
    assert editor.geometry().contains(place)
    assert nameless(reader.screen) == []
    assert has_words(reader.screen, "Enter saves")
    QTest.keyClicks(editor, "fast, small")  # with the keys of the screen among them
    with reader.qtbot.waitSignal(reader.room.equipment.judging_queue.judged_anew):
        reader.press(Qt.Key.Key_Return)
    assert "a fast, small model" in reader.words()


def test_escape_leaves_all_as_it_was(reader: Reader) -> None:
    original = reader.record()
    reader.choose("simple")
    reader.press(Qt.Key.Key_F2)
    reader.editor().setText("difficult")
    reader.press(Qt.Key.Key_Escape)
    assert not reader.editor().isVisible()
    assert reader.view.hasFocus()
    assert reader.record() == original


def test_a_phrase_is_joined_and_only_the_word_itself_is_chosen(reader: Reader) -> None:
    reader.choose("with k means.")
    reader.press(Qt.Key.Key_F2)
    editor = reader.editor()
    assert (editor.text(), editor.selectedText()) == ("with k means.", "with k means")
    reader.press(Qt.Key.Key_Escape)
    reader.put_right("k means", "k-means")
    (change,) = reader.record().word_changes
    assert (change.word_count, change.heard_text) == (1, "k means")


def test_delete_takes_a_word_out_and_it_is_brought_back_where_it_was(reader: Reader) -> None:
    original = reader.record()
    reader.choose("uh")
    with reader.qtbot.waitSignal(reader.room.equipment.judging_queue.judged_anew):
        reader.press(Qt.Key.Key_Delete)
    assert "then fins" in reader.words()
    assert "then [uh] fins" in reader.view.toPlainText()
    reader.choose("[uh]")
    assert has_words(reader.screen, "“uh” at 0:04: deleted by you")
    with reader.qtbot.waitSignal(reader.room.equipment.judging_queue.judged_anew):
        press(reader.screen, "Restore “uh”")
    assert reader.record() == original


def test_all_that_was_heard_is_brought_back(reader: Reader) -> None:
    original = reader.record()
    reader.put_right("fins", "thins")
    reader.put_right("simple", "fast")
    assert has_words(reader.screen, "2 corrections by you")
    with reader.qtbot.waitSignal(reader.room.equipment.judging_queue.judged_anew):
        press(reader.screen, "Restore the words as heard")
    assert reader.record() == original


def test_the_menu_joins_deletes_and_brings_back(reader: Reader) -> None:
    reader.choose("simple")
    menu = reader.view.menu_for(reader.view.piece_at_caret)
    actions = {action.text(): action for action in menu.actions()}
    assert list(actions)[2:] == ["Correct", "Join with the next word", "Delete", "Copy"]
    with reader.qtbot.waitSignal(reader.room.equipment.judging_queue.judged_anew):
        actions["Join with the next word"].trigger()
    assert "a simplemodel that" in reader.words()
    reader.choose("simplemodel")
    menu = reader.view.menu_for(reader.view.piece_at_caret)
    (back,) = (action for action in menu.actions() if action.text() == "Restore “simple model”")
    with reader.qtbot.waitSignal(reader.room.equipment.judging_queue.judged_anew):
        back.trigger()
    assert "a simple model that" in reader.words()


def test_corrections_hold_when_all_is_judged_anew(reader: Reader) -> None:
    reader.put_right("fins", "thins")
    rejudging = reader.room.equipment.rejudging
    with reader.qtbot.waitSignal(rejudging.finished):
        rejudging.start(reader.room.equipment.rules.now)
    assert reader.verdicts() == ["made"]
    assert "thins out" in reader.view.toPlainText()


def test_put_right_twice_in_the_same_way_a_term_is_offered_and_only_added_on_a_press(reader: Reader) -> None:
    messages, settings = reader.room.messages, reader.room.equipment.settings
    reader.put_right("k means", "k-means")
    assert messages.texts == []
    reader.put_right("k means.", "k-means.")
    assert messages.texts == ["Is “k-means” always heard as “k means”? Add it to your words so that it is recognised."]
    assert list(settings.now.own_words) == []
    assert messages.shown is not None
    ((name, add),) = messages.shown.actions
    assert name == "Add “k-means”"
    add()
    assert list(settings.now.own_words) == ["k-means"]
    assert "k-means" in reader.room.equipment.speech_child.own_words
    reader.put_right("k means", "k-means")
    assert len(messages.told) == 1


def test_a_library_that_refuses_leaves_the_words(reader: Reader) -> None:
    store: Any = RefusingStore(reader.room.store, {"correct"})
    equipment, messages = reader.room.equipment, reader.room.messages
    correcting = Correcting(store, equipment.judging_queue, TermOffer(store, equipment.settings, messages), messages)
    original = reader.record()
    reader.put_right("fins", "thins")
    (correction,) = reader.room.store.word_corrections.all(reader.answer)
    reader.undo()
    correcting.correct(reader.answer, correction)
    assert len(messages.texts) == 1
    assert reader.record() == original


def test_the_feedback_follows_too(qtbot: QtBot, room: Room) -> None:
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
    view = named(feedback, "Transcript")
    assert isinstance(view, TranscriptView)
    qtbot.waitUntil(lambda: "regularisation" in view.toPlainText() and view.flag_starts() != ())
    answer = room.flow.answer_id
    assert answer is not None
    feedback.activateWindow()
    qtbot.waitUntil(feedback.isActiveWindow)
    reader = Reader(qtbot, room, feedback, view, answer)
    flags = len(view.flag_starts())
    reader.put_right("Um", "Now")
    assert view.toPlainText().startswith("Now regularisation")
    assert len(view.flag_starts()) == flags - 1


def test_a_typed_word_is_put_right_without_a_word_of_times(typist: Reader) -> None:
    original = typist.record()
    assert typist.verdicts() == ["not"]
    typist.put_right("fins", "thins")
    assert typist.verdicts() == ["made"]
    assert "thins out" in typist.view.toPlainText()
    assert has_words(typist.screen, "1 correction by you")
    assert has_words(typist.screen, "“thins”, typed as “fins”")
    typist.put_right("k means", "k-means")
    typist.put_right("k means.", "k-means.")
    assert typist.words().startswith("Um, we use k-means here and then uh thins out")
    assert typist.room.messages.texts == []  # nothing was heard wrongly
    for _ in range(3):
        typist.undo()
    assert typist.record() == original
    assert not has_words(typist.screen, "by you")


def test_a_typed_word_is_taken_out_and_all_that_was_typed_brought_back(typist: Reader) -> None:
    original = typist.record()
    typist.choose("uh")
    with typist.qtbot.waitSignal(typist.room.equipment.judging_queue.judged_anew):
        typist.press(Qt.Key.Key_Delete)
    assert "then [uh] fins" in typist.view.toPlainText()
    typist.choose("[uh]")
    assert has_words(typist.screen, "“uh”: deleted by you")
    typist.put_right("simple", "fast")
    with typist.qtbot.waitSignal(typist.room.equipment.judging_queue.judged_anew):
        press(typist.screen, "Restore the words as typed")
    assert typist.record() == original


def test_of_a_typed_answer_something_is_left(typist: Reader) -> None:
    original = typist.record()
    typist.view.selectAll()
    typist.view.setFocus()
    typist.press(Qt.Key.Key_Delete)
    assert typist.record() == original


def test_a_typed_word_is_put_right_in_the_feedback_too(qtbot: QtBot, room: Room) -> None:
    feedback = FeedbackScreen()
    qtbot.addWidget(feedback)
    feedback.resize(1000, 800)
    place = feedback_place(room, feedback)
    feedback.show()
    place.setParent(room.equipment)
    room.begin(qtbot)
    room.flow.type_instead()
    with qtbot.waitSignal(room.equipment.judging_queue.answer_judged):
        room.flow.submit_typed(SPOKEN)
    view = named(feedback, "Transcript")
    assert isinstance(view, TranscriptView)
    qtbot.waitUntil(lambda: "simple model" in view.toPlainText())
    answer = room.flow.answer_id
    assert answer is not None
    feedback.activateWindow()
    qtbot.waitUntil(feedback.isActiveWindow)
    typist = Reader(qtbot, room, feedback, view, answer)
    typist.put_right("fins", "thins")
    assert "thins out" in view.toPlainText()
    assert has_words(feedback, "“thins”, typed as “fins”")
    typist.undo()
    assert typist.record().typed == " ".join(SPOKEN.split())
