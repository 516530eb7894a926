"""The index of words: whether it fits the answers, also found out beside whoever writes, and how it is made anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from sqlite_utils.db import Database

from simulator.store.cipher import looking_at

_REBUILD: Final = "INSERT INTO answers_fts (answers_fts) VALUES ('rebuild')"
_CHECK_INDEX: Final = "INSERT INTO answers_fts (answers_fts, rank) VALUES ('integrity-check', 1)"
_FTS5_VERSION: Final = 4
_PARTS: Final = ("data", "idx", "docsize", "config")
_SAME_VERSION: Final = """
SELECT 1 FROM kept.answers_fts_config AS kept JOIN main.answers_fts_config AS made USING (k, v) WHERE k = 'version'
"""
_COPY_ANSWERS: Final = """
CREATE TABLE answers (id INTEGER PRIMARY KEY, transcript_text, question_text, note);
INSERT INTO answers SELECT id, transcript_text, question_text, note FROM kept.answers;
"""


def is_sound_beside(path: Path) -> bool:
    """Whether the index of the library at `path` is whole; 0.2 s for 1,000 answers, in a copy of it.

    FTS5 checks itself by a command that takes the right to write, for as long as it lasts. The copy lies in a file
    without a name: it ends with the connection, however that ends. Raises sqlite3.Error if the library cannot be read.
    """
    with looking_at(path) as copy:
        copy.execute("BEGIN")
        (made_by,) = copy.execute("SELECT sql FROM kept.sqlite_schema WHERE name = 'answers_fts'").fetchone()
        for statement in filter(None, map(str.strip, _COPY_ANSWERS.split(";"))):
            copy.execute(statement)
        copy.execute(made_by)
        try:
            if not copy.execute(_SAME_VERSION).fetchone():
                return False
            for part in _PARTS:
                copy.execute(f"DELETE FROM main.answers_fts_{part}")  # noqa: S608
                copy.execute(f"INSERT INTO main.answers_fts_{part} SELECT * FROM kept.answers_fts_{part}")  # noqa: S608
            copy.execute("INSERT INTO main.answers_fts (answers_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.Error:
            return False
    return True


def is_index_sound(db: Database) -> bool:
    """Whether the index of words fits the answers. It changes nothing; true as well where that cannot be asked."""
    try:
        db.execute("SAVEPOINT index_check")
        try:
            db.execute(_CHECK_INDEX)
        finally:
            db.execute("ROLLBACK TO index_check")
            db.execute("RELEASE index_check")
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN)
    return True


def rebuild_index(db: Database) -> None:
    """Make the index of words anew from the answers, also where it forgot its own version."""
    with db.atomic():
        db.execute("REPLACE INTO answers_fts_config (k, v) VALUES ('version', ?)", [_FTS5_VERSION])
        db.execute(_REBUILD)
