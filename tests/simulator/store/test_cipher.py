"""An encrypted library is used like any other: by the same code, with the same errors, and no word of it shows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.store import sqlcipher
from simulator.store.backups import BackupFolder
from simulator.store.cipher import database_at, is_plain
from simulator.store.connection import copy_library, is_whole
from simulator.store.damaged import replace_damaged
from simulator.store.errors import DatabaseDamaged, StoreBusy
from simulator.store.store import Store
from simulator.vault.errors import VaultLocked
from simulator.vault.key_ring import KEY_RING
from simulator.vault.keys import new_key
from tests.simulator.store.builders import a_report, a_transcript, add_judged, add_session
from tests.vaults import encrypted

MARKER = "xylophonquartz"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    encrypted(tmp_path)
    return tmp_path / "library.db"


def filled(path: Path) -> None:
    store = Store.open(path)
    add_judged(store, add_session(store), a_report(a_transcript(f"we tried {MARKER} twice")))
    store.close()


def test_no_word_of_it_shows_in_any_file_beside_it(path: Path) -> None:
    store = Store.open(path)
    add_judged(store, add_session(store), a_report(a_transcript(f"we tried {MARKER} twice")))
    while_open = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert "library.db-wal" in while_open
    store.close()
    after = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    for content in (*while_open.values(), *after.values()):
        assert MARKER.encode() not in content
        assert b"transcript" not in content
    assert not is_plain(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_it_is_searched_checked_copied_and_backed_up(path: Path) -> None:
    filled(path)
    store = Store.open(path)
    assert len(store.search_answers(MARKER)) == 1
    assert store.faults() == ()
    store.close()
    copy = path.with_name("copy.db")
    copy_library(path, copy)
    backup = BackupFolder.beside(path).make(path, datetime.now(UTC))
    assert backup is not None
    for one in (copy, backup.path):
        assert is_whole(one)
        assert not is_plain(one)
        assert MARKER.encode() not in one.read_bytes()


def test_a_locked_one_is_left_as_it_is(path: Path) -> None:
    filled(path)
    before = path.read_bytes()
    KEY_RING.forget()
    for opened in (Store.open, Store.open_for_reading, Store.open_beside, is_whole):
        with pytest.raises(VaultLocked):
            opened(path)
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["library.db", "vault.json"]


def test_a_damaged_page_is_damage_and_its_backup_takes_its_place(path: Path) -> None:
    filled(path)
    store = Store.open(path)
    assert BackupFolder.beside(path).make(path, datetime.now(UTC)) is not None
    store.close()
    content = bytearray(path.read_bytes())
    content[5_000] ^= 1
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        Store.open(path)
    aside, made_at = replace_damaged(path)
    assert made_at is not None
    assert MARKER.encode() not in aside.read_bytes()
    store = Store.open(path)
    assert len(store.search_answers(MARKER)) == 1
    store.close()


def test_a_library_that_is_still_plain_beside_its_vault_is_read(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    filled(path)
    encrypted(tmp_path)
    store = Store.open(path)
    assert len(store.search_answers(MARKER)) == 1
    store.close()
    assert is_plain(path)


def test_another_key_opens_nothing(path: Path) -> None:
    filled(path)
    with (
        closing(sqlcipher.connect(str(path), key=new_key().for_database())) as db,
        pytest.raises(sqlite3.DatabaseError, match="not a database") as told,
    ):
        db.execute("SELECT * FROM answers")
    assert told.value.sqlite_errorcode == sqlite3.SQLITE_NOTADB


def test_nothing_is_written_to_standard_error(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    filled(path)
    with closing(sqlcipher.connect(str(path), key=new_key().for_database())) as db, pytest.raises(sqlite3.Error):
        db.execute("SELECT * FROM answers")
    assert capfd.readouterr() == ("", "")


def test_errors_are_those_of_sqlite3_with_their_codes(path: Path) -> None:
    filled(path)
    with closing(database_at(path)) as db:
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            db.execute("SELECT * FROM quagga")
        db.execute("CREATE TABLE narrow (n CHECK (n > 1))")
        with pytest.raises(sqlite3.IntegrityError) as told:
            db.execute("INSERT INTO narrow VALUES (0)")
        assert told.value.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_CHECK


def test_another_writer_is_waited_for_and_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    store = Store.open(path)
    with closing(database_at(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with store._connection.reading() as db:
            db.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(StoreBusy):
            add_session(store)
        other.execute("ROLLBACK")
    add_session(store)
    store.close()
