"""PocketSphinx through SpeechRecognition, for when no Whisper model can be had. Child side only."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import speech_recognition

from recordings.transcription.errors import EngineUnavailable
from recordings.transcription.phrases import Manner, Phrase
from recordings.transcription.sound import SAMPLE_RATE, Samples
from simulator.transcript import Word

_FRAME_S = 0.01
_NOT_A_WORD = re.compile(r"<.*>|\[.*\]|\+\+.*\+\+")
_VARIANT = re.compile(r"\(\d+\)$")


class SphinxEngine:
    """PocketSphinx with the English model that ships with SpeechRecognition. Hears words, not filler sounds."""

    name = "pocketsphinx"
    model = "pocketsphinx-en-us"
    manners = (Manner.FULL,)

    def __init__(self, why: str) -> None:
        """`why` says what kept Whisper away. Raises EngineUnavailable if PocketSphinx is not there either."""
        self.cannot_hear = {
            "filler_sounds": f"{why} A simpler recogniser is in use; it cannot hear filler sounds such as um and uh."
        }
        self._recognizer = speech_recognition.Recognizer()
        self.hear(np.zeros(SAMPLE_RATE, np.int16), ())

    def hear(self, samples: Samples, terms: tuple[str, ...], manner: Manner = Manner.FULL) -> tuple[Phrase, ...]:  # noqa: ARG002 - it takes no prompt
        audio = speech_recognition.AudioData(samples.tobytes(), SAMPLE_RATE, samples.itemsize)
        try:
            decoder = self._recognizer.recognize_sphinx(audio, show_all=True)
        except speech_recognition.RequestError as problem:
            raise EngineUnavailable("No speech recogniser is installed, so answers cannot be transcribed.") from problem
        words = tuple(word for segment in decoder.seg() or () if (word := _word(segment)))
        return (Phrase(words),) if words else ()

    def language(self, samples: Samples) -> str | None:  # noqa: ARG002 - it knows no other
        return None


def _word(segment: Any) -> Word | None:
    text = _VARIANT.sub("", segment.word)
    if _NOT_A_WORD.fullmatch(text):
        return None
    return Word(text, segment.start_frame * _FRAME_S, (segment.end_frame + 1) * _FRAME_S)
