"""SQLCipher behind the face of `sqlite3`: the same connections and cursors, the same errors with the same codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, cast

from sqlcipher3 import dbapi2

# SQLCipher's module gives primary codes alone; what is asked for of the finer ones is told by the words.
_FINER: Final = {"CHECK constraint failed": sqlite3.SQLITE_CONSTRAINT_CHECK}


def connect(place: str, *, uri: bool = False, key: str | None = None) -> sqlite3.Connection:
    """A connection to `place`, opened with the raw key of 64 hexadecimal digits. Raises sqlite3.Error.

    Transactions begin and end only by statements that say so: left to itself the module begins one for every EXPLAIN.
    https://www.zetetic.net/sqlcipher/sqlcipher-api/#key
    """
    with _as_sqlite3():
        connection = dbapi2.connect(place, uri=uri, factory=_Connection, isolation_level=None)
        connection.execute("PRAGMA cipher_log_level = NONE").close()  # it would write to our standard error
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key}'\"").close()
    return cast(sqlite3.Connection, connection)


@contextmanager
def _as_sqlite3() -> Iterator[None]:
    try:
        yield
    except dbapi2.Error as error:
        raise _translated(error) from error


def _translated(error: Exception) -> sqlite3.Error:
    told: sqlite3.Error = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)(*error.args)
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        told.sqlite_errorcode = next((finer for words, finer in _FINER.items() if words in str(error)), code)
        told.sqlite_errorname = error.sqlite_errorname  # type: ignore[attr-defined]
    return told


def _telling(name: str, kind: type) -> Callable[..., Any]:
    """The method of that name, which raises the errors of `sqlite3`."""
    own = getattr(kind, name)

    def told(self: Any, *values: Any, **options: Any) -> Any:
        with _as_sqlite3():
            return own(self, *values, **options)

    return told


class _Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """What statements give."""


class _Connection(dbapi2.Connection):  # type: ignore[misc]
    """What statements are given to."""

    def cursor(self, factory: type = _Cursor) -> Any:
        with _as_sqlite3():
            return super().cursor(factory)

    def execute(self, *values: Any) -> Any:
        return self.cursor().execute(*values)

    def executemany(self, *values: Any) -> Any:
        return self.cursor().executemany(*values)

    def executescript(self, *values: Any) -> Any:
        return self.cursor().executescript(*values)


for _name in ("execute", "executemany", "executescript", "fetchone", "fetchmany", "fetchall", "__next__", "close"):
    setattr(_Cursor, _name, _telling(_name, dbapi2.Cursor))
for _name in ("commit", "rollback", "close", "create_function", "backup", "__exit__"):
    setattr(_Connection, _name, _telling(_name, dbapi2.Connection))
