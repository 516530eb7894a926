"""The settings as they are now: changed in one place, kept on the disk, told to everybody.

The command line may change the file meanwhile: what it changed is taken over and never written over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.errors import SettingsNotSaved
from simulator.settings import Settings, merged, read_again, save_settings
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from pathlib import Path

    from ui.messages import Messages


class SettingsInUse(QObject):
    """The user's settings. If they cannot be kept, that is told, and they hold for this run.

    Signals:
        changed(object): `Settings`, already saved, or found in the file by `look`.
    """

    changed = Signal(object)

    def __init__(self, settings: Settings, file: Path, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._messages = messages
        self._known = settings  # what stood in the file when it was last read or written
        self.now = settings

    def change(self, settings: Settings) -> None:
        """Keep the user's choice, beside what another process has chosen since, and let everybody know.

        Nothing happens if it is what holds already.
        """
        if settings == self.now:
            return
        self._take_over(settings)
        try:
            save_settings(self.now, self._file)
        except SettingsNotSaved as error:
            self._messages.tell(Message(MessageKind.CHOICES_NOT_KEPT, str(error)))
        else:
            self._known = self.now
        self.changed.emit(self.now)

    def look(self) -> None:
        """Take over what another process has changed in the file, and let everybody know."""
        before = self.now
        self._take_over(before)
        if self.now != before:
            self.changed.emit(self.now)

    def _take_over(self, own: Settings) -> None:
        elsewhere = read_again(self._file, self._known)
        self.now = merged(self._known, own, elsewhere)
        self._known = elsewhere
