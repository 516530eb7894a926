"""Questions, alive: the whole bank, searched as one types, and heard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from question_bank.loader import BrokenPack, Problem
from tests.ui.names import named
from tests.ui.parts import Room, Told
from tests.ui.words import has_words
from ui.desks.questions import QuestionsDesk
from ui.screens.questions import QuestionsScreen


@dataclass
class Desk:
    room: Room
    screen: QuestionsScreen
    desk: QuestionsDesk

    def search(self, qtbot: QtBot, text: str) -> list[str]:
        """Type it; gives the ids of what is found, best first."""
        field = named(self.screen, "Search")
        assert isinstance(field, QLineEdit)
        told = Told(self.screen.search_changed)
        field.setText(text)
        qtbot.waitUntil(lambda: len(told) == 1)
        return [question.id for question in self.screen.shown]


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    screen = QuestionsScreen()
    qtbot.addWidget(screen)
    screen.show()
    return Desk(room, screen, QuestionsDesk(screen, room.equipment))


def test_the_whole_bank_shows(desk: Desk, bank: Bank) -> None:
    desk.desk.enter()
    assert tuple(desk.screen.shown) == bank.questions


def test_searching_as_one_types(qtbot: QtBot, desk: Desk, bank: Bank) -> None:
    desk.desk.enter()
    assert "ml.knn.how" in desk.search(qtbot, "nearest neigh")
    assert desk.search(qtbot, "no such words anywhere") == []
    assert desk.search(qtbot, "   ") == [question.id for question in bank.questions]


def test_a_search_is_still_there_when_one_comes_back(qtbot: QtBot, desk: Desk) -> None:
    found = desk.search(qtbot, "nearest neigh")
    desk.desk.leave()
    desk.desk.enter()
    assert [question.id for question in desk.screen.shown] == found


def test_a_question_can_be_heard(qtbot: QtBot, desk: Desk) -> None:
    desk.desk.enter()
    desk.screen.hear_requested.emit("What is dropout?")
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    assert desk.room.voice.rendered == ["What is dropout?"]
    desk.desk.leave()
    assert not desk.room.player.is_playing


def test_packs_that_are_broken_are_shown(desk: Desk, bank: Bank) -> None:
    broken = BrokenPack("mine", Path("mine.yaml"), (Problem(Path("mine.yaml"), 3, "text is missing"),))
    desk.room.equipment.bank = Bank(bank.questions, (broken,))
    desk.desk.enter()
    assert has_words(desk.screen, "text is missing")
