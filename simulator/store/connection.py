"""Opening, guarding and closing the one SQLite file. What lies in its tables is `store`'s."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlite_utils.db import Database

from simulator.folder_sync import sync_file, sync_folder
from simulator.store.cipher import database_at
from simulator.store.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    FileError,
    LibraryGone,
    MigrationFailed,
    RowUnreadable,
    SearchIndexDamaged,
    StoreBusy,
    StoreFull,
    StoreReadOnly,
    StoreUnreachable,
)
from simulator.store.migrations import migrations
from simulator.store.records import INDEX_FAULT
from simulator.store.soundness import (
    SPOILT_INDEX,
    check_lines,
    checked,
    has_our_schema,
    is_of_index,
    readable,
    try_schema,
)
from simulator.store.word_index import is_index_sound, is_sound_beside, rebuild_index

SIDE_FILES: Final = ("-wal", "-shm", "-journal")
FULL_DISK_BYTES: Final = 1_000_000

_SPOILT_SCHEMA: Final = ("malformed database schema", "Could not decode")
_MISSING: Final = ("no such column", "no such table", "has no column named", "no such index")
_OF_THE_INDEX: Final = ("constraint failed", SPOILT_INDEX)
_ROW_SPOILT: Final = "The library’s record of this is damaged, so it cannot be changed. Everything else is unchanged."
_BY_PRIMARY_CODE: Final[dict[int, type[FileError]]] = {
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_CANTOPEN: StoreReadOnly,
    sqlite3.SQLITE_PERM: StoreReadOnly,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
    sqlite3.SQLITE_BUSY: StoreBusy,
    sqlite3.SQLITE_LOCKED: StoreBusy,
    sqlite3.SQLITE_IOERR: StoreUnreachable,
}


class Connection:
    """The library, opened. Belongs to the thread that opened it: SQLite refuses any other."""

    def __init__(self, db: Database, path: Path) -> None:
        self.path = path
        self._db = db
        self._is_index_checked = False
        self._opened = _identity_of(path)
        self.words_gone: Callable[[], object] = _nobody
        """To be called once words of the user's were taken out of a row: they are still in the journal."""
        db.conn.text_factory = readable  # one byte that is no text would make a whole table unreadable

    @contextmanager
    def searching(self) -> Iterator[Database]:
        """The database, to be searched: the index of words is checked once, and rebuilt if it is damaged.

        A library that may only be read cannot be mended; then SearchIndexDamaged is raised where that shows.
        """
        if not self._is_index_checked:
            self._is_index_checked = True
            with suppress(StoreReadOnly, StoreBusy):
                self.mend_index()
        try:
            with self.reading() as db:
                yield db
        except DatabaseDamaged as error:  # the file was whole when it was opened: it is the index, by way of its rank
            raise SearchIndexDamaged(self.path) from error

    def mend_index(self) -> bool:
        """Whether the index of words had to be rebuilt. It takes 0.5 s to check for 10,000 answers."""
        with told_plainly(self.path):
            if is_index_sound(self._db):
                return False
            rebuild_index(self._db)
        return True

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, to be read. Raises a FileError for trouble with the file."""
        with told_plainly(self.path):
            yield self._db

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Database]:
        """A transaction: all of it or nothing.

        History is written with synchronous=NORMAL: in WAL mode a power cut may take the last transactions but never
        harms the file. With `durable` the commit returns only once it, and all committed before it, is on the disk.
        Raises LibraryGone for a file that was moved or deleted, else another FileError.
        """
        if _identity_of(self.path) != self._opened:  # SQLite goes on writing into a file that nobody will find
            raise LibraryGone(self.path)
        with told_plainly(self.path):
            if durable:
                self._db.execute("PRAGMA synchronous = FULL")
            try:
                with self._taking_turns(), self._db.atomic():
                    yield self._db
            except sqlite3.IntegrityError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_CHECK:
                    raise
                raise RowUnreadable(_ROW_SPOILT) from error  # nothing we write is refused: it was there before
            finally:
                if durable:
                    self._db.execute("PRAGMA synchronous = NORMAL")

    @contextmanager
    def _taking_turns(self) -> Iterator[None]:
        """A transaction that waits at its beginning for whoever writes in another thread.

        One that only begins to write after it has read is refused at once if somebody else has written in between.
        """
        if self._db.conn.in_transaction:
            yield
            return
        self._db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.conn.execute("COMMIT")
        except BaseException:
            self._db.rollback()
            raise

    def empty_journal(self) -> None:
        """Copy the write-ahead log into the library and cut it to nothing, so that nothing deleted lives on in it."""
        with told_plainly(self.path):
            busy = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()[0][0]
        if busy:
            raise StoreBusy(self.path)

    def faults(self) -> tuple[str, ...]:
        """What SQLite's own full check finds wrong, in its words; nothing if all is well. Reads the whole file.

        A damaged index of words is `INDEX_FAULT`, and costs nothing but the search.
        """
        with told_plainly(self.path):
            others = [
                line for line in check_lines(self._db, "integrity_check(20)") if line != "ok" and not is_of_index(line)
            ]
            is_sound = is_sound_beside(self.path)
        return (*others, *(() if is_sound else (INDEX_FAULT,)))

    def close(self) -> None:
        """Let go of the file; the write-ahead log is copied into it. Safe to call twice."""
        with told_plainly(self.path):
            self._db.close()


def open_library(path: Path) -> Connection:
    """The library at `path`, begun if there is none and brought up to date if it is older.

    Raises DatabaseDamaged, DatabaseFromNewerVersion, MigrationFailed, StoreFull, StoreReadOnly, StoreBusy or
    StoreUnreachable; in each case the file is as it was.
    """
    with told_plainly(path):
        if not path.exists():
            move_aside(path)
            _begin(path)
        db = checked(path, database_at(path))
        try:
            _prepare(db)
            _bring_up_to_date(db, path)
            try_schema(path, db, can_mend=True)
        except BaseException:
            db.close()
            raise
    return Connection(db, path)


def open_library_for_reading(path: Path) -> Connection:
    """The library at `path` without any right to change it, for a look while the window may be open.

    A library from an older version is brought up to date first, once. Raises DatabaseMissing when there is none, else
    as `open_library`.
    """
    if not path.exists():
        raise DatabaseMissing(path)
    with told_plainly(path):
        db = checked(path, database_at(path, read_only=True))
        is_old = bool(migrations.pending(db))
        if not is_old:
            try_schema(path, db, can_mend=False)
    if not is_old:
        return Connection(db, path)
    db.close()
    return open_library(path)


def copy_library(path: Path, target: Path) -> None:
    """A whole copy of the library at `path` as it is now, for the user's eyes only, beside whoever writes to it.

    `target` is put in place once the copy is complete and has been found to be whole; what lay there before is replaced
    only then. Raises DatabaseMissing, DatabaseDamaged or another FileError.
    """
    if not path.exists():
        raise DatabaseMissing(path)
    with told_plainly(path), closing(database_at(path, read_only=True)) as db:
        _copy(checked(path, db), target)


def is_whole(path: Path) -> bool:
    """Whether a library lies at `path` that can be read by this version, and is not damaged.

    Raises VaultLocked where it is encrypted and its key is not here, and nothing else.
    """
    try:
        with told_plainly(path), closing(database_at(path, read_only=True)) as db:
            checked(path, db)
    except FileError:
        return False
    return True


def open_beside(path: Path, *, to_write: bool = False) -> Connection:
    """The library at `path` once more, for another thread: open already, it is not checked again, which takes long.

    Without `to_write` it can only be read. Raises a FileError if it cannot be opened.
    """
    if not path.exists():
        raise DatabaseMissing(path)
    with told_plainly(path):
        if not to_write:
            return Connection(database_at(path, read_only=True), path)
        db = database_at(path)
        _prepare(db)
    return Connection(db, path)


def move_aside(path: Path) -> Path:
    """Give the library and its side files another name in the same folder and return it; nothing is deleted.

    For a damaged library, or for what is left of one: SQLite would take a journal for that of whichever library comes
    to lie beside it. Raises StoreReadOnly, StoreFull or StoreUnreachable.
    """
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = path.with_name(f"{path.stem}-damaged-{moment}{path.suffix}")
    with told_plainly(path):
        if path.exists():
            path.rename(aside)
        for side in SIDE_FILES:
            if (beside := _beside(path, side)).exists():
                beside.rename(_beside(aside, side))
    return aside


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system says against the file at `path` into a FileError; anything else is a bug."""
    try:
        yield
    except UnicodeDecodeError as error:  # Python, of a sentence in which SQLite names a spoilt part of the schema
        raise DatabaseDamaged(path) from error
    except sqlite3.Error as error:
        if (told := _file_error(error, path)) is None:
            raise
        raise told from error
    except OSError as error:
        kinds = {errno.ENOSPC: StoreFull, errno.EDQUOT: StoreFull, errno.EIO: StoreUnreachable}
        raise kinds.get(error.errno or 0, StoreReadOnly)(path) from error


def _identity_of(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _nobody() -> None:
    """Is there to be told."""


def _file_error(error: sqlite3.Error, path: Path) -> FileError | None:
    code = getattr(error, "sqlite_errorcode", None)
    # A constraint of the tables is named in what SQLite says; one without a name is of the index.
    if code == sqlite3.SQLITE_CORRUPT_VTAB or "fts5" in str(error) or str(error) in _OF_THE_INDEX:
        return SearchIndexDamaged(path)
    kind = _BY_PRIMARY_CODE.get(code & 0xFF) if code is not None else None
    if code in (None, sqlite3.SQLITE_ERROR) and _is_of_a_spoilt_schema(error, path):
        kind = DatabaseDamaged
    if kind is None:
        return None
    # The shared-memory file of the log reports a full disk as an input/output error.
    if kind is StoreUnreachable and shutil.disk_usage(path.parent).free < FULL_DISK_BYTES:
        kind = StoreFull
    return kind(path)


def _is_of_a_spoilt_schema(error: sqlite3.Error, path: Path) -> bool:
    """Where something is missing that a whole library has; asked for by mistake, it is missing from that as well."""
    if any(part in str(error) for part in _MISSING):
        with closing(database_at(path, read_only=True)) as db:
            return not has_our_schema(db)
    return any(part in str(error) for part in _SPOILT_SCHEMA)


def _begin(path: Path) -> None:
    """Make an empty library under another name and put it in place whole, so that no crash leaves half a file."""
    fresh = path.with_name(f"{path.name}.new")
    _remove(fresh)
    try:
        _create_private(fresh)
        with closing(database_at(fresh)) as db:
            _prepare(db)
            with db.atomic():
                migrations.apply(db)
        fresh.rename(path)
        sync_folder(path.parent)
    finally:
        _remove(fresh)


def _create_private(path: Path) -> None:
    """An empty file for the user alone; SQLite gives its side files the same permissions."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _remove(unfinished: Path) -> None:
    for leftover in (unfinished, *(_beside(unfinished, side) for side in SIDE_FILES)):
        leftover.unlink(missing_ok=True)


def _prepare(db: Database) -> None:
    """How the library is used: a write-ahead log, deleted text overwritten, references kept."""
    db.enable_wal()
    for pragma in ("synchronous = NORMAL", "secure_delete = ON", "foreign_keys = ON", "busy_timeout = 5000"):
        db.execute(f"PRAGMA {pragma}").close()


def _bring_up_to_date(db: Database, path: Path) -> None:
    """Apply what is pending, all or nothing. The copy from before stays only if that fails: deleting must be final."""
    if not (pending := migrations.pending(db)):
        for step in migrations.applied(db):  # a copy from before it is left where a kill came just after
            _copy_from_before(path, step.name).unlink(missing_ok=True)
        return
    backup = _copy_from_before(path, pending[0].name)
    _copy(db, backup)
    try:
        with db.atomic():
            migrations.apply(db)
    except Exception as error:
        raise MigrationFailed(path, backup, str(error)) from error
    backup.unlink()


def _copy_from_before(path: Path, step: str) -> Path:
    return path.with_name(f"{path.stem}-before-{step}{path.suffix}")


def _copy(db: Database, target: Path) -> None:
    """A whole copy of `db` at `target`, readable by the user alone; put in place only once complete."""
    unfinished = target.with_name(f"{target.name}.part")
    _remove(unfinished)
    try:
        _create_private(unfinished)
        db.execute("VACUUM INTO ?", [str(unfinished)])
        if not is_whole(unfinished):
            raise DatabaseDamaged(unfinished)
        sync_file(unfinished)
        unfinished.replace(target)
    finally:
        _remove(unfinished)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
