"""Has everything sound by the speakers of the settings, and says when these are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from simulator.settings import Settings
    from ui.devices import ListeningPlayer
    from ui.messages import Messages
    from ui.workers.settings_in_use import SettingsInUse


class ChosenSpeakers(QObject):
    """Follows the settings. What is playing goes on where it is; the next sound comes from the new choice."""

    def __init__(
        self, player: ListeningPlayer, settings: SettingsInUse, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._messages = messages
        self._chosen = settings.now.speakers_id
        player.use_output(self._chosen)
        player.output_missing.connect(self._on_output_missing)
        settings.changed.connect(self._on_settings_changed)

    def _on_settings_changed(self, settings: Settings) -> None:
        if settings.speakers_id != self._chosen:
            self._chosen = settings.speakers_id
            self._messages.settle(MessageKind.SPEAKERS_GONE)
            self._player.use_output(self._chosen)

    def _on_output_missing(self, sentence: str) -> None:
        self._messages.tell(Message(MessageKind.SPEAKERS_GONE, sentence))
