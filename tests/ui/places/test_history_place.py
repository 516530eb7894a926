"""History, alive: every interview ever held comes in pages, and is found by what was asked, noted and said."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from tests.simulator.store.builders import a_transcript
from tests.ui.making import history_place, session_deleting
from tests.ui.names import named
from tests.ui.parts import Room
from tests.ui.places.kept_sessions import add_session
from ui.places import history_place as module
from ui.places.history_place import HistoryPlace
from ui.screens.history_screen import HistoryScreen


@dataclass
class Desk:
    room: Room
    history: HistoryScreen
    place: HistoryPlace

    def rows(self) -> int:
        listed = named(self.history, "Sessions")
        assert isinstance(listed, QListView)
        return listed.model().rowCount()

    def scroll_to_end(self) -> None:
        listed = named(self.history, "Sessions")
        assert isinstance(listed, QListView)
        listed.model().fetchMore(listed.rootIndex())


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    screen = HistoryScreen()
    qtbot.addWidget(screen)
    screen.resize(1000, 800)
    return Desk(room, screen, history_place(room, screen, session_deleting(room)))


def test_history_comes_in_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 3)
    for number in range(7):
        add_session(desk.room, f"Question {number}?")
    desk.place.enter()
    counts = [desk.rows()]
    for _ in range(4):
        desk.scroll_to_end()
        counts.append(desk.rows())
    assert counts == [3, 6, 7, 7, 7]
    desk.place.enter()
    assert desk.rows() == 3


def test_search_finds_questions_notes_and_words_said(qtbot: QtBot, desk: Desk) -> None:
    add_session(desk.room, "What is dropout?")
    session = add_session(desk.room, "What is boosting?")
    (answer,) = desk.room.store.answers(session)
    desk.room.store.set_note(answer.id, "gradient")
    desk.room.store.keep_transcript(answer.id, a_transcript("many weak learners"))
    desk.place.enter()
    field = named(desk.history, "Search")
    assert isinstance(field, QLineEdit)
    for text, count in (("dropout", 1), ("gradient", 1), ("weak learn", 1), ("nothing of the kind", 0), ("", 2)):
        with qtbot.waitSignal(desk.history.search_changed):
            field.setText(text)
        assert desk.rows() == count, text


def test_a_search_outlives_a_look_at_what_it_found(desk: Desk) -> None:
    add_session(desk.room, "What is dropout?")
    add_session(desk.room, "What is boosting?")
    desk.history.search_changed.emit("boosting")
    desk.place.enter()
    assert desk.rows() == 1
