"""What is kept is shown, copies and cache go when asked to, and the whole is saved to a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recordings.library_archive import LibraryArchive
from simulator.store.backups import BackupFolder
from tests.ui.names import named
from tests.ui.parts import Room
from tests.ui.screen_text import has_words
from ui.errands.own_data import OwnData
from ui.messages import MessageKind
from ui.widgets.button import Button
from ui.widgets.kept_data_list import KeptDataList


@pytest.fixture
def shown(qtbot: QtBot) -> KeptDataList:
    made = KeptDataList()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "my backup.zip"


@pytest.fixture
def own_data(room: Room, shown: KeptDataList, target: Path) -> OwnData:
    equipment = room.equipment
    return OwnData(shown, room.data_folder, equipment.jobs, equipment.messages, lambda _name: str(target), shown)


def _press(shown: KeptDataList, name: str) -> None:
    button = named(shown, name)
    assert isinstance(button, Button)
    button.click()


def test_copies_are_deleted_when_asked_to(qtbot: QtBot, room: Room, shown: KeptDataList, own_data: OwnData) -> None:
    copies = BackupFolder.beside(room.data_folder.database)
    copies.make(room.data_folder.database, datetime(2026, 3, 1, tzinfo=UTC))
    own_data.look()
    qtbot.waitUntil(lambda: named(shown, "Delete copies").isVisible())
    _press(shown, "Delete copies")
    qtbot.waitUntil(lambda: not copies.backups())
    qtbot.waitUntil(lambda: not named(shown, "Delete copies").isVisible())


def test_the_cache_is_emptied_and_still_there(qtbot: QtBot, room: Room, shown: KeptDataList, own_data: OwnData) -> None:
    spoken = room.data_folder.voice_cache / "question.wav"
    spoken.write_bytes(b"RIFF")
    own_data.look()
    qtbot.waitUntil(lambda: named(shown, "Empty cache").isVisible())
    _press(shown, "Empty cache")
    qtbot.waitUntil(lambda: not spoken.exists() and room.data_folder.voice_cache.is_dir())


def test_the_library_is_saved_to_a_file(
    qtbot: QtBot, room: Room, shown: KeptDataList, own_data: OwnData, target: Path
) -> None:
    assert own_data is not None
    _press(shown, "Back up to a file…")
    assert not named(shown, "Saving…").isEnabled()
    qtbot.waitUntil(lambda: named(shown, "Back up to a file…").isEnabled())
    assert LibraryArchive(target).manifest.sessions == 0
    told = room.equipment.messages.shown
    assert told is not None
    assert told.kind is MessageKind.LIBRARY_BACKED_UP
    assert str(target) in told.text


def test_what_cannot_be_saved_is_told(
    qtbot: QtBot, room: Room, shown: KeptDataList, own_data: OwnData, target: Path
) -> None:
    assert own_data is not None
    target.mkdir()
    _press(shown, "Back up to a file…")
    qtbot.waitUntil(lambda: room.equipment.messages.shown is not None)
    told = room.equipment.messages.shown
    assert told is not None
    assert told.kind is MessageKind.LIBRARY_REFUSED
    assert not has_words(shown, "Saving…")
