"""The way to an encrypted library before it is opened: its key, and whatever of encrypting it is still to be done.

Nothing here is imported where no library is encrypted and none is to be.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from recordings.encryption.errors import EncryptionError
from recordings.encryption.migration import Changed, go_on, pending
from recordings.encryption.plan import Direction, planned, write_plan
from recordings.restoring import finish_restoring
from simulator.errors import SimulatorError
from simulator.vault.errors import VaultError, VaultLocked
from simulator.vault.header import is_key_of, opened_by_passphrase, opened_by_recovery_key
from simulator.vault.key_ring import KEY_RING
from simulator.vault.system_keyring import remember, remembered_key
from simulator.vault.vault_file import mend_vault, read_vault
from simulator.vault.vault_places import is_encrypted
from ui.widgets.encryption_progress import EncryptionProgress
from ui.widgets.passphrase_dialogs import UnlockDialog
from ui.words.encryption import CLOSED_MEANWHILE, DECRYPTING, ENCRYPTING, NOT_REMEMBERED, changed_line
from ui.workers.jobs import Jobs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from simulator.data_folder import DataFolder

LOOK_MS: Final = 100
CLOSING_S: Final = 5.0


@dataclass
class _Way:
    """What the thread says, and what it is told. Each is one assignment, which Python does whole."""

    done: int = 0
    whole: int = 1
    is_cancelled: bool = False
    is_over: bool = False
    ended: threading.Event = field(default_factory=threading.Event)
    news: list[str] = field(default_factory=list)

    def tell(self, done: int, whole: int) -> None:
        if self.is_over:
            raise EncryptionError(CLOSED_MEANWHILE)
        self.done, self.whole = done, max(1, whole)

    def go(self, data_folder: DataFolder) -> Changed | None:
        try:
            return go_on(data_folder, self.tell, lambda: self.is_cancelled)
        finally:
            self.ended.set()


class Unlocking(QObject):
    """One way, gone once.

    Signals:
        done(object): the library can be opened; a tuple of sentences for the user.
        refused(object): a SimulatorError; nothing was lost.
    """

    done = Signal(object)
    refused = Signal(object)

    def __init__(self, window: QWidget, data_folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._data_folder = data_folder
        self._jobs = Jobs(self)
        self._way = _Way()
        self._dialog: UnlockDialog | None = None
        self._progress: EncryptionProgress | None = None
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self._show_progress)

    def begin(self, deed: Callable[[], object] | None = None) -> None:
        """Do the deed, if there is one, with nothing open; then find the key, or ask for it."""
        self._jobs.run(partial(_is_locked, self._data_folder, deed), self._on_looked, self._on_refused)

    def close(self) -> None:
        """What is under way stops within a megabyte, which is waited for: the next start may go on with it at once."""
        self._watch.stop()
        self._way.is_over = True
        if self._progress is not None:
            self._way.ended.wait(CLOSING_S)
        self._jobs.close()
        for dialog in (self._dialog, self._progress):
            if dialog is not None:
                dialog.hide()
                dialog.deleteLater()
        self._dialog = self._progress = None

    def _on_looked(self, is_locked: bool) -> None:
        if is_locked:
            self._ask()
        else:
            self._go_on()

    def _ask(self) -> None:
        self._dialog = UnlockDialog(self._window)
        self._dialog.given.connect(self._on_given)
        self._dialog.rejected.connect(lambda: self._on_refused(VaultLocked(self._data_folder.data)))
        self._dialog.show()

    def _on_given(self, typed: str, is_recovery_key: bool) -> None:
        dialog = self._dialog
        assert dialog is not None  # noqa: S101 - it has just spoken
        opened = partial(_opened, self._data_folder, typed, is_recovery_key, dialog.is_to_be_remembered)
        self._jobs.run(opened, self._on_opened, self._on_wrong)

    def _on_wrong(self, error: Exception) -> None:
        if not isinstance(error, VaultError):
            raise error
        if self._dialog is not None:
            self._dialog.show_trouble(str(error))

    def _on_opened(self, news: str) -> None:
        if self._dialog is not None:
            self._dialog.rejected.disconnect()
            self._dialog.accept()
        self._way.news += [news] if news else []
        self._go_on()

    def _go_on(self) -> None:
        direction = pending(self._data_folder)
        if direction is None:
            self._finish()
            return
        title = ENCRYPTING if direction is Direction.ENCRYPT else DECRYPTING
        self._progress = EncryptionProgress(title, self._window)
        self._progress.stop_requested.connect(self._on_stop_requested)
        self._progress.show()
        self._watch.start()
        self._jobs.run(partial(self._way.go, self._data_folder), self._on_changed, self._on_refused)

    def _on_stop_requested(self) -> None:
        self._way.is_cancelled = True

    def _show_progress(self) -> None:
        if self._progress is not None:
            self._progress.show_progress(self._way.done, self._way.whole)

    def _on_changed(self, changed: Changed | None) -> None:
        if changed is not None:
            self._way.news.append(changed_line(changed))
        self._finish()

    def _finish(self) -> None:
        self.close()
        self.done.emit(tuple(self._way.news))

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, SimulatorError):
            raise error
        self.close()
        self.refused.emit(error)


def turn_back(data_folder: DataFolder) -> None:
    """What was begun is to be undone at the next opening. Raises EncryptionError."""
    if (direction := planned(data_folder)) is not None:
        write_plan(data_folder, direction.back)


def _is_locked(data_folder: DataFolder, deed: Callable[[], object] | None) -> bool:
    """Whether somebody has to be asked."""
    finish_restoring(data_folder)
    if deed is not None:
        deed()
    if not is_encrypted(data_folder.data):
        return False
    header = read_vault(data_folder.data)
    mend_vault(data_folder.data)
    key = KEY_RING.of(header.vault_id) or remembered_key(header)
    if key is None or not is_key_of(header, key):
        return True
    KEY_RING.add([key])
    return False


def _opened(data_folder: DataFolder, typed: str, is_recovery_key: bool, is_remembered: bool) -> str:
    """A sentence for the user, if there is something to say. Raises WrongPassphrase or WrongRecoveryKey."""
    header = read_vault(data_folder.data)
    key = opened_by_recovery_key(header, typed) if is_recovery_key else opened_by_passphrase(header, typed)
    KEY_RING.add([key])
    return NOT_REMEMBERED if is_remembered and not remember(key) else ""
