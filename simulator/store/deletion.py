"""Removing a session or an answer so that no word of it is left in the library, and which copies may hold it still."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from sqlite_utils.db import Database

from simulator.store import cards
from simulator.store.backups import BackupFolder
from simulator.store.connection import Connection
from simulator.store.errors import FileError, TracesLeft, UnknownRecord
from simulator.store.records import AnswerId, SessionId
from simulator.store.remains import take_name, value_or

OF_EMPTY: Final = (
    "DELETE FROM answers WHERE id = ? AND status = 'recording' AND file_name IS NULL AND transcript_text = ''"
)
"""Removes an answer that was begun, and of which nothing was recorded or typed."""
_PAGES_A_STEP: Final = 400
_CHANGES_OF_NOTHING: Final = 2  # what a step counts as changes when there was nothing left to merge


def delete_session(connection: Connection, session: SessionId) -> tuple[str, ...]:
    """Remove a session's rows, its words in the full-text index, and both from the journal.

    Returns the names of its recordings. Raises UnknownRecord; TracesLeft once the rows are gone but the rest is not.
    """

    def delete_its_row(db: Database, _answers: int) -> None:
        if db.execute("DELETE FROM sessions WHERE id = ?", [session]).rowcount != 1:
            raise UnknownRecord(f"There is no session {session}.")

    return _delete(connection, "session_id = ?", session, delete_its_row)


def delete_answer(connection: Connection, answer: AnswerId) -> tuple[str, ...]:
    """Remove one answer likewise, and leave its session, even an empty one."""

    def expect_it(_db: Database, answers: int) -> None:
        if answers != 1:
            raise UnknownRecord(f"There is no answer {answer}.")

    return _delete(connection, "id = ?", answer, expect_it)


def _delete(
    connection: Connection, which: str, number: int, finish: Callable[[Database, int], None]
) -> tuple[str, ...]:
    connection.mend_index()  # a damaged one would not let the answers go
    with connection.writing(durable=True) as db:
        names = _file_names(db, which, number)
        reviewed = cards.questions_reviewed_in(db, f"answers.{which}", number)
        # The answers one by one, so that the triggers of the full-text index see each.
        gone = db.execute(f"DELETE FROM answers WHERE {which}", [number]).rowcount  # noqa: S608
        cards.make_anew(db, reviewed)
        finish(db, gone)
    clear_traces(connection)
    return names


def clear_traces(connection: Connection) -> None:
    """Leave nothing of what was deleted in the full-text index, the journal and the copies. Raises TracesLeft."""
    try:
        _merge_index(connection)
        connection.empty_journal()
        BackupFolder.beside(connection.path).forget_all()
    except FileError as error:
        raise TracesLeft(connection.path) from error


def _merge_index(connection: Connection) -> None:
    """Have the index drop the deleted words, which it does only when all its parts are merged.

    Step by step, as SQLite's documentation of FTS5 has it: whoever else writes need not wait for a large one.
    """
    pages = -_PAGES_A_STEP
    while True:
        with connection.writing() as db:
            before = db.conn.total_changes
            db.execute("INSERT INTO answers_fts (answers_fts, rank) VALUES ('merge', ?)", [pages])
            is_done = db.conn.total_changes - before < _CHANGES_OF_NOTHING
        if is_done:
            return
        pages = _PAGES_A_STEP


def copies_beside(path: Path) -> tuple[Path, ...]:
    """Copies of the library at `path` from earlier troubles, with all that was in it then. They are never deleted."""
    found = {copy for kind in ("damaged", "before") for copy in path.parent.glob(f"{path.stem}-{kind}-*{path.suffix}")}
    found.update(path.parent.glob("before-restore-*"))
    found.update(folder for folder in path.parent.glob("mended-*") if _holds_files(folder))
    return tuple(sorted(found))


def _holds_files(mended: Path) -> bool:
    """Whether a mending took anything away; its list has only numbers and names in it."""
    return any(entry.name != "mended.json" for entry in mended.iterdir()) if mended.is_dir() else False


def _file_names(db: Database, which: str, number: int) -> tuple[str, ...]:
    rows = db.query(f"SELECT file_name FROM answers WHERE {which} AND file_name IS NOT NULL", [number])  # noqa: S608
    return tuple(name for row in rows if (name := value_or(partial(take_name, row["file_name"]), None)))
