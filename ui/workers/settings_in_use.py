"""The settings as they are now: changed in one place, kept on the disk, told to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.errors import SettingsNotSaved
from simulator.settings import Settings, save_settings
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from pathlib import Path

    from ui.messages import Messages


class SettingsInUse(QObject):
    """The user's settings. If they cannot be kept, that is told, and they hold for this run.

    Signals:
        changed(object): `Settings`, already saved.
    """

    changed = Signal(object)

    def __init__(self, settings: Settings, file: Path, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._messages = messages
        self.now = settings

    def change(self, settings: Settings) -> None:
        """Keep the user's choice and let everybody know; nothing happens if it is what holds already."""
        if settings == self.now:
            return
        self.now = settings
        try:
            save_settings(settings, self._file)
        except SettingsNotSaved as error:
            self._messages.tell(Message(MessageKind.CHOICES_NOT_KEPT, str(error)))
        self.changed.emit(settings)
