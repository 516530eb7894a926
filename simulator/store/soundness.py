"""Whether a file is a library of ours that can be read: whole but for single rows, not too new, its schema usable."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlite_utils.db import Database

from simulator.store.errors import DatabaseDamaged, DatabaseFromNewerVersion
from simulator.store.migrations import migrations
from simulator.store.word_index import rebuild_index

_EXPLAINED: Final = (
    "INSERT INTO answers DEFAULT VALUES",
    "INSERT INTO sessions DEFAULT VALUES",
    "UPDATE answers SET question = question, note = note",
    "UPDATE sessions SET role = role",
    "DELETE FROM answers",
    "DELETE FROM sessions",
)
SPOILT_INDEX: Final = "SQL logic error"
"""What SQLite says of an index of words whose tables were spoilt, and of nothing else that is asked of it here."""

_MOST_FAULTS: Final = 10_000  # so many bad rows hide no bad page
_OF_ONE_ROW: Final = ("CHECK constraint failed", "value in ", "missing from index", "entries in index")


def checked(path: Path, db: Database) -> Database:
    """`db` itself, found to be whole, ours and not too new; closed before anything is raised."""
    db.conn.text_factory = readable  # one byte that is no text would make a whole table unreadable
    try:
        # A library always has a first page: at no bytes at all it was cut, and SQLite would silently call that empty.
        if path.stat().st_size == 0 or any(_serious_faults(db)):
            raise DatabaseDamaged(path)
        if not db.table(migrations.migrations_table).exists():
            raise DatabaseDamaged(path)
        if unknown := _steps_of(path, db) - _known_steps():
            raise DatabaseFromNewerVersion(path) if any(map(_is_later, unknown)) else DatabaseDamaged(path)
    except BaseException:
        db.close()
        raise
    return db


def _steps_of(path: Path, db: Database) -> set[str]:
    try:
        return {str(step.name) for step in migrations.applied(db)}
    except KeyError as error:  # a column of that table has another name
        raise DatabaseDamaged(path) from error


def has_our_schema(db: Database) -> bool:
    """Whether every table of this version has its columns and its indexes; false where the schema was spoilt."""
    ours = Database(memory=True)
    try:
        migrations.apply(ours)
        wanted = {name: _parts_of(ours, name) for name in ours.table_names()}
    finally:
        ours.close()
    try:
        return all(parts <= _parts_of(db, name) for name, parts in wanted.items())
    except sqlite3.Error:
        return False


def _parts_of(db: Database, table: str) -> set[str]:
    return {*db.table(table).columns_dict, *(index.name for index in db.table(table).indexes)}


def _is_later(step: str) -> bool:
    """Whether a step is numbered as those to come are; any other that is not known is a known one's spoilt name."""
    number = step.partition("_")[0]
    return number.isdecimal() and number > max(known.partition("_")[0] for known in _known_steps())


def try_schema(path: Path, db: Database, *, can_mend: bool) -> None:
    """Have SQLite read what the views and triggers say, without doing any of it.

    An index of words that cannot be used is made anew where that may be done. Raises DatabaseDamaged, sqlite3.Error.
    """
    try:
        _explain(db)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR and not _is_of_words(error):
            raise DatabaseDamaged(path) from error  # it names what is not there
        if not _is_of_words(error):
            raise
        if can_mend:
            _make_words_usable(path, db)


def _make_words_usable(path: Path, db: Database) -> None:
    try:
        rebuild_index(db)
        _explain(db)
    except sqlite3.Error as error:
        if _is_of_words(error) or str(error) == SPOILT_INDEX:
            raise DatabaseDamaged(path) from error
        raise


def _explain(db: Database) -> None:
    views = [f'SELECT 1 FROM "{name}"' for name in db.view_names()]  # noqa: S608
    for statement in (*views, *_EXPLAINED):
        db.execute(f"EXPLAIN {statement}").close()


def _is_of_words(error: sqlite3.Error) -> bool:
    is_index = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CORRUPT_VTAB
    return is_index or "answers_fts" in str(error) or "fts5" in str(error)


def _serious_faults(db: Database) -> Iterator[str]:
    """What a quick check finds, but for what costs a row or an index at most: the rest is to be read all the same."""
    for line in check_lines(db, f"quick_check({_MOST_FAULTS})"):
        if line != "ok" and not is_of_index(line) and not any(part in line for part in _OF_ONE_ROW):
            yield line


def check_lines(db: Database, pragma: str) -> Iterator[str]:
    """What SQLite's own check says, line by line.

    Newer versions look at the index of words, too, after all else; one that they cannot even read ends the check.
    """
    try:
        for (line,) in db.execute(f"PRAGMA {pragma}"):
            yield line
    except sqlite3.Error as error:
        if not is_of_index(str(error)):
            raise


def is_of_index(line: str) -> bool:
    """Whether a check says this of the index of words, which can be made anew."""
    return "fts5" in line.lower()


def readable(text: bytes) -> str:
    """Text of the library; a byte that is none becomes a replacement character."""
    return text.decode("utf-8", "replace")


def _known_steps() -> set[str]:
    with closing(Database(memory=True, execute_plugins=False)) as empty:
        return {step.name for step in migrations.pending(empty)}
