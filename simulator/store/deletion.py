"""Removing a session so that no word of it is left in the library's file, and which copies may hold it still."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sqlite_utils.db import Database

from simulator.store import cards
from simulator.store.backups import BackupFolder
from simulator.store.connection import Connection
from simulator.store.errors import FileError, TracesLeft, UnknownRecord
from simulator.store.records import SessionId
from simulator.store.remains import take_name, value_or


def delete_session(connection: Connection, session: SessionId) -> tuple[str, ...]:
    """Remove a session's rows, its words in the full-text index, and both from the journal.

    Returns the names of its recordings. Raises UnknownRecord; TracesLeft once the rows are gone but the rest is not.
    """
    connection.mend_index()  # a damaged one would not let the answers go
    with connection.writing(durable=True) as db:
        names = _file_names(db, session)
        _delete_rows(db, session)
    try:
        with connection.writing(durable=True) as db:
            db.table("answers").optimize()  # the index drops deleted words only when its parts are merged
        connection.empty_journal()
        BackupFolder.beside(connection.path).forget_all()
    except FileError as error:
        raise TracesLeft(connection.path) from error
    return names


def copies_beside(path: Path) -> tuple[Path, ...]:
    """Copies of the library at `path` from earlier troubles, with all that was in it then. They are never deleted."""
    found = {copy for kind in ("damaged", "before") for copy in path.parent.glob(f"{path.stem}-{kind}-*{path.suffix}")}
    found.update(path.parent.glob("before-restore-*"))
    return tuple(sorted(found))


def _file_names(db: Database, session: SessionId) -> tuple[str, ...]:
    rows = db.query("SELECT file_name FROM answers WHERE session_id = ? AND file_name IS NOT NULL", [session])
    return tuple(name for row in rows if (name := value_or(partial(take_name, row["file_name"]), None)))


def _delete_rows(db: Database, session: SessionId) -> None:
    reviewed = cards.questions_reviewed_in(db, session)
    # The answers one by one, so that the triggers of the full-text index see each.
    db.execute("DELETE FROM answers WHERE session_id = ?", [session])
    cards.make_anew(db, reviewed)
    if db.execute("DELETE FROM sessions WHERE id = ?", [session]).rowcount != 1:
        raise UnknownRecord(f"There is no session {session}.")
