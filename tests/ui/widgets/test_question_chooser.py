"""A question is found by typing, and chosen by the keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from question_bank.models import Question
from tests.simulator.store.builders import a_question
from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.screen_text import press
from ui.widgets.question_chooser import QuestionChooser

QUESTIONS = tuple(a_question(name, f"What is {name}?") for name in ("dropout", "bias", "batch norm"))


def found(text: str) -> Sequence[Question]:
    return [question for question in QUESTIONS if text.lower() in question.text.lower()]


@pytest.fixture
def chooser(qtbot: QtBot) -> QuestionChooser:
    made = QuestionChooser(found, "Which question does a.m4a answer?")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def field(chooser: QuestionChooser) -> QLineEdit:
    made = named(chooser, "Search")
    assert isinstance(made, QLineEdit)
    return made


def test_enter_chooses_what_is_first_among_those_found(qtbot: QtBot, chooser: QuestionChooser) -> None:
    told = Told(chooser.chosen)
    assert nameless(chooser) == []
    QTest.keyClicks(field(chooser), "b")
    qtbot.waitUntil(lambda: len(chooser._list.questions) == 2)
    QTest.keyClick(field(chooser), Qt.Key.Key_Return)
    assert told == [QUESTIONS[1]]
    assert not chooser.isVisible()


def test_arrow_keys_move_in_the_list_while_one_types(chooser: QuestionChooser) -> None:
    told = Told(chooser.chosen)
    QTest.keyClick(field(chooser), Qt.Key.Key_Down)
    QTest.keyClick(field(chooser), Qt.Key.Key_Down)
    QTest.keyClick(field(chooser), Qt.Key.Key_Up)
    QTest.keyClick(field(chooser), Qt.Key.Key_Enter)
    assert told == [QUESTIONS[1]]


def test_no_question_is_a_choice_and_escape_is_none(qtbot: QtBot, chooser: QuestionChooser) -> None:
    told = Told(chooser.chosen)
    press(chooser, "No question")
    assert told == [None]
    chooser.open()
    QTest.keyClick(chooser, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not chooser.isVisible())
    assert told == [None]


def test_where_nothing_is_found_that_is_said_and_nothing_is_chosen(qtbot: QtBot, chooser: QuestionChooser) -> None:
    told = Told(chooser.chosen)
    QTest.keyClicks(field(chooser), "zebra")
    qtbot.waitUntil(lambda: not chooser._list.questions)
    QTest.keyClick(field(chooser), Qt.Key.Key_Return)
    assert told == []
    assert chooser._nothing.isVisible()
