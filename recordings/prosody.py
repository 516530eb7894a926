"""How the voice moves in an answer: its pitch and loudness, 16 ms by 16 ms. Child side. No words, no judgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from recordings.transcription.sound import SAMPLE_RATE, Samples
from recordings.transcription.speech_detector import joined
from simulator.transcript import Prosody, Span, VoicedPhrase

if TYPE_CHECKING:
    from swift_f0 import SwiftF0

FRAME_S: Final = 0.016
PHRASE_PAUSE_S: Final = 0.5
LEAST_PHRASE_S: Final = 1.0  # of voice
ENDING_S: Final = 0.3  # of voice

_LOWEST_HZ, _HIGHEST_HZ = (
    60.0,
    450.0,
)  # adults speak around 120 Hz (men) and 210 Hz (women): Traunmüller & Eriksson 1995
_VOICED = 0.5  # SwiftF0's own threshold
_BEST_PEAK = 0.3  # SwiftF0 was trained on peaks between -35 and -5 dBFS, and a faint microphone gives less
_FULL_SCALE = 32768.0
_HUM_DB = 25.0  # so far below the voice, what has a pitch is a mains hum or somebody's music

_Numbers = NDArray[np.float64]


@cache
def _detector() -> SwiftF0:
    from swift_f0 import SwiftF0

    return SwiftF0(threads=1, spin=False)


@dataclass(frozen=True, slots=True)
class _Frames:
    """Frames with a voice in them: seconds of the answer, semitones above 1 Hz, dBFS."""

    time_s: _Numbers
    semitones: _Numbers
    level_db: _Numbers

    def where(self, mask: NDArray[np.bool_]) -> _Frames:
        return _Frames(self.time_s[mask], self.semitones[mask], self.level_db[mask])

    def within(self, span: Span) -> _Frames:
        return self.where((self.time_s >= span.start_s) & (self.time_s < span.end_s))

    @property
    def voiced_s(self) -> float:
        return len(self.time_s) * FRAME_S


class ProsodyTrack:
    """The voice of one answer. Costs 1 % of real time, and nothing for silence."""

    def __init__(self) -> None:
        self._parts: list[_Frames] = []
        self._heard_until_s = 0.0

    def hear(self, samples: Samples, start_s: float) -> None:
        """Takes the next stretch of speech; what it shares with the one before counts once."""
        peak = float(np.abs(samples.astype(np.float64)).max(initial=0.0)) / _FULL_SCALE
        if not peak:
            return
        gain = _BEST_PEAK / peak
        found = _detector().detect(samples * (gain / _FULL_SCALE), SAMPLE_RATE, _LOWEST_HZ, _HIGHEST_HZ)
        time_s = found.timestamps + start_s
        frames = _Frames(time_s, 12 * np.log2(found.pitch_hz), found.loudness_db - 20 * np.log10(gain))
        self._parts.append(frames.where((found.confidence >= _VOICED) & (time_s >= self._heard_until_s)))
        self._heard_until_s = start_s + len(samples) / SAMPLE_RATE

    def measure(self, speech: Sequence[Span]) -> Prosody | None:
        """What was heard, and phrase by phrase within `speech`; None if there was no voice."""
        frames = self._voice()
        if frames is None:
            return None
        phrases = [_phrase(span, frames.within(span)) for span in joined(speech, inf, PHRASE_PAUSE_S)]
        return Prosody(
            voiced_s=round(frames.voiced_s, 2),
            pitch_hz=_hertz(frames),
            pitch_spread_semitones=_spread(frames.semitones),
            loudness_spread_db=_spread(frames.level_db),
            phrases=tuple(phrase for phrase in phrases if phrase),
        )

    def _voice(self) -> _Frames | None:
        """Every voiced frame that is not too faint to be the speaker's."""
        parts = [part for part in self._parts if len(part.time_s)]
        if not parts:
            return None
        frames = _Frames(
            np.concatenate([part.time_s for part in parts]),
            np.concatenate([part.semitones for part in parts]),
            np.concatenate([part.level_db for part in parts]),
        )
        return frames.where(frames.level_db >= np.median(frames.level_db) - _HUM_DB)


def _phrase(span: Span, frames: _Frames) -> VoicedPhrase | None:
    """None if there is too little voice to tell."""
    if frames.voiced_s < LEAST_PHRASE_S:
        return None
    ending = round(ENDING_S / FRAME_S)
    drop_db = np.median(frames.level_db[:-ending]) - np.median(frames.level_db[-ending:])
    return VoicedPhrase(
        start_s=round(span.start_s, 3),
        end_s=round(span.end_s, 3),
        voiced_s=round(frames.voiced_s, 2),
        pitch_hz=_hertz(frames),
        pitch_spread_semitones=_spread(frames.semitones),
        loudness_db=round(float(np.median(frames.level_db)), 1),
        ending_drop_db=round(float(drop_db), 1),
    )


def _spread(values: _Numbers) -> float:
    """From the 10th to the 90th percentile: a few wrong octaves or a shout do not count."""
    low, high = np.percentile(values, (10, 90))
    return round(float(high - low), 2)


def _hertz(frames: _Frames) -> float:
    return round(float(2 ** (np.median(frames.semitones) / 12)), 1)
