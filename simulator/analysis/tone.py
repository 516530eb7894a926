"""How the voice moved: over how many notes, how loud, where it faded, and which way it went in the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log2
from typing import Final

from simulator.analysis.bands import FADING_DB, MIN_VOICED_S
from simulator.analysis.report import FadingEnd, Tone
from simulator.transcript import Prosody, Span, VoicedPhrase

_ENDING_S: Final = 2.0  # what to play of a phrase, so that its end is heard beside what went before
_LEAST_OF_A_THIRD_S: Final = 2.0


def measure_tone(prosody: Prosody | None) -> Tone | None:
    """None if there is too little voice to tell; `why_no_tone` says so in words."""
    if prosody is None or why_no_tone(prosody):
        return None
    flattest = min(prosody.phrases, key=lambda phrase: phrase.pitch_spread_semitones, default=None)
    return Tone(
        pitch_hz=prosody.pitch_hz,
        pitch_spread_semitones=prosody.pitch_spread_semitones,
        loudness_spread_db=prosody.loudness_spread_db,
        pitch_trend_semitones=_trend(prosody.phrases, lambda phrase: 12 * log2(phrase.pitch_hz)),
        loudness_trend_db=_trend(prosody.phrases, lambda phrase: phrase.loudness_db),
        phrase_count=len(prosody.phrases),
        fading_ends=tuple(_fading_end(phrase) for phrase in prosody.phrases if phrase.ending_drop_db >= FADING_DB),
        flattest=Span(flattest.start_s, flattest.end_s) if flattest else None,
    )


def why_no_tone(prosody: Prosody | None) -> str:
    """Why there is no tone, in words; empty if there is enough voice to tell."""
    if prosody is None:
        return "the pitch of the voice was not measured"
    if prosody.voiced_s < MIN_VOICED_S:
        return f"{prosody.voiced_s:.0f} s of voice with a pitch; at least {MIN_VOICED_S:.0f} s are needed"
    return ""


def _fading_end(phrase: VoicedPhrase) -> FadingEnd:
    return FadingEnd(max(phrase.start_s, phrase.end_s - _ENDING_S), phrase.end_s, phrase.ending_drop_db)


def _trend(phrases: Sequence[VoicedPhrase], value: Callable[[VoicedPhrase], float]) -> float | None:
    """The mean of the answer's last third less that of its first, by seconds of voice; None if one has under 2 s."""
    told = [phrase for phrase in phrases if phrase.pitch_hz > 0]
    if not told:
        return None
    start_s, third_s = told[0].start_s, (told[-1].end_s - told[0].start_s) / 3
    first = [phrase for phrase in told if _middle_s(phrase) < start_s + third_s]
    last = [phrase for phrase in told if _middle_s(phrase) > start_s + 2 * third_s]
    if min(_voiced_s(first), _voiced_s(last)) < _LEAST_OF_A_THIRD_S:
        return None
    return round(_mean(last, value) - _mean(first, value), 1)


def _mean(phrases: Sequence[VoicedPhrase], value: Callable[[VoicedPhrase], float]) -> float:
    return sum(value(phrase) * phrase.voiced_s for phrase in phrases) / _voiced_s(phrases)


def _voiced_s(phrases: Sequence[VoicedPhrase]) -> float:
    return sum(phrase.voiced_s for phrase in phrases)


def _middle_s(phrase: VoicedPhrase) -> float:
    return (phrase.start_s + phrase.end_s) / 2
