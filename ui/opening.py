"""Opening the library: folders, the one-instance lock, database and bank; each fault met with words and a way on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, Signal

from simulator.data_folder import DataFolder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

    from question_bank.bank import Bank
    from simulator.store.store import Store

KNOCK_MS: Final = 500
LIBRARY_MODULES: Final = (
    "simulator.store.store",
    "simulator.voice.voice",
    "simulator.own_packs",
    "simulator.own_work.cv_reading",
    "simulator.own_work.own_questions",
    "recordings.transcription.service",
    "recordings.recovery",
)
"""What is behind the screens and knows no Qt, so that a thread may import it."""
WINDOW_MODULES: Final = (
    "recordings.microphone",
    "ui.player",
    "ui.equipment",
    "ui.places.practise_place",
    "ui.places.interview_place",
    "ui.places.reading",
    "ui.places.questions_place",
    "ui.places.question_editor_place",
    "ui.places.question_exchange",
    "ui.places.own_work_place",
    "ui.places.settings_place",
    "ui.wiring",
)
"""The rest of the program, in portions. The GUI thread imports them: PySide6 makes its types as they are needed."""


@dataclass(frozen=True, slots=True)
class OpenedLibrary:
    """A library that this instance alone may write to. `news` are sentences for the user."""

    data_folder: DataFolder
    store: Store
    bank: Bank
    news: tuple[str, ...] = ()


class Doorbell(QObject):
    """One instance per library: the second rings at the first one's door and leaves.

    Signals:
        rung(): another instance was started; show yourself.
    """

    rung = Signal()

    def __init__(self, data_folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "viva-voce-" + hashlib.sha256(str(data_folder.data).encode()).hexdigest()[:16]
        self._server: QLocalServer | None = None
        self._lock = QLockFile(str(data_folder.lock_file))
        self._lock.setStaleLockTime(0)  # stale only when its process is gone, however long an interview lasts

    def claim(self) -> bool:
        """Whether the library is ours now; a lock left behind by a crash is taken over."""
        if not self._lock.tryLock(0):
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
        self._lock.unlock()

    def _on_new_connection(self) -> None:
        while self._server is not None and (visitor := self._server.nextPendingConnection()) is not None:
            visitor.deleteLater()
            self.rung.emit()


def open_library(data_folder: DataFolder) -> OpenedLibrary:
    """The library at `data_folder`, its folders prepared, and the program's own questions.

    A damaged database is moved aside, never deleted. Raises `SimulatorError` with a sentence for what cannot be mended.
    """
    store, news = open_store(data_folder)
    return OpenedLibrary(data_folder, store, load_bank(data_folder), news)


def import_library() -> None:
    """Import what a thread may: a third of a second, which the window does not have."""
    for name in LIBRARY_MODULES:
        import_module(name)


def load_bank(data_folder: DataFolder) -> Bank:
    """The program's own questions. The user's packs may be large: they are read later (see ui.workers.bank_watch)."""
    from question_bank.bank import Bank
    from question_bank.kept_packs import KeptPacks

    return Bank.load(load=KeptPacks(data_folder.questions_cache).load)


def open_store(data_folder: DataFolder) -> tuple[Store, tuple[str, ...]]:
    """The history at `data_folder`, and sentences for the user. It belongs to the thread that calls this.

    A damaged database is moved aside, never deleted. Raises `SimulatorError` with a sentence for what cannot be mended.
    """
    from simulator.store.connection import move_aside
    from simulator.store.errors import DatabaseDamaged
    from simulator.store.store import Store

    try:
        return Store.open(data_folder.database), ()
    except DatabaseDamaged:
        aside: Path = move_aside(data_folder.database)
        kept = "your recordings are all there"
        said = f"The history could not be read. It was moved to {aside.name} and a new one begun; {kept}."
        return Store.open(data_folder.database), (said,)
