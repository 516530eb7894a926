"""Opening a database as it lies there: plain by the system's SQLite, encrypted by SQLCipher. Nothing of what is in it.

SQLCipher comes with a module of its own, whose errors are not those of `sqlite3`. Here they are turned into them, so
that nobody else needs to know which of the two lies below.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlite_utils.db import Database

from simulator.vault.key_ring import KEY_RING

if TYPE_CHECKING:
    from simulator.vault.keys import VaultKey

_PLAIN: Final = b"SQLite format 3\0"


def database_at(path: Path, *, read_only: bool = False) -> Database:
    """The database at `path`. A new one is encrypted where the library is. Raises sqlite3.Error or a VaultError."""
    return Database(connected(path, key_of(path), read_only=read_only), execute_plugins=False)


def key_of(path: Path) -> VaultKey | None:
    """The key of the database at `path`; None for a plain one. Raises VaultLocked or VaultDamaged."""
    return None if is_plain(path) else KEY_RING.near(path)


def is_plain(path: Path) -> bool:
    """Whether a database lies there that anybody can read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except FileNotFoundError:
        return False


def connected(path: Path, key: VaultKey | None, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection to the file at `path` with that key. Raises sqlite3.Error."""
    place = f"{path.absolute().as_uri()}?mode=ro" if read_only else str(path)
    if key is None:
        return sqlite3.connect(place, uri=read_only)
    from simulator.store.sqlcipher import connect

    return connect(place, uri=read_only, key=key.for_database())


@contextmanager
def looking_at(path: Path) -> Iterator[sqlite3.Connection]:
    """A scratch database that is gone afterwards, with the one at `path` attached as `kept`, to be read only.

    Of an encrypted library nothing is put on the disk: the scratch lies in memory. Raises sqlite3.Error.
    """
    key = key_of(path)
    place = f"{path.absolute().as_uri()}?mode=ro"
    if key is None:
        scratch = sqlite3.connect("", uri=True, isolation_level=None)
    else:
        from simulator.store.sqlcipher import connect

        scratch = connect(":memory:", uri=True)
    try:
        if key is None:
            scratch.execute("ATTACH ? AS kept", [place])
        else:
            scratch.execute(f"ATTACH ? AS kept KEY \"x'{key.for_database()}'\"", [place])
        yield scratch
    finally:
        scratch.close()
