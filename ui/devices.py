"""What touches the world outside, as the rest of the window needs it: microphone, player, voice, recogniser."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, SignalInstance

from recordings.closing import Closing, at_once
from recordings.taking_in.reader import RecordingReader
from simulator.voice.spoken_text import OwnWords
from ui.interview.parts import SoundSource
from ui.interview.question_reader import QuestionVoice, SoundPlayer
from ui.workers.jobs import ChildReader, Jobs, Speaker
from ui.workers.speech_child import SpeechProcess
from ui.workers.taking_in import ReaderProcess

if TYPE_CHECKING:
    from recordings.transcription.model_speed import ModelChoice
    from simulator.entailment.meter import Meter
    from simulator.voice.voice_engine import VoiceInfo
    from ui.outputs import OutputInfo


class ListeningPlayer(SoundPlayer, Protocol):
    """A player that tells where it is, and plays by the output that is chosen."""

    @property
    def position_changed(self) -> SignalInstance: ...
    @property
    def playing_changed(self) -> SignalInstance: ...
    @property
    def output_missing(self) -> SignalInstance: ...
    @property
    def is_playing(self) -> bool: ...
    def outputs(self) -> tuple[OutputInfo, ...]: ...
    def use_output(self, output_id: str | None) -> None: ...
    def toggle_pause(self) -> None: ...
    def set_rate(self, rate: float) -> None: ...
    def set_volume(self, volume: float) -> None: ...
    def close(self) -> None: ...


class Microphones(SoundSource, Protocol):
    """A microphone that knows whether there is anything to hear with."""

    @property
    def is_sound_system_gone(self) -> bool: ...


class VoiceBox(QuestionVoice, Protocol):
    """A voice that knows which voices there are and how the user wants words said, and can be told to stop at once."""

    own_words: OwnWords

    def voices(self) -> tuple[VoiceInfo, ...]: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Devices:
    """One of each; the demo brings its own. Without a `meter`, answers are judged by their words alone.

    `new_speech` makes a further speech child, for a model of the user's; without it, none is measured or listens again.
    `recording_reader` makes the child that reads recordings made elsewhere.
    `closing` is where takes are closed. `jobs` and `reader` make what waits beside the window: for jobs that block, and
    for a child process to speak.
    """

    microphone: Microphones
    player: ListeningPlayer
    voice: VoiceBox
    speech: SpeechProcess
    meter: Meter | None = None
    new_speech: Callable[[ModelChoice], SpeechProcess] | None = None
    recording_reader: Callable[[], ReaderProcess] = RecordingReader
    clock: Callable[[], float] = time.monotonic
    closing: Closing = at_once
    jobs: Callable[[QObject], Jobs] = Jobs
    reader: Callable[[Speaker, QObject], ChildReader] = ChildReader
