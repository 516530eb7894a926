"""The bank, to look through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from question_bank.loader import BrokenPack, Problem
from question_bank.models import Role
from tests.ui.names import named, nameless
from tests.ui.samples import MUTABLE_DEFAULT, OVERFITTING
from ui.screens.questions import QuestionsScreen
from ui.theme import apply_theme

ANALYST = replace(OVERFITTING, id="other", text="What is a p-value?", roles=(Role.DATA_ANALYST,))


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> QuestionsScreen:
    apply_theme(qapp, "light")
    shown = QuestionsScreen()
    qtbot.addWidget(shown)
    shown.resize(1072, 800)
    shown.show()
    qtbot.waitExposed(shown)
    shown.show_questions((OVERFITTING, MUTABLE_DEFAULT, ANALYST), ())
    return shown


def words_on(screen: QuestionsScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen))


def choose_role(screen: QuestionsScreen, role: Role | None) -> None:
    found = named(screen, "Role")
    assert isinstance(found, QComboBox)
    found.setCurrentIndex(next(row for row in range(found.count()) if found.itemData(row) == role))


def choose_row(screen: QuestionsScreen, row: int) -> None:
    found = named(screen, "Question list")
    assert isinstance(found, QAbstractItemView)
    found.setCurrentIndex(found.model().index(row, 0))


def press(screen: QuestionsScreen, name: str) -> None:
    found = named(screen, name)
    assert isinstance(found, QAbstractButton)
    found.click()


def test_its_controls_have_names(screen: QuestionsScreen) -> None:
    assert nameless(screen) == []
    assert "3 questions" in words_on(screen)


def test_the_answer_is_hidden_until_asked_for(screen: QuestionsScreen) -> None:
    choose_row(screen, 1)
    assert "basket.append(item)" in words_on(screen)
    assert MUTABLE_DEFAULT.model_answer not in words_on(screen)
    press(screen, "Show the answer")
    assert MUTABLE_DEFAULT.model_answer in words_on(screen)
    assert "The default is made once" in words_on(screen)
    choose_row(screen, 0)
    assert OVERFITTING.model_answer not in words_on(screen)


def test_a_question_can_be_heard(screen: QuestionsScreen, qtbot: QtBot) -> None:
    choose_row(screen, 1)
    with qtbot.waitSignal(screen.hear_requested) as asked:
        press(screen, "Hear it")
    assert asked.args == [MUTABLE_DEFAULT.text]


def test_the_role_narrows_the_list_and_keeps_the_chosen_question(screen: QuestionsScreen) -> None:
    choose_row(screen, 2)
    choose_role(screen, Role.DATA_ANALYST)
    assert [question.id for question in screen.shown] == ["other"]
    choose_role(screen, None)
    assert len(screen.shown) == 3
    assert "What is a p-value?" in words_on(screen)


def test_search_is_told_and_what_was_found_is_shown(screen: QuestionsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.search_changed) as told:
        QTest.keyClicks(named(screen, "Search"), "value")
    assert told.args == ["value"]
    screen.show_questions((), ())
    assert "No question suits" in words_on(screen)


def test_a_broken_pack_is_shown_with_its_reasons(screen: QuestionsScreen) -> None:
    path = Path("mine.yaml")
    problems = tuple(Problem(path, line, f"<b>problem {line}</b>") for line in range(1, 7))
    screen.show_questions((OVERFITTING,), (BrokenPack("mine", path, problems),))
    words = words_on(screen)
    assert "mine.yaml" in words
    assert "line 1: <b>problem 1</b>" in words
    assert "and 2 more" in words
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in screen.findChildren(QLabel))


def test_ten_thousand_questions_are_shown_and_narrowed(screen: QuestionsScreen) -> None:
    many = tuple(replace(ANALYST, id=f"q{number}") for number in range(10_000))
    screen.show_questions(many, ())
    choose_role(screen, Role.NLP_ENGINEER)
    choose_role(screen, Role.DATA_ANALYST)
    screen.grab()
    assert len(screen.shown) == 10_000
