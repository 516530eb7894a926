"""The data folder is deleted while the program runs: whatever cannot be kept any more is told."""

from __future__ import annotations

import shutil

import pytest
from pytestqt.qtbot import QtBot

from simulator.store.errors import LibraryGone
from tests.simulator.store.builders import add_session
from tests.ui.parts import Room, Told


def test_an_answer_that_was_being_recorded_is_told(qtbot: QtBot, room: Room) -> None:
    problems: list[str] = Told(room.flow.problem)
    room.begin(qtbot)
    room.toggle()
    room.say(2.0)
    shutil.rmtree(room.data_folder.data)
    room.say(1.0)
    room.toggle()
    room.say(0.5)
    assert any("was moved or deleted" in text for text in problems), problems
    room.data_folder.prepare()


def test_an_answer_that_would_be_begun_is_told(qtbot: QtBot, room: Room) -> None:
    problems: list[str] = Told(room.flow.problem)
    room.begin(qtbot)
    shutil.rmtree(room.data_folder.data)
    room.toggle()
    assert any("was moved or deleted" in text for text in problems), problems
    room.data_folder.prepare()


def test_nothing_is_written_into_a_library_that_nobody_will_find(room: Room) -> None:
    room.data_folder.database.rename(room.data_folder.data / "elsewhere.db")
    with pytest.raises(LibraryGone, match="Close Viva Voce, put its folder back"):
        add_session(room.store)
    (room.data_folder.data / "elsewhere.db").rename(room.data_folder.database)
    add_session(room.store)
    assert room.store.session_count() == 1
