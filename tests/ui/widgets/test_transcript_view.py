"""The words of an answer: what they show, what a click plays, what it costs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.transcript import Transcript, Word
from tests.ui.names import name_of
from tests.ui.samples import long_record, sample_record, sample_report, sample_transcript
from ui.theme import apply_theme
from ui.widgets.transcript_view import TranscriptView


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> TranscriptView:
    apply_theme(qapp, "light")
    shown = TranscriptView()
    qtbot.addWidget(shown)
    shown.resize(900, 300)
    shown.show_answer(sample_transcript(), sample_report())
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def place_of(view: TranscriptView, text: str) -> QPoint:
    """The middle of the first occurrence of `text`."""
    cursor = view.document().find(text, 0)
    end = view.cursorRect(cursor).center()
    cursor.setPosition(cursor.selectionStart())
    return (view.cursorRect(cursor).center() + end) / 2


def test_the_text_is_there_for_a_screen_reader(view: TranscriptView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert name_of(view) == "Transcript"
    text = interface.textInterface()
    assert "learning curves" in text.text(0, text.characterCount())
    assert "You could have stopped here · 0:58" in view.toPlainText()


def test_a_click_on_a_word_plays_from_it(view: TranscriptView, qtbot: QtBot) -> None:
    word = next(word for word in sample_transcript().words if word.text == "compare")
    with qtbot.waitSignal(view.word_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, "compare"))
    assert clicked.args == [word.start_s]


def test_a_click_on_a_filler_plays_from_half_a_second_before(view: TranscriptView, qtbot: QtBot) -> None:
    filler = next(filler for filler in sample_report().fillers if filler.text == "uh")
    assert filler.start_s is not None
    with qtbot.waitSignal(view.word_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, "uh,"))
    assert clicked.args == [filler.start_s - 0.5]


def test_a_click_beside_the_words_plays_nothing(view: TranscriptView, qtbot: QtBot) -> None:
    last_line = place_of(view, "overfitting, so yeah")
    with qtbot.assertNotEmitted(view.word_clicked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 5, last_line.y()))


def test_enter_plays_the_word_at_the_caret(view: TranscriptView, qtbot: QtBot) -> None:
    cursor = view.document().find("training", 0)
    cursor.setPosition(cursor.selectionStart() + 1)
    view.setTextCursor(cursor)
    word = next(word for word in sample_transcript().words if word.text == "training")
    with qtbot.waitSignal(view.word_clicked) as clicked:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert clicked.args == [word.start_s]


def test_nothing_can_be_typed_into_it(view: TranscriptView) -> None:
    before = view.toPlainText()
    QTest.keyClicks(view, "xyz")
    view.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert view.toPlainText() == before


def test_the_word_being_played_is_marked(view: TranscriptView, qtbot: QtBot) -> None:
    word = next(word for word in sample_transcript().words if word.text == "compare")
    with qtbot.waitSignal(view.place_moved):
        view.set_position(word.start_s + 0.01)
    assert view.spoken_word == "compare"
    view.set_position(None)
    assert view.spoken_word == ""


def test_changing_the_theme_keeps_the_words_and_the_place(view: TranscriptView, qapp: QApplication) -> None:
    before = view.toPlainText()
    view.set_position(20.0)
    spoken = view.spoken_word
    apply_theme(qapp, "dark")
    assert (view.toPlainText(), view.spoken_word) == (before, spoken)
    apply_theme(qapp, "light")


def test_markup_in_an_answer_is_shown_as_it_is(view: TranscriptView) -> None:
    view.show_answer(Transcript(3.0, (Word("<b>bold</b>", 0, 1), Word("𝔘nicode", 1, 2), Word("end", 2, 3))), None)
    assert view.toPlainText() == "<b>bold</b> 𝔘nicode end"
    view.set_position(2.5)
    cursor = view.document().find("end", 0)
    assert view.cursorRect(cursor).height() > 0


def test_it_is_as_high_as_its_text_and_never_scrolls(view: TranscriptView, qtbot: QtBot) -> None:
    wide = view.height()
    view.resize(400, view.height())
    qtbot.waitUntil(lambda: view.height() > wide)
    assert view.verticalScrollBar().maximum() <= 12  # the air below the last line


def test_following_a_long_answer_changes_no_layout(view: TranscriptView) -> None:
    record = long_record()
    view.show_answer(record.transcript, record.report)
    view.grab()
    layouts: list[object] = []
    view.document().documentLayout().documentSizeChanged.connect(layouts.append)
    view.document().contentsChanged.connect(lambda: layouts.append("contents"))
    for tick in range(600):
        view.set_position(float(tick))
    assert layouts == []


def test_a_record_without_words_is_empty(view: TranscriptView) -> None:
    view.show_answer(None, sample_record(report=None).report)
    assert view.toPlainText() == ""
    view.set_position(3.0)
    assert view.flag_starts() == ()
