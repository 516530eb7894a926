"""A database in its other form has every row of the first, and is thrown away if it has not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.store import reciphering
from simulator.store.cipher import connected, is_plain
from simulator.store.errors import DatabaseDamaged, StoreBusy
from simulator.store.reciphering import write_other_form
from simulator.store.store import Store
from simulator.vault.keys import VaultKey, new_key
from tests.simulator.store.builders import a_report, a_transcript, add_judged, add_session

KEY = new_key()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    store = Store.open(path)
    for number in range(5):
        add_judged(store, add_session(store), a_report(a_transcript(f"answer number {number}")))
    store.close()
    return path


def contents_of(path: Path, key: VaultKey | None) -> list[object]:
    with closing(connected(path, key)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return everything(db)


def everything(db: sqlite3.Connection) -> list[object]:
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    schema = db.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    rows = (sorted(map(repr, db.execute(f"SELECT * FROM {name}"))) for name in tables)  # noqa: S608
    return [schema, *rows]


def test_there_and_back_every_row_stays(path: Path) -> None:
    sealed, plain = path.with_name("sealed.db"), path.with_name("plain.db")
    write_other_form(path, sealed, KEY, encrypts=True)
    write_other_form(sealed, plain, KEY, encrypts=False)
    assert [is_plain(one) for one in (path, sealed, plain)] == [True, False, True]
    ways = ((path, None), (sealed, KEY), (plain, None))
    first, second, third = (contents_of(one, key) for one, key in ways)
    assert first == second == third
    assert [one.stat().st_mode & 0o777 for one in (sealed, plain)] == [0o600, 0o600]


def test_what_is_still_in_the_journal_comes_along(path: Path) -> None:
    store = Store.open(path)
    add_judged(store, add_session(store), a_report(a_transcript("the latest")))
    wal = path.with_name("library.db-wal")
    kept = wal.read_bytes(), path.read_bytes()
    store.close()
    path.write_bytes(kept[1])  # as after a kill: the journal is all there is of it
    wal.write_bytes(kept[0])
    sealed = path.with_name("sealed.db")
    write_other_form(path, sealed, KEY, encrypts=True)
    assert not wal.exists()
    with closing(connected(sealed, KEY)) as db:
        assert db.execute("SELECT count(*) FROM answers").fetchone() == (6,)


def test_what_cannot_be_read_is_damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4_096:9_000] = bytes(4_904)
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        write_other_form(path, path.with_name("sealed.db"), KEY, encrypts=True)


def test_a_copy_that_lacks_a_row_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reciphering, "_has_same_rows", lambda _db, table: table != "answers")
    with pytest.raises(DatabaseDamaged):
        write_other_form(path, path.with_name("sealed.db"), KEY, encrypts=True)


def test_one_that_somebody_reads_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM answers").fetchone()
        with pytest.raises(StoreBusy):
            write_other_form(path, path.with_name("sealed.db"), KEY, encrypts=True)
    assert is_plain(path)
