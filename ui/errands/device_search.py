"""Finds out which voices and microphones there are, for every place that lets one choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from recordings.inputs import MicrophoneInfo
    from simulator.voice.voice_engine import VoiceInfo
    from ui.devices import Microphones, VoiceBox
    from ui.workers.jobs import Jobs


class DeviceSearch(QObject):
    """What was found so far is in `voices`; microphones come and go.

    Signals:
        voices_found(object): tuple of `VoiceInfo`, looked up once, beside the window.
        voices_missing(str): there are none, and why.
        microphones_found(object): tuple of `MicrophoneInfo`, whenever they change.
    """

    voices_found = Signal(object)
    voices_missing = Signal(str)
    microphones_found = Signal(object)

    def __init__(self, microphone: Microphones, voice: VoiceBox, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._microphone = microphone
        self._voice = voice
        self._jobs = jobs
        self.voices: tuple[VoiceInfo, ...] = ()
        microphone.devices_changed.connect(self._on_devices_changed)

    @property
    def microphones(self) -> tuple[MicrophoneInfo, ...]:
        """Those that are plugged in now."""
        return self._microphone.devices()

    def begin(self) -> None:
        """Look for everything."""
        self._on_devices_changed()
        self._jobs.run(self._voice.voices, self._on_voices_found, lambda error: self.voices_missing.emit(str(error)))

    def _on_voices_found(self, voices: tuple[VoiceInfo, ...]) -> None:
        self.voices = voices
        self.voices_found.emit(voices)

    def _on_devices_changed(self) -> None:
        self.microphones_found.emit(self.microphones)
