"""The automatic copy of the history: made in silence, and told once where it cannot be."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from simulator.store.backups import BackupFolder
from simulator.store.errors import DatabaseDamaged, FileError, StoreFull, StoreReadOnly
from tests.simulator.store.builders import add_session
from tests.ui.parts import Room
from ui.errands.history_copy import copy_history
from ui.messages import MessageKind


def copy(qtbot: QtBot, room: Room) -> None:
    equipment = room.equipment
    folder = room.data_folder.database.with_name("backups")
    copy_history(equipment.back_up, folder, equipment.jobs, equipment.messages)
    qtbot.waitUntil(lambda: equipment.jobs._running == 0)


def test_a_copy_that_is_made_is_nothing_to_tell(qtbot: QtBot, room: Room) -> None:
    add_session(room.store)
    copy(qtbot, room)
    assert BackupFolder.beside(room.data_folder.database).backups()
    assert room.messages.told == []


def test_a_folder_that_cannot_be_made_is_told(qtbot: QtBot, room: Room) -> None:
    add_session(room.store)
    room.data_folder.database.with_name("backups").touch()
    copy(qtbot, room)
    (told,) = room.messages.told
    assert told.kind is MessageKind.NO_COPY_MADE
    assert str(room.data_folder.database.with_name("backups")) in told.text
    assert "could not be made. Your history itself was not changed. Viva Voce is not allowed to write" in told.text


@pytest.mark.parametrize(
    ("kind", "what_to_do"),
    [
        (StoreFull, "free up some space"),
        (StoreReadOnly, "Viva Voce is not allowed to write to that folder"),
        (DatabaseDamaged, "“Check the library”"),
    ],
)
def test_what_to_do_is_said(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch, kind: type[FileError], what_to_do: str
) -> None:
    def refused(*_: object) -> None:
        raise kind(room.data_folder.database)

    monkeypatch.setattr(BackupFolder, "make", refused)
    copy(qtbot, room)
    (told,) = room.messages.texts
    assert what_to_do in told
    assert told.count(". ") == 2
