"""Opening a library: as it was, damaged, from a newer program, or on a disk that may not be written."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.data_folder import DataFolder
from simulator.store.backups import BackupFolder
from simulator.store.errors import DatabaseFromNewerVersion, StoreError
from tests.simulator.store.builders import add_session
from ui.opening import open_library


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    found = DataFolder.find(tmp_path / "library")
    found.prepare()
    return found


def test_a_library_opens_again_as_it_was(data_folder: DataFolder) -> None:
    first = open_library(data_folder)
    session = add_session(first.store)
    first.store.close()
    second = open_library(data_folder)
    assert second.store.session(session).id == session
    assert second.news == ()
    assert len(second.bank.questions) > 100
    second.store.close()


@pytest.mark.parametrize("content", [b"This is no database.", b"SQLite format 3\x00" + bytes(5000)])
def test_a_damaged_database_is_moved_aside_and_said(data_folder: DataFolder, content: bytes) -> None:
    data_folder.database.write_bytes(content)
    recording = data_folder.recordings / "kept.wav"
    recording.write_bytes(b"RIFF")
    opened = open_library(data_folder)
    (aside,) = data_folder.data.glob("library-damaged-*.db")
    assert aside.read_bytes() == content
    assert opened.store.session_count() == 0
    (sentence,) = opened.news
    assert aside.name in sentence
    assert "recordings" in sentence
    assert recording.exists()
    opened.store.close()


def test_a_damaged_database_is_replaced_with_its_newest_backup(data_folder: DataFolder) -> None:
    first = open_library(data_folder)
    session = add_session(first.store)
    BackupFolder.beside(data_folder.database).make(data_folder.database, datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    first.store.close()
    data_folder.database.write_bytes(b"This is no database.")
    opened = open_library(data_folder)
    assert opened.store.session(session).id == session
    (sentence,) = opened.news
    assert "backup of 2 March 2026" in sentence
    assert len(list(data_folder.data.glob("library-damaged-*.db"))) == 1
    opened.store.close()


def test_recordings_whose_library_is_gone_are_said(data_folder: DataFolder) -> None:
    (data_folder.recordings / "kept.wav").write_bytes(b"RIFF")
    opened = open_library(data_folder)
    (sentence,) = opened.news
    assert sentence == (
        f"The library {data_folder.database} is gone, so a new one was started. "
        "Recordings in the same folder can be recovered."
    )
    opened.store.close()


def test_a_newer_database_is_left_alone(data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    open_library(data_folder).store.close()
    content = data_folder.database.read_bytes()
    monkeypatch.setattr("simulator.store.store.open_library", _refuse_newer)
    with pytest.raises(DatabaseFromNewerVersion):
        open_library(data_folder)
    assert data_folder.database.read_bytes() == content
    assert list(data_folder.data.glob("*damaged*")) == []


def test_what_cannot_be_mended_is_one_sentence(data_folder: DataFolder) -> None:
    data_folder.database.mkdir()
    with pytest.raises(StoreError) as told:
        open_library(data_folder)
    assert str(data_folder.database) in str(told.value)


def _refuse_newer(path: Path) -> None:
    raise DatabaseFromNewerVersion(path)
