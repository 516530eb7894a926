"""What is kept is shown, copies and cache go when asked to, and the whole is saved to a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from recordings.library_archive import LibraryArchive
from simulator.store.backups import BackupFolder
from tests.ui.names import named
from tests.ui.parts import Room
from tests.ui.screen_text import has_words
from ui.errands import own_data as module
from ui.errands.own_data import OwnData
from ui.messages import MessageKind
from ui.widgets.button import Button
from ui.widgets.kept_data_list import KeptDataList
from ui.words.kept_data import NOT_DELETED, NOT_OPENED


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


def test_sizes_that_cannot_be_added_up_are_told(
    qtbot: QtBot, room: Room, shown: KeptDataList, own_data: OwnData, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown is not None

    def refused(_folder: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "what_is_kept", refused)
    own_data.look()
    qtbot.waitUntil(lambda: room.equipment.messages.shown is not None)
    (told,) = room.messages.texts
    assert told.startswith("The size of your data could not be calculated (Permission denied).")


def test_a_cache_that_cannot_be_emptied_is_told_in_a_sentence(
    qtbot: QtBot, room: Room, shown: KeptDataList, own_data: OwnData, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: object) -> None:
        raise PermissionError(13, "Permission denied", "/somewhere")

    spoken = room.data_folder.voice_cache / "spoken"
    spoken.mkdir(parents=True)
    (spoken / "a.wav").write_bytes(b"RIFF")
    monkeypatch.setattr("shutil.rmtree", refused)
    own_data.look()
    qtbot.waitUntil(lambda: named(shown, "Empty cache").isVisible())
    _press(shown, "Empty cache")
    qtbot.waitUntil(lambda: room.equipment.messages.shown is not None)
    (told,) = room.messages.texts
    assert told == NOT_DELETED.format(reason="Permission denied")


def test_the_data_folder_is_opened(
    room: Room, shown: KeptDataList, own_data: OwnData, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert own_data is not None
    opened: list[QUrl] = []

    def open_it(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_it)
    _press(shown, "Open data folder")
    assert [url.toLocalFile() for url in opened] == [str(room.data_folder.data)]
    assert room.messages.texts == []


def test_a_folder_that_nothing_opens_is_named(
    room: Room, shown: KeptDataList, own_data: OwnData, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert own_data is not None
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    _press(shown, "Open data folder")
    assert room.messages.texts == [NOT_OPENED.format(folder=room.data_folder.data)]
