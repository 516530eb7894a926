"""One instance per library: the lock that a window or a call of the command line holds, and the bell at its door."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from simulator.data_folder import DataFolder
from simulator.store.errors import DatabaseMissing, StoreBusy, StoreReadOnly

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

KNOCK_MS: Final = 500
_PRIVATE: Final = 0o600


class LibraryLock:
    """Whoever holds it may write to the library, and nobody else.

    The system holds it, not what the file contains: it ends with its process, however that ends.
    """

    def __init__(self, data_folder: DataFolder) -> None:
        self._path = data_folder.lock_file
        self._descriptor: int | None = None
        self.is_anothers = False
        """Whether `take` failed because somebody else holds it; else the disk refused."""

    def take(self) -> bool:
        """Whether it is ours now."""
        import portalocker

        self.is_anothers = False
        try:
            descriptor = self._opened()
        except OSError:
            return False
        try:
            portalocker.lock(descriptor, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
        except portalocker.LockException as refused:
            os.close(descriptor)
            self.is_anothers = isinstance(refused, portalocker.AlreadyLocked)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let the next one have it. The file stays: whoever waits may have it open."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _opened(self) -> int:
        """A folder of that name goes out of the way."""
        if self._path.is_dir():
            self._path.replace(Path(tempfile.mkdtemp(prefix="running.lock.folder-", dir=self._path.parent)))
        return os.open(self._path, os.O_RDWR | os.O_CREAT, _PRIVATE)


@contextmanager
def alone(data_folder: DataFolder, *, or_empty: bool = False) -> Iterator[None]:
    """The library for one call of the command line: no window is open on it, and none opens meanwhile.

    Raises DatabaseMissing unless the folder may be empty; StoreBusy or StoreReadOnly.
    """
    if not or_empty and not data_folder.database.exists():
        raise DatabaseMissing(data_folder.database)
    lock = LibraryLock(data_folder)
    if not lock.take():
        raise (StoreBusy if lock.is_anothers else StoreReadOnly)(data_folder.database)
    try:
        yield
    finally:
        lock.release()


class Doorbell(QObject):
    """The second instance of a window rings at the first one's door and leaves.

    Signals:
        rung(): another instance was started; show yourself.
    """

    rung = Signal()

    def __init__(self, data_folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "viva-voce-" + hashlib.sha256(str(data_folder.data).encode()).hexdigest()[:16]
        self._server: QLocalServer | None = None
        self._lock = LibraryLock(data_folder)

    def claim(self) -> bool:
        """Whether the library is ours now."""
        if not self._lock.take():
            return False
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        self._server.listen(self._name)
        return True

    @property
    def is_anothers(self) -> bool:
        """Whether `claim` failed because the library is in use; else the disk refused."""
        return self._lock.is_anothers

    def ring(self) -> bool:
        """Ask the instance that is there to show itself; False if nobody answers."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        return socket.waitForConnected(KNOCK_MS)

    def release(self) -> None:
        """Let the next instance in."""
        if self._server is not None:
            self._server.close()
        self._lock.release()

    def _on_new_connection(self) -> None:
        while self._server is not None and (visitor := self._server.nextPendingConnection()) is not None:
            visitor.deleteLater()
            self.rung.emit()
