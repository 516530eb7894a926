"""The words of an answer beside another: marked by more than colour, heard by a click, changed nowhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.comparison.wording import Said, wording_of
from tests.simulator.comparison.takes import saying
from tests.ui.names import name_of
from ui.theme import DARK, LIGHT, apply_theme
from ui.widgets.compared_transcript import ComparedTranscript

WORDING = wording_of(
    saying(1, "Um, plot the curves in practice.", (0, 1)), saying(2, "Plot the curves for both sets early.")
)


@pytest.fixture
def earlier(qtbot: QtBot, qapp: QApplication) -> ComparedTranscript:
    apply_theme(qapp, "light")
    view = ComparedTranscript("Earlier transcript", Said.DROPPED)
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show_stretches(WORDING.first)
    view.show()
    qtbot.waitExposed(view)
    return view


def look_of(view: ComparedTranscript, text: str) -> QTextCharFormat:
    return view.document().find(text).charFormat()


def place_of(view: ComparedTranscript, text: str) -> QPoint:
    cursor = view.document().find(text)
    cursor.setPosition(cursor.selectionStart() + 1)
    return view.cursorRect(cursor).center()


def test_dropped_words_are_struck_through_and_fillers_grey(earlier: ComparedTranscript) -> None:
    assert look_of(earlier, "practice").fontStrikeOut()
    assert look_of(earlier, "practice").foreground().color().name().upper() == LIGHT.red
    assert not look_of(earlier, "curves").fontStrikeOut()
    assert look_of(earlier, "Um").foreground().color().name().upper() == LIGHT.soft


def test_new_words_are_underlined_in_the_colours_of_the_look(earlier: ComparedTranscript, qapp: QApplication) -> None:
    earlier.show_stretches(WORDING.second)
    assert look_of(earlier, "early").underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline
    apply_theme(qapp, "dark")
    assert look_of(earlier, "early").foreground().color().name().upper() == DARK.green
    apply_theme(qapp, "light")


def test_a_screen_reader_is_told_what_is_marked(earlier: ComparedTranscript) -> None:
    assert name_of(earlier) == "Earlier transcript"
    assert earlier.accessibleDescription() == "2 words dropped: “in practice”."
    earlier.show_stretches(())
    assert earlier.accessibleDescription() == "No transcript of this answer was kept."
    assert earlier.toPlainText() == ""


def test_a_click_plays_from_the_word(qtbot: QtBot, earlier: ComparedTranscript) -> None:
    with qtbot.waitSignal(earlier.word_clicked) as clicked:
        QTest.mouseClick(earlier.viewport(), Qt.MouseButton.LeftButton, pos=place_of(earlier, "curves"))
    assert clicked.args == [1.5]


def test_the_word_that_sounds_is_marked(earlier: ComparedTranscript) -> None:
    earlier.set_position(1.6)
    assert earlier.spoken_word == "curves"
    earlier.show_stretches(WORDING.second)
    assert earlier.spoken_word == ""


def test_nothing_can_be_put_right_here(qtbot: QtBot, earlier: ComparedTranscript) -> None:
    piece = earlier._laid.spots[3].piece
    menu = earlier.menu_for(piece)
    assert [action.text() for action in menu.actions()] == ["Play from here", "Copy"]
    with qtbot.waitSignal(earlier.word_clicked):
        menu.actions()[0].trigger()
    with qtbot.assertNotEmitted(earlier.words_edited):
        QTest.mouseDClick(earlier.viewport(), Qt.MouseButton.LeftButton, pos=place_of(earlier, "curves"))
        QTest.keyClick(earlier, Qt.Key.Key_Delete)
    assert earlier.toPlainText() == "Um, plot the curves in practice."
