"""The library for one call of the command line alone: no window is open on it, and none opens meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLockFile

from simulator.data_folder import DataFolder
from simulator.store.errors import DatabaseMissing, StoreBusy, StoreReadOnly


@contextmanager
def alone(data_folder: DataFolder) -> Iterator[None]:
    """Hold the lock that a window holds (see ui.opening). Raises DatabaseMissing, StoreBusy or StoreReadOnly."""
    if not data_folder.database.exists():
        raise DatabaseMissing(data_folder.database)
    lock = QLockFile(str(data_folder.lock_file))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        is_held = lock.error() is QLockFile.LockError.LockFailedError
        raise (StoreBusy if is_held else StoreReadOnly)(data_folder.database)
    try:
        yield
    finally:
        lock.unlock()
