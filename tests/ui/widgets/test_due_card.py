"""What is due: counted, named by topic, and honest about how much of it comes at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from question_bank.models import Question
from tests.simulator.builders import a_question
from tests.ui.names import named
from ui.widgets.due_card import DueCard
from ui.widgets.text import Text


@pytest.fixture
def card(qtbot: QtBot) -> DueCard:
    made = DueCard()
    qtbot.addWidget(made)
    made.show()
    return made


def words(card: DueCard) -> list[str]:
    return [text.text() for text in card.findChildren(Text) if text.isVisibleTo(card)]


def due(count: int) -> list[Question]:
    return [replace(a_question(number), topics=(f"own.topic-{number}",)) for number in range(count)]


def test_nothing_due_has_nothing_to_press(card: DueCard) -> None:
    assert "Nothing due" in words(card)
    assert not card.findChildren(QAbstractButton)[0].isVisible()


def test_a_few_topics_are_named_and_the_rest_counted(card: DueCard) -> None:
    card.show_due(due(4), 4, 9)
    assert "Topic 0\u00a0· Topic 1\u00a0· Topic 2\u00a0· Topic 3" in words(card)
    card.show_due(due(12), 10, 20)
    assert "12 questions" in words(card)
    assert "Topic 0\u00a0· Topic 1\u00a0· Topic 2\u00a0· Topic 3\u00a0· 8 more topics" in words(card)


def test_two_questions_on_one_topic_name_it_once(card: DueCard) -> None:
    card.show_due([due(1)[0], replace(due(1)[0], id="another")], 2, 5)
    assert {"2 questions", "Topic 0"} <= set(words(card))


def test_the_button_says_how_long_it_takes(card: DueCard, qtbot: QtBot) -> None:
    card.show_due(due(2), 2, 5)
    button = named(card, "Practise what is due")
    assert isinstance(button, QAbstractButton)
    assert button.accessibleDescription() == "About 5 minutes."
    card.show_due(due(12), 10, 20)
    assert button.accessibleDescription() == "About 20 minutes for the first 10 of them."
    with qtbot.waitSignal(card.practise_requested):
        button.click()
