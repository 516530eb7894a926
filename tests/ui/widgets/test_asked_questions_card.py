"""The questions of an interview as rows: what each says, what unfolds, and where the keyboard goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.store.records import AnswerRecord
from tests.simulator.interview_summary.kept import a_follow_up, a_report, an_answer, skipped, waiting
from tests.ui.names import name_of, named, nameless
from tests.ui.parts import Told
from tests.ui.screen_text import has_words, press
from ui.theme import apply_theme
from ui.widgets.asked_questions_card import AskedQuestionsCard

FIRST = an_answer("m?xo")
FOLLOW_UP = a_follow_up(FIRST, "--m-")
SECOND = replace(an_answer("mo", 1), report=a_report("mo", over_s=20.0))
ANSWERS = (FIRST, FOLLOW_UP, SECOND, skipped(2))
FIGURES = "3 answers · 1 follow-up"


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication) -> AskedQuestionsCard:
    apply_theme(qapp, "light")
    made = AskedQuestionsCard()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    made.show_answers(ANSWERS, {FOLLOW_UP.id: "2 of 2 answers were good."}, FIGURES)
    return made


def names(card: AskedQuestionsCard) -> list[str]:
    return [name_of(entry.row) for entry in card.entries]


def test_a_row_says_question_length_light_and_verdicts(card: AskedQuestionsCard) -> None:
    assert names(card) == [
        "1. What is question number 1 about? 1:30, on time. 1 made, 1 maybe, 1 opposite, 1 not heard",
        "Follow-up 1: And what about number 1? 1:30, on time. 1 made",
        "2. What is question number 2 about? 1:50, a little over. 1 made, 1 not heard",
        "3. What is question number 3 about? Skipped",
    ]
    assert nameless(card) == []
    assert has_words(card, FIGURES)
    assert has_words(card, "2 of 2 answers were good.")


def test_key_points_are_named_where_they_are_unfolded(card: AskedQuestionsCard) -> None:
    claim = "Dropout switches units off at random while training"
    assert not has_words(card, claim)
    press(card, "Show the key points of question 1")
    assert has_words(card, claim)
    assert has_words(card, "You said the opposite")
    assert has_words(card, "Right: It is switched off when the model is used")
    press(card, "Hide the key points of question 1")
    assert not has_words(card, claim)
    assert card.entries[3].fold is None


def test_enter_opens_an_answer_and_arrows_go_about(card: AskedQuestionsCard) -> None:
    opened = Told(card.answer_opened)
    card.activateWindow()
    rows = [entry.row for entry in card.entries]
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows[0], Qt.Key.Key_Up)
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert card.window().focusWidget() is rows[1]
    QTest.keyClick(rows[1], Qt.Key.Key_Return)
    QTest.keyClick(rows[1], Qt.Key.Key_Space)
    QTest.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    assert opened == [FOLLOW_UP.id, FOLLOW_UP.id, SECOND.id]
    QTest.keyClick(rows[1], Qt.Key.Key_Right)
    assert card.entries[1].is_unfolded
    QTest.keyClick(rows[1], Qt.Key.Key_Left)
    assert not card.entries[1].is_unfolded


def test_a_row_that_is_judged_keeps_the_keyboard_and_what_is_unfolded(card: AskedQuestionsCard) -> None:
    waits = waiting(3)
    card.show_answers((*ANSWERS[:3], waits), {}, FIGURES)
    row = card.entries[3].row
    row.setFocus(Qt.FocusReason.TabFocusReason)
    card.entries[0].unfold(True)
    judged = replace(waits, report=a_report("mmmmm"))
    card.show_answers((*ANSWERS[:3], judged), {}, FIGURES)
    assert card.entries[3].row is row
    assert card.window().focusWidget() is row
    assert names(card)[3].endswith("5 made")
    assert card.entries[0].is_unfolded
    named(card, "Show the key points of question 4")
    assert not has_words(card, "answers were good")


def test_of_a_long_interview_all_rows_come(qtbot: QtBot, card: AskedQuestionsCard) -> None:
    many: list[AnswerRecord] = [an_answer("mo", position) for position in range(40)]
    card.show_answers(many, {}, FIGURES)
    assert 0 < len(card.entries) < 40
    qtbot.waitUntil(lambda: len(card.entries) == 40)
    card.show_answers(ANSWERS, {}, FIGURES)
    assert len(names(card)) == 4


def test_it_is_drawn_wide_and_narrow(card: AskedQuestionsCard) -> None:
    wide = card.entries[0].row.heightForWidth(800)
    assert card.entries[0].row.heightForWidth(300) > wide
    card.resize(360, 900)
    assert not card.grab().isNull()
