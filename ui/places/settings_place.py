"""Joins the Settings screen to the settings in use, and to what voices, microphones and speech model there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from recordings.transcription.messages import Ready
from ui.errands.device_search import DeviceSearch
from ui.errands.reading_aloud import ReadingAloud
from ui.screens.settings_screen import SettingsScreen

if TYPE_CHECKING:
    from pathlib import Path

    from ui.workers.settings_in_use import SettingsInUse
    from ui.workers.speech_child import SpeechChild


class SettingsPlace(QObject):
    """Shows the settings as they are, and keeps what is changed."""

    def __init__(
        self,
        screen: SettingsScreen,
        settings: SettingsInUse,
        device_search: DeviceSearch,
        speech_child: SpeechChild,
        reading_aloud: ReadingAloud,
        data_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._reading_aloud = reading_aloud
        screen.settings_changed.connect(settings.change)
        screen.hear_requested.connect(self._reading_aloud.say)
        settings.changed.connect(screen.show_settings)
        speech_child.ready.connect(self._on_ready)
        device_search.voices_found.connect(screen.show_voices)
        device_search.microphones_found.connect(screen.show_microphones)
        screen.show_settings(settings.now)
        screen.show_data_folder(data_folder)
        screen.show_voices(device_search.voices)
        screen.show_microphones(device_search.microphones)
        if speech_child.engine is not None:
            self._on_ready(speech_child.engine)

    def enter(self) -> None:
        """The settings in use show already."""

    def leave(self) -> None:
        """A word being heard is short, and ends by itself."""

    def _on_ready(self, ready: Ready) -> None:
        self.screen.show_model(ready.model)
