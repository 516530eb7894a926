"""A speech model tried on this computer: a few sentences are read aloud and transcribed, against the clock. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from recordings.transcription.errors import ModelRefused
from recordings.transcription.kept_models import KeptModel, ModelShelf
from recordings.transcription.model_speed import SAMPLE, ModelChoice, Transcriber, measured_speed
from simulator.errors import ChildDied, VoiceUnavailable
from simulator.voice.engine_in_child import READ_ON

_WPM: Final = 165


class Reader(Protocol):
    """A voice that reads into a file."""

    def render(self, text: str, voice_id: str | None, wpm: int) -> Path: ...


NewChild = Callable[[ModelChoice], Transcriber]


def tried(shelf: ModelShelf, model: KeptModel, voice: Reader, new_child: NewChild) -> KeptModel:
    """The model with its speed on this computer, which is noted. Blocks for some seconds.

    Raises ModelRefused with a sentence; then it stays noted as it was.
    """
    try:
        sound = voice.render(SAMPLE, None, _WPM)
        child = new_child(ModelChoice(model.name, must_keep_up=False))
        measured = model.with_speed(measured_speed(child, sound))
    except (VoiceUnavailable, ChildDied, TimeoutError, ModelRefused) as error:
        why = str(error).removesuffix(READ_ON).strip()
        raise ModelRefused(f"The speed of “{model.name}” could not be measured. {why}") from error
    shelf.keep(measured)
    return measured
