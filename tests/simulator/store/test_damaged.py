"""A backup in the place of a damaged library: also where a kill came between the steps."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from simulator.store import damaged
from simulator.store.backups import BackupFolder
from simulator.store.damaged import finish_replacing, replace_damaged
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, add_session


@pytest.fixture
def spoilt(path: Path) -> Path:
    """A library that is no database any more, with its journal, and a backup of it with one session."""
    with closing(Store.open(path)) as store:
        add_session(store)
        BackupFolder.beside(path).make(path, NOON + timedelta(days=365))
    path.write_bytes(b"nothing of the kind")
    path.with_name("library.db-wal").write_bytes(b"its journal")
    return path


def _sessions(path: Path) -> int:
    with closing(Store.open(path)) as store:
        assert store.faults() == ()
        return store.session_count()


def test_the_backup_takes_its_place(spoilt: Path) -> None:
    aside, made_at = replace_damaged(spoilt)
    assert _sessions(spoilt) == 1
    assert made_at is not None
    assert aside.read_bytes() == b"nothing of the kind"
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"its journal"


def test_without_a_backup_nothing_is_there(spoilt: Path) -> None:
    BackupFolder.beside(spoilt).forget_all()
    _, made_at = replace_damaged(spoilt)
    assert made_at is None
    assert not spoilt.exists()


@pytest.mark.parametrize("is_journal_aside", [False, True])
def test_killed_half_way_the_next_start_goes_on(
    spoilt: Path, monkeypatch: pytest.MonkeyPatch, is_journal_aside: bool
) -> None:
    monkeypatch.setattr(damaged, "finish_replacing", lambda _path: None)
    replace_damaged(spoilt)
    if not is_journal_aside:
        spoilt.with_name("library.db-wal").write_bytes(b"its journal")
    monkeypatch.undo()
    finish_replacing(spoilt)
    assert _sessions(spoilt) == 1
    finish_replacing(spoilt)
    assert _sessions(spoilt) == 1


def test_a_copy_that_is_not_needed_goes(path: Path) -> None:
    with closing(Store.open(path)) as store:
        add_session(store)
    path.with_name("library.db.standing-by").write_bytes(b"")
    finish_replacing(path)
    assert _sessions(path) == 1
    assert not path.with_name("library.db.standing-by").exists()


def test_a_new_library_does_not_take_the_journal_of_the_old_one(path: Path) -> None:
    """SQLite would read it as its own, and the library would be what the old one was, or damaged."""
    store = Store.open(path)
    add_session(store)
    journal = path.with_name("library.db-wal").read_bytes()
    assert journal
    store.close()
    path.unlink()
    path.with_name("library.db-wal").write_bytes(journal)
    assert _sessions(path) == 0
    assert [one.read_bytes() for one in path.parent.glob("library-damaged-*-wal")] == [journal]
