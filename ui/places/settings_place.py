"""Joins the Settings screen to the settings in use, and to what voices, microphones and speech model there are."""

from __future__ import annotations

from PySide6.QtCore import QObject

from recordings.transcription.messages import Ready
from ui.equipment import Equipment
from ui.places.practise_place import PractisePlace
from ui.screens.settings_screen import SettingsScreen


class SettingsPlace(QObject):
    """Shows the settings as they are, and keeps what is changed. `practise` knows the devices."""

    def __init__(
        self, screen: SettingsScreen, equipment: Equipment, practise: PractisePlace, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._equipment = equipment
        screen.settings_changed.connect(equipment.change_settings)
        screen.hear_requested.connect(lambda word: equipment.question_reader.say(word, equipment.settings))
        equipment.settings_changed.connect(screen.show_settings)
        equipment.speech_child.ready.connect(self._on_ready)
        practise.voices_found.connect(screen.show_voices)
        practise.microphones_found.connect(screen.show_microphones)
        screen.show_settings(equipment.settings)
        screen.show_data_folder(equipment.data_folder.data)
        screen.show_voices(practise.voices)
        screen.show_microphones(equipment.devices.microphone.devices())
        if equipment.speech_child.engine is not None:
            self._on_ready(equipment.speech_child.engine)

    def _on_ready(self, ready: Ready) -> None:
        self.screen.show_model(ready.model)
