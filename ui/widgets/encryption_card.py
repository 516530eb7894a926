"""Encryption in Settings: what it is now, what can be done about it, and what it does not do. It knows no keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button, Switch
from ui.widgets.setting_row import SettingRow
from ui.widgets.text import Text
from ui.words.encryption import IS_ENCRYPTED, REMEMBERED_HINT, WHAT_IS_ENCRYPTED, WHAT_STAYS


class EncryptionCard(QWidget):
    """Buttons for what can be done now.

    Signals:
        encrypt_requested(), decrypt_requested(): the library is to be encrypted, or plain again.
        passphrase_requested(), recovery_key_requested(): there is to be another one.
        remember_requested(bool): the passphrase need not be typed on this computer, or must be again.
    """

    encrypt_requested = Signal()
    decrypt_requested = Signal()
    passphrase_requested = Signal()
    recovery_key_requested = Signal()
    remember_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = Text(WHAT_IS_ENCRYPTED, "body")
        self._encrypt = Button("Encrypt your library…")
        self._passphrase = Button("Change passphrase…")
        self._recovery_key = Button("New recovery key…")
        self._decrypt = Button("Stop encrypting…", look="quiet")
        self._remember = Switch("")
        self._remember.setAccessibleName("Remember on this computer")
        self._remember_row = SettingRow("Remember on this computer", REMEMBERED_HINT, self._remember)
        self._lay_out()
        self._connect()
        self.show_state(is_encrypted=False, is_remembered=False)

    def show_state(self, *, is_encrypted: bool, is_remembered: bool) -> None:
        """Say what is so. Emits nothing."""
        self._state.setText(IS_ENCRYPTED if is_encrypted else WHAT_IS_ENCRYPTED)
        self._encrypt.setVisible(not is_encrypted)
        for part in (self._passphrase, self._recovery_key, self._decrypt, self._remember_row):
            part.setVisible(is_encrypted)
        was_blocked = self._remember.blockSignals(True)
        self._remember.setChecked(is_remembered)
        self._remember.blockSignals(was_blocked)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * SPACE)
        for button in (self._encrypt, self._passphrase, self._recovery_key, self._decrypt):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        column.addWidget(self._state)
        column.addLayout(buttons)
        column.addWidget(self._remember_row)
        column.addWidget(Text(WHAT_STAYS, "caption"))

    def _connect(self) -> None:
        self._encrypt.clicked.connect(self.encrypt_requested)
        self._decrypt.clicked.connect(self.decrypt_requested)
        self._passphrase.clicked.connect(self.passphrase_requested)
        self._recovery_key.clicked.connect(self.recovery_key_requested)
        self._remember.toggled.connect(self.remember_requested)
