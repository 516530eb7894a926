"""What Settings does about encryption: a passphrase is chosen, a recovery key shown, and the library opened anew.

No file is changed here but the vault: that needs the library closed, and is done on the way to opening it again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from simulator.errors import SimulatorError
from simulator.vault.key_ring import KEY_RING
from simulator.vault.vault_places import is_encrypted
from ui.errands.confirming import is_wanted
from ui.errands.printing import ask_to_print
from ui.messages import Message, MessageKind
from ui.widgets.passphrase_dialogs import NewPassphraseDialog, RecoveryKeyDialog
from ui.words.encryption import (
    KEY_CHANGED,
    NO_WAY_BACK,
    NOT_REMEMBERED,
    OLD_TRACES,
    OPENS_FROM_NOW,
    RECOVERY_KEY_CHANGED,
    STOP_ENCRYPTING,
    STOP_ENCRYPTING_WORDS,
    STOPS_FIRST,
    recovery_page,
)

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder
    from simulator.vault.header import VaultHeader
    from simulator.vault.keys import VaultKey
    from ui.messages import Messages
    from ui.widgets.encryption_card import EncryptionCard
    from ui.workers.jobs import Jobs


class EncryptionCare(QObject):
    """One dialog at a time.

    Signals:
        reopen_requested(object): the library is to be closed, this called, and the library opened again.
    """

    reopen_requested = Signal(object)

    def __init__(
        self,
        shown: EncryptionCard,
        data_folder: DataFolder,
        jobs: Jobs,
        messages: Messages,
        is_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._data_folder = data_folder
        self._jobs = jobs
        self._messages = messages
        self._is_busy = is_busy
        self.dialog: QDialog | None = None
        """The one that is open, or was last."""
        shown.encrypt_requested.connect(self._on_encrypt_requested)
        shown.decrypt_requested.connect(self._on_decrypt_requested)
        shown.passphrase_requested.connect(self._on_passphrase_requested)
        shown.recovery_key_requested.connect(self._on_recovery_key_requested)
        shown.remember_requested.connect(self._on_remember_requested)
        self.look()

    def look(self) -> None:
        """Show what is so by now."""
        self._shown.show_state(is_encrypted=is_encrypted(self._data_folder.data), is_remembered=False)
        if is_encrypted(self._data_folder.data):
            self._jobs.run(partial(_is_remembered, self._data_folder), self._show_remembered, self._on_failed)

    def _show_remembered(self, is_remembered: bool) -> None:
        self._shown.show_state(is_encrypted=is_encrypted(self._data_folder.data), is_remembered=is_remembered)

    def _on_encrypt_requested(self) -> None:
        if self._is_free():
            words = f"{NO_WAY_BACK} {OLD_TRACES}"
            dialog = NewPassphraseDialog("Encrypt your library", words, "Next", self._shown.window())
            dialog.chosen.connect(self._on_passphrase_chosen)
            self._open(dialog)

    def _on_passphrase_chosen(self, passphrase: str) -> None:
        self._jobs.run(partial(_new_vault, self._data_folder, passphrase), self._show_first_key, self._on_failed)

    def _show_first_key(self, vault: tuple[VaultHeader, VaultKey, str]) -> None:
        from recordings.encryption.migration import begin_encrypting

        header, key, recovery_key = vault
        deed = partial(begin_encrypting, self._data_folder, header, key)
        self._show_recovery_key(recovery_key, "Encrypt now", lambda: self._reopen(deed))

    def _on_decrypt_requested(self) -> None:
        from recordings.encryption.migration import begin_decrypting

        wanted = partial(is_wanted, self._shown.window(), STOP_ENCRYPTING, STOP_ENCRYPTING_WORDS, "Stop encrypting")
        if self._is_free() and wanted():
            self._reopen(partial(_forget_and, begin_decrypting, self._data_folder))

    def _reopen(self, deed: Callable[[], object]) -> None:
        if self._is_free():
            self.reopen_requested.emit(deed)

    def _on_passphrase_requested(self) -> None:
        dialog = NewPassphraseDialog("Change passphrase", OPENS_FROM_NOW, "Change", self._shown.window())
        dialog.chosen.connect(self._change_passphrase)
        self._open(dialog)

    def _change_passphrase(self, passphrase: str) -> None:
        self._jobs.run(partial(_rewrap, self._data_folder, passphrase), self._tell_changed, self._on_failed)

    def _tell_changed(self, _done: object) -> None:
        self._tell(KEY_CHANGED)

    def _on_recovery_key_requested(self) -> None:
        from simulator.vault.recovery_key import new_recovery_key

        recovery_key = new_recovery_key()
        self._show_recovery_key(recovery_key, "Use this one", lambda: self._change_recovery_key(recovery_key))

    def _change_recovery_key(self, recovery_key: str) -> None:
        change = partial(_renew_recovery_key, self._data_folder, recovery_key)
        self._jobs.run(change, lambda _done: self._tell(RECOVERY_KEY_CHANGED), self._on_failed)

    def _on_remember_requested(self, is_wanted_now: bool) -> None:
        def on_done(is_so: bool) -> None:
            if not is_so and is_wanted_now:
                self._tell(NOT_REMEMBERED)
            self.look()

        self._jobs.run(partial(_remember_or_forget, self._data_folder, is_wanted_now), on_done, self._on_failed)

    def _show_recovery_key(self, recovery_key: str, goes_on: str, deed: Callable[[], None]) -> None:
        dialog = RecoveryKeyDialog(recovery_key, goes_on, self._shown.window())
        page = recovery_page(recovery_key, str(self._data_folder.data))
        dialog.print_requested.connect(lambda: ask_to_print(page, "Recovery key", dialog))
        dialog.kept.connect(deed)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _is_free(self) -> bool:
        if self._is_busy():
            self._tell(STOPS_FIRST)
            return False
        return True

    def _tell(self, sentence: str) -> None:
        self._messages.tell(Message(MessageKind.ENCRYPTION, sentence))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, SimulatorError):
            raise error
        self._tell(str(error))


def _key(data_folder: DataFolder) -> VaultKey:
    from simulator.vault.errors import VaultLocked

    key = KEY_RING.near(data_folder.database)
    if key is None:
        raise VaultLocked(data_folder.data)
    return key


def _new_vault(data_folder: DataFolder, passphrase: str) -> tuple[VaultHeader, VaultKey, str]:
    from recordings.encryption.migration import check_room
    from recordings.encryption.plan import Direction
    from simulator.vault.header import header_for
    from simulator.vault.keys import new_key
    from simulator.vault.recovery_key import new_recovery_key

    check_room(data_folder, Direction.ENCRYPT)
    key, recovery_key = new_key(), new_recovery_key()
    return header_for(key, passphrase, recovery_key), key, recovery_key


def _rewrap(data_folder: DataFolder, passphrase: str) -> None:
    from simulator.vault.header import with_passphrase
    from simulator.vault.vault_file import read_vault, write_vault

    header = read_vault(data_folder.data)
    write_vault(data_folder.data, with_passphrase(header, _key(data_folder), passphrase))


def _renew_recovery_key(data_folder: DataFolder, recovery_key: str) -> None:
    from simulator.vault.header import with_recovery_key
    from simulator.vault.vault_file import read_vault, write_vault

    header = read_vault(data_folder.data)
    write_vault(data_folder.data, with_recovery_key(header, _key(data_folder), recovery_key))


def _is_remembered(data_folder: DataFolder) -> bool:
    from simulator.vault.system_keyring import remembered_key
    from simulator.vault.vault_file import read_vault

    return remembered_key(read_vault(data_folder.data)) is not None


def _remember_or_forget(data_folder: DataFolder, is_wanted_now: bool) -> bool:
    from simulator.vault.system_keyring import forget, remember

    key = _key(data_folder)
    return remember(key) if is_wanted_now else forget(key.vault_id)


def _forget_and(begin_decrypting: Callable[[DataFolder], None], data_folder: DataFolder) -> None:
    """The keyring lets the key go once it is sure that the library becomes plain: this process still has it."""
    from simulator.vault.system_keyring import forget

    key = _key(data_folder)
    begin_decrypting(data_folder)
    forget(key.vault_id)
