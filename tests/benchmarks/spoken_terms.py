"""Whether the field's terms are heard: spoken sentences, with and without the words that the recogniser is told.

`python -m tests.benchmarks.spoken_terms`. Each sentence belongs to a question, whose terms the recogniser is told as
in the program. Three voices in turn, each sentence once as it is and once in a room with noise; all are synthetic, so
that the figures say what telling does rather than how well people are heard.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Final, Literal

import msgspec
import numpy as np

from question_bank.bank import Bank
from recordings.transcription.expected_terms import terms_of
from recordings.transcription.sound import SAMPLE_RATE, Samples
from simulator.voice.hibari_voice import HIBARI_VOICE
from simulator.voice.voice import Voice
from tests.benchmarks.said_and_heard import words_of
from tests.benchmarks.spoken_answers import recogniser, transcript_of
from tests.benchmarks.table import Figure, plain
from tests.recordings.transcription.speaking import samples_of, spoken

SENTENCES: Final = Path(__file__).with_name("spoken_terms.jsonl")
Place = Literal["as it is", "in a noisy room"]
PLACES: Final[tuple[Place, ...]] = ("as it is", "in a noisy room")
_OWN_VOICE: Final = "own"
_VOICES: Final = (_OWN_VOICE, "en-us", "en-gb")  # the last two are espeak-ng's
_WPM: Final = 160
_TIMEOUT_S: Final = 120.0
_NOISE_DB: Final = -12.0  # against the voice
_ECHO_S: Final = 0.4  # until an echo is 60 dB weaker, as in a furnished room
_ECHO_SHARE: Final = 0.3
_SEED: Final = 5


class TermSentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Part of an answer to `question`, and the terms that stand in it."""

    question: str
    said: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeardTerms:
    """How many of a sentence's terms were heard, in one place, with the question's words told or without."""

    place: Place
    is_told: bool
    terms: int
    heard: int


def sentences() -> tuple[TermSentence, ...]:
    """All that are spoken, one for each of as many questions."""
    return tuple(msgspec.json.decode(line, type=TermSentence) for line in SENTENCES.read_bytes().splitlines())


def measure(wanted: Sequence[TermSentence] = ()) -> list[Figure]:
    """The share of terms that were not heard, in each place, beside that of a recogniser told nothing."""
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        heard = list(_heard(wanted or sentences(), Path(folder)))
    return [_figure([one for one in heard if one.place == place], place) for place in PLACES]


def _figure(heard: Sequence[HeardTerms], place: Place) -> Figure:
    told, untold = (_missed([one for one in heard if one.is_told is is_told]) for is_told in (True, False))
    detail = f"{len(heard) // 2} sentences; told nothing {untold:.3f}"
    return Figure(f"Terms heard wrong, {place}, told the question’s", told, untold, "", detail)


def _missed(heard: Sequence[HeardTerms]) -> float:
    return 1 - sum(one.heard for one in heard) / max(1, sum(one.terms for one in heard))


def _heard(wanted: Sequence[TermSentence], folder: Path) -> Iterator[HeardTerms]:
    bank, engine = Bank.load(), recogniser(folder)
    with closing(Voice(folder / "voice", _TIMEOUT_S, [HIBARI_VOICE])) as own:
        for index, (sentence, voice) in enumerate(zip(wanted, cycle(_VOICES), strict=False)):
            is_own = voice == _OWN_VOICE
            clean = samples_of(own.render(sentence.said, None, _WPM)) if is_own else _by_espeak(sentence, voice, folder)
            for place in PLACES:
                sound = clean if place == "as it is" else in_noisy_room(clean, _SEED + index)
                for is_told in (False, True):
                    terms = terms_of(bank.get(sentence.question)) if is_told else ()
                    text = transcript_of(engine, sound, terms).text
                    found = sum(is_heard(term, text) for term in sentence.terms)
                    yield HeardTerms(place, is_told, len(sentence.terms), found)


def _by_espeak(sentence: TermSentence, voice: str, folder: Path) -> Samples:
    return spoken(sentence.said, folder, _WPM, voice)


def is_heard(term: str, heard: str) -> bool:
    """Whether the letters of a term stand in what was heard, from the beginning of a word to the end of one."""
    wanted, words = "".join(words_of(term)), words_of(heard)
    runs = ("".join(words[first:end]) for first in range(len(words)) for end in range(first + 1, len(words) + 1))
    return any(run == wanted for run in runs)


def in_noisy_room(sound: Samples, seed: int) -> Samples:
    """With the echo of a furnished room, and a hiss 12 dB below the voice."""
    random = np.random.default_rng(seed)
    moments = np.arange(round(_ECHO_S * SAMPLE_RATE)) / SAMPLE_RATE
    echo = random.standard_normal(len(moments)) * 10 ** (-3 * moments / _ECHO_S)
    voice = sound.astype(np.float64)
    echoed = np.convolve(voice, echo / np.sqrt(np.sum(echo**2)))[: len(voice)]
    room = voice + _ECHO_SHARE * echoed
    level = np.sqrt(np.mean(room**2)) * 10 ** (_NOISE_DB / 20)
    noisy = room + level * random.standard_normal(len(room))
    return np.asarray(np.clip(np.rint(noisy), -32768, 32767), dtype=np.int16)


def main() -> int:
    """Print what was measured."""
    print(plain(measure()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
