"""A library is opened, refused or moved aside, and never harmed by it."""

from __future__ import annotations

import errno
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Migrations
from sqlite_utils.db import Database

from simulator.store import connection
from simulator.store.connection import move_aside, told_plainly
from simulator.store.errors import (
    DatabaseDamaged,
    DatabaseFromNewerVersion,
    DatabaseMissing,
    MigrationFailed,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreUnreachable,
)
from simulator.store.migrations import migrations
from simulator.store.store import Store
from tests.simulator.store.builders import a_question, add_saved, add_session


@pytest.fixture
def filled(path: Path) -> Path:
    """A library with a session in it, closed."""
    store = Store.open(path)
    session = add_session(store)
    for position in range(40):
        add_saved(store, session, a_question(text="What? " * 100), position)
    store.close()
    return path


def test_every_file_is_for_the_user_alone_from_the_first_moment(store: Store, path: Path) -> None:
    add_session(store)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert set(modes) == {"library.db", "library.db-wal", "library.db-shm"}
    assert set(modes.values()) == {0o600}


def test_the_library_is_kept_as_promised(store: Store) -> None:
    with store._connection.reading() as db:
        found = {
            name: db.execute(f"PRAGMA {name}").fetchall()[0][0]
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 1, "secure_delete": 1, "foreign_keys": 1}


def test_a_finished_answer_is_committed_to_the_disk_itself(store: Store) -> None:
    heard: list[str] = []
    with store._connection.reading() as db:
        db.conn.set_trace_callback(heard.append)
    add_saved(store, add_session(store))
    full = heard.index("PRAGMA synchronous = FULL")
    saved = next(at for at, sql in enumerate(heard) if sql.startswith("update") and "'saved'" in sql)
    assert full < saved < heard.index("COMMIT", saved) < heard.index("PRAGMA synchronous = NORMAL", saved)


def test_a_half_made_library_is_begun_again(path: Path) -> None:
    path.with_name("library.db.new").write_bytes(b"SQLite format 3\0 and then the power went")
    store = Store.open(path)
    assert store.session_count() == 0
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["library.db"]


def _not_a_database(file: Path) -> None:
    file.write_bytes(b"Dear diary, " * 2000)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _cut_short(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def _scribbled_on(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096 * 5 : 4096 * 12] = b"\xa5" * (4096 * 7)
    file.write_bytes(content)


def _somebody_elses(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE shopping (item)")
    other.close()


@pytest.mark.parametrize("harm", [_not_a_database, _empty, _cut_short, _scribbled_on, _somebody_elses])
def test_a_damaged_library_is_told_moved_aside_and_begun_anew(filled: Path, harm: object) -> None:
    assert callable(harm)
    harm(filled)
    harmed = filled.read_bytes()
    for open_it in (Store.open, Store.open_for_reading):
        with pytest.raises(DatabaseDamaged, match="recordings next to it are safe"):
            open_it(filled)
    assert filled.read_bytes() == harmed

    aside = move_aside(filled)
    assert aside.read_bytes() == harmed
    assert not filled.exists()
    store = Store.open(filled)
    assert store.session_count() == 0
    store.close()


def test_side_files_move_along(filled: Path) -> None:
    filled.with_name("library.db-wal").write_bytes(b"log")
    aside = move_aside(filled)
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"log"
    assert not filled.with_name("library.db-wal").exists()


def _with_later_step(failing: bool) -> Migrations:
    later = Migrations(migrations.name)
    for step in migrations._migrations:
        later(name=step.name)(step.fn)

    @later(name="9999_moods")
    def moods(db: Database) -> None:
        db.table("sessions").add_column("mood", str)
        if failing:
            db.execute("INSERT INTO no_such_table VALUES (1)")

    return later


def test_a_library_from_a_newer_version_is_refused_untouched(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr(connection, "migrations", _with_later_step(failing=False))
        Store.open(filled).close()
    before = filled.read_bytes()
    for open_it in (Store.open, Store.open_for_reading):
        with pytest.raises(DatabaseFromNewerVersion, match="update Viva Voce"):
            open_it(filled)
    assert filled.read_bytes() == before


def test_a_spoilt_name_of_a_known_step_is_damage_and_no_newer_version(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db:
        db.execute("UPDATE _sqlite_migrations SET name = replace(name, '0002', '0002x') WHERE name LIKE '0002%'")
        db.commit()
    with pytest.raises(DatabaseDamaged):
        Store.open(filled)


def test_an_older_library_is_brought_up_to_date(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "migrations", _with_later_step(failing=False))
    store = Store.open_for_reading(filled)
    with store._connection.reading() as db:
        assert "mood" in db.table("sessions").columns_dict
    assert store.session_count() == 1
    store.close()
    assert [file.name for file in filled.parent.iterdir()] == ["library.db"]


def test_a_failing_step_is_rolled_back_and_a_copy_kept(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr(connection, "migrations", _with_later_step(failing=True))
        with pytest.raises(MigrationFailed, match="It is unchanged") as raised:
            Store.open(filled)
    assert stat.S_IMODE(raised.value.backup.stat().st_mode) == 0o600
    for file in (filled, raised.value.backup):
        store = Store.open(file)
        assert store.session_count() == 1
        with store._connection.reading() as db:
            assert "mood" not in db.table("sessions").columns_dict
        store.close()


def test_a_copy_that_finds_no_room_leaves_nothing_behind(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(connection, "migrations", _with_later_step(failing=False))
    monkeypatch.setattr(connection, "_create_private", no_room)
    with pytest.raises(StoreFull):
        Store.open(filled)
    assert [file.name for file in filled.parent.iterdir()] == ["library.db"]


def test_reading_needs_a_library_and_makes_none(path: Path) -> None:
    with pytest.raises(DatabaseMissing, match="first interview"):
        Store.open_for_reading(path)
    assert list(path.parent.iterdir()) == []


def test_reading_cannot_write(filled: Path) -> None:
    store = Store.open_for_reading(filled)
    with pytest.raises(StoreReadOnly):
        add_session(store)
    store.close()


def test_reading_goes_on_beside_a_writer(store: Store, path: Path) -> None:
    session = add_session(store)
    beside = Store.open_for_reading(path)
    assert beside.session_count() == 1
    add_saved(store, session)
    assert len(beside.answers(session)) == 1
    beside.close()


def test_a_locked_library_is_said_to_be_in_use(store: Store, path: Path) -> None:
    with store._connection.reading() as db:
        db.execute("PRAGMA busy_timeout = 1").close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy, match="Another program"):
        add_session(store)
    other.close()
    add_session(store)


def test_a_folder_that_is_not_there_cannot_hold_a_library(tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        Store.open(tmp_path / "nowhere" / "library.db")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, StoreFull),
        (errno.EROFS, StoreReadOnly),
        (errno.EACCES, StoreReadOnly),
        (errno.EIO, StoreUnreachable),
    ],
)
def test_errors_of_the_system_are_told_plainly(path: Path, number: int, kind: type[StoreError]) -> None:
    with pytest.raises(kind) as raised, told_plainly(path):
        raise OSError(number, "as the system puts it")
    assert str(path) in str(raised.value)


def test_bugs_are_not_dressed_up_as_trouble_with_the_file(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such column"), store._connection.reading() as db:
        db.execute("SELECT nonsense FROM sessions")
