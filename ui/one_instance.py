"""One instance per library: the lock that a window or a call of the command line holds, and the bell at its door."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, Signal

from simulator.data_folder import DataFolder
from simulator.store.errors import DatabaseMissing, StoreBusy, StoreReadOnly

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

KNOCK_MS: Final = 500


class LibraryLock:
    """Whoever holds it may write to the library, and nobody else. One left behind by a crash is taken over."""

    def __init__(self, data_folder: DataFolder) -> None:
        self._file = QLockFile(str(data_folder.lock_file))
        self._file.setStaleLockTime(0)  # stale only when its process is gone, however long an interview lasts

    def take(self) -> bool:
        """Whether it is ours now."""
        return self._file.tryLock(0)

    @property
    def is_anothers(self) -> bool:
        """Whether `take` failed because somebody else holds it; else the disk refused."""
        return self._file.error() is QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """Let the next one have it."""
        self._file.unlock()


@contextmanager
def alone(data_folder: DataFolder) -> Iterator[None]:
    """The library for one call of the command line: no window is open on it, and none opens meanwhile.

    Raises DatabaseMissing, StoreBusy or StoreReadOnly.
    """
    if not data_folder.database.exists():
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
