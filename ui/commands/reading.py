"""The library as the command line reads it, beside a window that may be open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from recordings.take_folder import TakeFolder
from simulator.data_folder import DataFolder
from simulator.store.errors import DatabaseGone, DatabaseMissing

if TYPE_CHECKING:
    from simulator.store.store import Store


@contextmanager
def library(data_folder: DataFolder) -> Iterator[Store]:
    """The library, to be looked at. Raises DatabaseMissing, DatabaseGone or another StoreError."""
    from simulator.store.store import Store

    try:
        store = Store.open_for_reading(data_folder.database)
    except DatabaseMissing as missing:
        if TakeFolder(data_folder.recordings).holds_takes():
            raise DatabaseGone(data_folder.database) from missing
        raise
    try:
        yield store
    finally:
        store.close()
