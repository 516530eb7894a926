"""What is said while the microphone is tested, and of what was heard."""

from __future__ import annotations

from typing import Final

from recordings.voice_activity import LevelWord
from ui.words.times import counted

UNDER_WAY: Final = "An interview is under way. Finish it first, then test the microphone."
STARTING: Final = "Waiting for the microphone…"
NOT_PLAYED: Final = "The recording could not be played back: check your speakers."
NOT_WRITTEN: Final = "The recording could not be saved for playback ({reason})."

_LOUD_AND_CLEAR: Final = "That was loud and clear."
_VERY_QUIET: Final = "That was very quiet: move closer or raise the input level."
_TOO_LOUD: Final = "That was too loud: move back a little or lower the input level."
_SILENT: Final = "Nothing was heard. Is the microphone muted?"
_NO_VOICE: Final = "Nothing was heard. Speak during the test, or choose another microphone."

VERDICTS: Final[dict[LevelWord, str]] = {
    LevelWord.GOOD: _LOUD_AND_CLEAR,
    LevelWord.QUIET: _VERY_QUIET,
    LevelWord.LOUD: _TOO_LOUD,
    LevelWord.SILENCE: _SILENT,
    LevelWord.WAITING: _NO_VOICE,
}


def countdown(seconds_left: int) -> str:
    """How long it still records."""
    return f"Say something. {counted(seconds_left, 'second')} left."
