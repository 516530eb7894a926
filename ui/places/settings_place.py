"""Joins the Settings screen to the settings in use, and to what voices, microphones and speech model there are."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from recordings.transcription.messages import Ready
from ui.errands.device_search import DeviceSearch
from ui.errands.own_data import OwnData
from ui.errands.reading_aloud import ReadingAloud
from ui.errands.sound_settings import SoundSettings
from ui.screens.settings_screen import SAMPLE, SettingsScreen

if TYPE_CHECKING:
    from recordings.transcription.model_offer import ModelOffer
    from simulator.voice.voice_folder import VoiceOffer
    from ui.workers.model_supply import ModelSupply
    from ui.workers.settings_in_use import SettingsInUse
    from ui.workers.speech_child import SpeechChild
    from ui.workers.voice_supply import VoiceSupply

_VOICE_FILES: Final = "Voices (*.onnx);;All files (*)"


class SettingsPlace(QObject):
    """Shows the settings as they are, and keeps what is changed."""

    def __init__(
        self,
        screen: SettingsScreen,
        settings: SettingsInUse,
        device_search: DeviceSearch,
        speech_child: SpeechChild,
        reading_aloud: ReadingAloud,
        voice_supply: VoiceSupply,
        model_supply: ModelSupply,
        own_data: OwnData,
        sound: SoundSettings,
        data_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._reading_aloud = reading_aloud
        self._voice_supply = voice_supply
        self._model_supply = model_supply
        self._own_data = own_data
        self._sound = sound
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
        self._connect_voices()
        self._connect_models()
        if speech_child.engine is not None:
            self._on_ready(speech_child.engine)

    def enter(self) -> None:
        """The settings in use show already; the folders of voices and models may have changed."""
        self._voice_supply.begin()
        self._model_supply.begin()
        self._own_data.look()
        self._sound.enter()

    def leave(self) -> None:
        """A word being heard is short, and ends by itself; nobody listens any more, unless an interview does."""
        self._sound.leave()

    def _connect_voices(self) -> None:
        voices, supply = self.screen.voices, self._voice_supply
        voices.hear_requested.connect(partial(self._reading_aloud.try_voice, SAMPLE))
        voices.download_requested.connect(supply.download)
        voices.cancel_requested.connect(supply.cancel)
        voices.remove_requested.connect(supply.remove)
        voices.folder_requested.connect(self._on_folder_requested)
        voices.file_requested.connect(self._on_file_requested)
        supply.changed.connect(self._on_offers_changed)
        self._on_offers_changed(supply.offers)

    def _connect_models(self) -> None:
        models, supply = self.screen.models, self._model_supply
        models.download_requested.connect(supply.download)
        models.pause_requested.connect(supply.pause)
        models.cancel_requested.connect(supply.cancel)
        models.measure_requested.connect(supply.measure)
        models.remove_requested.connect(supply.remove)
        models.folder_requested.connect(self._on_model_folder_requested)
        supply.changed.connect(self._on_model_offers_changed)
        self._on_model_offers_changed(supply.offers)

    def _on_model_offers_changed(self, offers: tuple[ModelOffer, ...]) -> None:
        self.screen.models.show_offers(offers, self._model_supply.address)

    def _on_model_folder_requested(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self.screen, "Add a speech model from a folder")
        if chosen:
            self._model_supply.add_from(Path(chosen))

    def _on_offers_changed(self, offers: tuple[VoiceOffer, ...]) -> None:
        self.screen.voices.show_offers(offers, self._voice_supply.address)

    def _on_folder_requested(self) -> None:
        self._add_from(QFileDialog.getExistingDirectory(self.screen, "Add voices from a folder"))

    def _on_file_requested(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self.screen, "Add a voice from a file", "", _VOICE_FILES)
        self._add_from(chosen)

    def _add_from(self, chosen: str) -> None:
        if chosen:
            self._voice_supply.add_from(Path(chosen))

    def _on_ready(self, ready: Ready) -> None:
        self.screen.show_model(ready.model)
