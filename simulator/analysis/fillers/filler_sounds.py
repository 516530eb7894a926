"""Filled pauses: um, uh, er and their kin, from the words and from the sound. Filler words: `filler_words`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from math import isfinite
from typing import Final

from simulator.analysis.english.around_fillers import AFTER_ER, BACK_CHANNEL_PAIRS, BEFORE_HMM, NOT_SOUNDS
from simulator.analysis.english.word_forms import is_acronym, normalise
from simulator.analysis.fillers.units import is_unit
from simulator.analysis.report import Filler
from simulator.analysis.utterance import Utterance
from simulator.transcript import FilledPause, Word

_SOUND: Final = re.compile(r"u+h*m+|u+h+|e+r+m+|e+r+|e+h+m*|a+h+m*|h+m+|m{2,}|e+u+h+")
_STARTS: Final = frozenset({"u", "e", "a", "h", "m"})
_BACK_CHANNEL: Final = re.compile(r"mhm+|mm+hm+|uhhuh|uh-?uh|huh|(?:m+|h+m+|u+[hm]+|a+h*)-(?:h+u+h+|h+m+|h+a+)")

_LEAST_WRITTEN, _MOST_WRITTEN = 0.75, 0.95
"""The confidence of a sound that is written, by the recogniser's own probability from 0 to 1. That alone says little:
true ones are written at 0.002 and false ones at 0.06. Of 25 sounds counted on speakers never met, 21 were right."""

_SURE: Final = 1.0
_DOUBT_LEFT: Final = 0.4
"""Of the doubt about a written sound, where it is also heard: our own estimate."""

_SAME_SOUND_S: Final = 0.2
"""Word times of a speech engine are off by up to about this much."""

_MIN_SOUND_CONFIDENCE: Final = 0.5


def sounds(utterance: Utterance) -> tuple[Filler, ...]:
    """Every filled pause, from the words, the sound or both, in order of time."""
    spoken = tuple(_spoken(utterance))
    heard: dict[Filler | None, list[FilledPause]] = defaultdict(list)
    for pause in utterance.filled_pauses:
        heard[_nearest(spoken, pause)].append(pause)
    found = [_confirmed(filler, heard[filler]) if filler in heard else filler for filler in spoken]
    found += [_heard_only(pause) for pause in heard[None] if pause.confidence >= _MIN_SOUND_CONFIDENCE]
    return tuple(sorted(found, key=lambda filler: filler.start_s or 0.0))


@lru_cache(maxsize=16_384)
def is_sound(text: str) -> bool:
    """Whether a written word is a filled pause by its form: "Ummm," is; "mm-hmm", "err" and "HMM" are not."""
    word = normalise(text).replace(" ", "-")
    if word in NOT_SOUNDS or _BACK_CHANNEL.fullmatch(word) or is_acronym(text):
        return False
    *starts, last = word.split("-")
    return bool(_SOUND.fullmatch(last)) and all(_SOUND.fullmatch(piece) or piece in _STARTS for piece in starts)


def sound_indexes(words: tuple[Word, ...]) -> frozenset[int]:
    """Indexes of the words that are filled pauses; units ("5 mm", "50 Ah"), back-channels and acronyms are not."""
    return frozenset(index for index in range(len(words)) if _is_sound_at(words, index))


def _is_sound_at(words: tuple[Word, ...], index: int) -> bool:
    if not is_sound(words[index].text):
        return False
    word = normalise(words[index].text)
    before = normalise(words[index - 1].text) if index else ""
    after = normalise(words[index + 1].text) if index + 1 < len(words) else ""
    if (word, after) in BACK_CHANNEL_PAIRS or (before, word) in BACK_CHANNEL_PAIRS:
        return False
    return not (_is_a_term(before, word, after) or is_unit(words, index))


def _is_a_term(before: str, word: str, after: str) -> bool:
    """ "An hmm" (hidden Markov model), "er diagram": terms that a transcript in lower case hides."""
    return (word == "hmm" and before in BEFORE_HMM) or (word == "er" and after in AFTER_ER)


def _spoken(utterance: Utterance) -> Iterator[Filler]:
    for index in sorted(sound_indexes(utterance.words)):
        word = utterance.words[index]
        yield Filler(normalise(word.text), "sound", "words", word.start_s, word.end_s, _written(word), index, 1)


def _written(word: Word) -> float:
    """How likely a written sound was made; an engine that doubts nothing, or a typed answer, leaves no doubt."""
    probability = _share(word.probability) if word.probability is not None else _SURE
    return round(_LEAST_WRITTEN + (_MOST_WRITTEN - _LEAST_WRITTEN) * probability, 3)


def _nearest(spoken: Sequence[Filler], pause: FilledPause) -> Filler | None:
    """The written filler at the same time as the sound; of several the one whose middle is closest."""
    meeting = (filler for filler in spoken if _meet(filler, pause))
    return min(meeting, key=lambda filler: abs(_middle_s(filler) - (pause.start_s + pause.end_s) / 2), default=None)


def _confirmed(filler: Filler, pauses: Sequence[FilledPause]) -> Filler:
    """The filler with source "both", at the time of the sound; two sources leave less doubt than either."""
    doubt = (1 - filler.confidence) * _DOUBT_LEFT
    start_s, end_s = min(pause.start_s for pause in pauses), max(pause.end_s for pause in pauses)
    return replace(filler, source="both", start_s=start_s, end_s=end_s, confidence=round(1 - doubt, 3))


def _meet(filler: Filler, pause: FilledPause) -> bool:
    start_s, end_s = filler.start_s or 0.0, filler.end_s or 0.0
    return pause.start_s < end_s + _SAME_SOUND_S and pause.end_s > start_s - _SAME_SOUND_S


def _middle_s(filler: Filler) -> float:
    return ((filler.start_s or 0.0) + (filler.end_s or 0.0)) / 2


def _heard_only(pause: FilledPause) -> Filler:
    return Filler(pause.text, "sound", "sound", pause.start_s, pause.end_s, _share(pause.confidence), None, 0)


def _share(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 3) if isfinite(value) else 0.0
