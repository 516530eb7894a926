"""Copies of the database: made when something changed, whole, thinned, and gone when something is deleted."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from simulator.store import backups
from simulator.store.backups import BackupFolder, worth_keeping
from simulator.store.connection import copy_library
from simulator.store.errors import DatabaseMissing
from simulator.store.store import Store
from tests.simulator.store.builders import add_saved, add_session

NOW = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)
MARKER = "quagmire"


@pytest.fixture
def folder(path: Path) -> BackupFolder:
    return BackupFolder.beside(path)


def _dated(path: Path, moment: datetime) -> None:
    """As if nothing had been written since."""
    for file in (path, path.with_name(f"{path.name}-wal")):
        if file.exists():
            os.utime(file, (moment.timestamp(), moment.timestamp()))


def _holds(path: Path, word: str) -> bool:
    return any(word.encode() in file.read_bytes() for file in path.parent.rglob("*") if file.is_file())


def test_a_backup_is_the_library_as_it_was(store: Store, path: Path, folder: BackupFolder) -> None:
    add_saved(store, add_session(store))
    made = folder.make(path, NOW)
    assert made is not None
    assert folder.backups() == (made,)
    copy = Store.open_for_reading(made.path)
    try:
        assert [summary.id for summary in copy.sessions()] == [summary.id for summary in store.sessions()]
    finally:
        copy.close()
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700


def test_nothing_new_makes_no_backup(store: Store, path: Path, folder: BackupFolder) -> None:
    _dated(path, NOW - timedelta(hours=1))
    assert folder.make(path, NOW) is not None
    _dated(path, NOW - timedelta(hours=1))
    assert folder.make(path, NOW + timedelta(days=1)) is None
    add_session(store)
    _dated(path, NOW + timedelta(hours=1))
    assert folder.make(path, NOW + timedelta(days=1)) is not None
    assert len(folder.backups()) == 2


def test_the_newest_whole_one_is_taken(store: Store, path: Path, folder: BackupFolder) -> None:
    assert folder.newest_whole() is None
    first = folder.make(path, NOW)
    _dated(path, NOW + timedelta(hours=1))
    second = folder.make(path, NOW + timedelta(days=1))
    assert folder.newest_whole() == second
    assert second is not None
    second.path.write_bytes(b"nothing of the kind")
    assert folder.newest_whole() == first


def test_deleting_leaves_no_word_in_a_backup(store: Store, path: Path, folder: BackupFolder) -> None:
    session = add_session(store)
    store.set_note(add_saved(store, session), MARKER)
    folder.make(path, NOW)
    (path.parent / "backups" / "library-20260101T000000Z.db.part").write_text(MARKER)
    assert _holds(path, MARKER)
    store.delete_session(session)
    assert folder.backups() == ()
    assert not _holds(path, MARKER)


def test_a_library_that_is_not_there_is_told(path: Path, folder: BackupFolder) -> None:
    with pytest.raises((DatabaseMissing, ValueError)):
        folder.make(path, NOW)


def test_other_files_in_the_folder_stay(store: Store, path: Path, folder: BackupFolder) -> None:
    folder.make(path, NOW)
    other = path.parent / "backups" / "library-mine.db"
    other.write_text("mine")
    folder.forget_all()
    assert other.exists()


def test_of_a_year_of_days_few_are_kept() -> None:
    made = [NOW - timedelta(days=day, hours=hour) for day in range(400) for hour in (0, 5)]
    kept = worth_keeping(made, NOW)
    ages = sorted((NOW - one).days for one in kept)
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len(kept) <= 7 + 5 + 13
    assert max(ages) > 330


def test_one_from_before_the_clock_was_set_back_is_kept() -> None:
    ahead = NOW + timedelta(days=2)
    assert ahead in worth_keeping([NOW, ahead], NOW)
    assert worth_keeping([], NOW) == frozenset()


def test_deleting_waits_for_a_copy_that_is_being_made(
    store: Store, path: Path, folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_session(store)
    deleting = Thread(target=folder.forget_all)

    def meanwhile(database: Path, target: Path) -> None:
        half = target.with_name(f"{target.name}.part")
        half.write_bytes(b"half")
        deleting.start()
        deleting.join(0.2)
        assert half.exists()
        half.unlink()
        copy_library(database, target)

    monkeypatch.setattr(backups, "copy_library", meanwhile)
    assert folder.make(path, NOW) is not None
    deleting.join()
    assert folder.backups() == ()
