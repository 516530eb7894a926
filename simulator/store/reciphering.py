"""A whole database written in its other form, encrypted or plain, and held against it. The file itself is not touched.

By SQLCipher's own `sqlcipher_export` (https://www.zetetic.net/sqlcipher/sqlcipher-api/#sqlcipher_export).
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.store.cipher import connected
from simulator.store.connection import SIDE_FILES, told_plainly
from simulator.store.errors import DatabaseDamaged, StoreBusy

if TYPE_CHECKING:
    from simulator.vault.keys import VaultKey

_TABLES: Final = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM {}.sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"


def write_other_form(path: Path, target: Path, key: VaultKey, *, encrypts: bool) -> None:
    """Write what is in the database at `path` to the new file `target`, encrypted with `key` or plain.

    The journal is emptied first, so that the file alone is all there is. Nobody else has it open. Raises
    DatabaseDamaged or another FileError; the database is as it was.
    """
    with told_plainly(path):
        _settle(path, None if encrypts else key)
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(_opened(path, key, encrypts=encrypts)) as db:
            db.execute(f"ATTACH ? AS other KEY {_key_text(key if encrypts else None)}", [str(target)])
            db.execute("SELECT sqlcipher_export('other')").fetchall()
            if not _is_same(db):
                raise DatabaseDamaged(path)
            db.execute("DETACH other")


def _settle(path: Path, key: VaultKey | None) -> None:
    """Leave no journal beside it: one of the old form would be taken for one of the new."""
    with closing(connected(path, key)) as db:
        (line,) = db.execute("PRAGMA quick_check(1)").fetchone()
        if line != "ok":
            raise DatabaseDamaged(path)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        db.execute("PRAGMA journal_mode = DELETE").fetchall()
    for side in SIDE_FILES:
        beside = path.with_name(path.name + side)
        if beside.exists() and beside.stat().st_size:
            raise StoreBusy(path)
        beside.unlink(missing_ok=True)


def _opened(path: Path, key: VaultKey, *, encrypts: bool) -> sqlite3.Connection:
    from simulator.store.sqlcipher import connect

    return connect(f"{path.absolute().as_uri()}", uri=True, key=None if encrypts else key.for_database())


def _key_text(key: VaultKey | None) -> str:
    return "''" if key is None else f"\"x'{key.for_database()}'\""


def _is_same(db: sqlite3.Connection) -> bool:
    """Whether both have the same schema and the same rows."""
    schemas = [sorted(map(repr, db.execute(_SCHEMA.format(one)))) for one in ("main", "other")]
    if schemas[0] != schemas[1]:
        return False
    return all(_has_same_rows(db, name) for (name,) in db.execute(_TABLES).fetchall())


def _has_same_rows(db: sqlite3.Connection, table: str) -> bool:
    """As many, and none that is not in both."""
    name = table.replace('"', '""')
    counts = [db.execute(f'SELECT count(*) FROM {one}."{name}"').fetchone() for one in ("main", "other")]  # noqa: S608
    ours, theirs = (f'SELECT * FROM {one}."{name}"' for one in ("main", "other"))  # noqa: S608
    differs = db.execute(f"SELECT 1 FROM ({ours} EXCEPT {theirs}) LIMIT 1").fetchone()  # noqa: S608
    return counts[0] == counts[1] and differs is None
