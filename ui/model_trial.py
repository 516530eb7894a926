"""A speech model tried on this computer: a few sentences are read aloud and transcribed, against the clock. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from recordings.transcription.kept_models import KeptModel, ModelShelf
from recordings.transcription.model_speed import SAMPLE, ModelChoice, Transcriber, measured_speed
from recordings.transcription.service import SpeechService

_WPM: Final = 165


class Reader(Protocol):
    """A voice that reads into a file."""

    def render(self, text: str, voice_id: str | None, wpm: int) -> Path: ...


NewChild = Callable[[Path, ModelChoice], Transcriber]


def tried(shelf: ModelShelf, model: KeptModel, voice: Reader, new_child: NewChild = SpeechService) -> KeptModel:
    """The model with its speed on this computer, which is noted. Blocks for some seconds.

    Raises VoiceUnavailable, ModelRefused, ChildDied, or TimeoutError; then it stays noted, without a speed.
    """
    sound = voice.render(SAMPLE, None, _WPM)
    child = new_child(shelf.models_dir, ModelChoice(model.name, must_keep_up=False))
    measured = model.with_speed(measured_speed(child, sound))
    shelf.keep(measured)
    return measured
