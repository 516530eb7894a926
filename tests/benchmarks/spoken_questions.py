"""The ear that nobody here has: the bank's questions read aloud by the program's own voice, and written down again.

`python -m tests.benchmarks.spoken_questions [--questions N] [--follow-ups] [ID …]`. What the recogniser's model makes
of the sound, without any prompt, is held against what was to be said. No person has listened: a word that a model hears
right may still sound odd, and one that it hears wrong may be right.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from question_bank.bank import Bank
from recordings.transcription.sound import SAMPLE_RATE
from simulator.settings import Settings
from simulator.voice.abbreviations import WRITTEN_OUT
from simulator.voice.hibari_voice import HIBARI_VOICE
from simulator.voice.pronunciation import Pronunciation
from simulator.voice.spoken_text import spoken_text
from simulator.voice.voice import Voice
from tests.benchmarks.hearing import FULL_SCALE
from tests.benchmarks.said_and_heard import word_errors
from tests.benchmarks.spoken_answers import recogniser, spread
from tests.benchmarks.table import Figure, plain
from tests.recordings.transcription.speaking import samples_of

if TYPE_CHECKING:
    from faster_whisper.transcribe import Word as HeardWord

    from recordings.transcription.whisper import WhisperEngine

MOST_WRONG_ANYWHERE: Final = 0.10
MOST_WRONG: Final = 0.02
WORST_SHOWN: Final = 20
_TIMEOUT_S: Final = 120.0
_WINDOW_S: Final = 29.0  # of the 30 s that Whisper reads at once
_GAP_S: Final = 1.0
Samples = npt.NDArray[np.float32]
_AS_WRITTEN: Final = Pronunciation(WRITTEN_OUT)  # with formulas in words, and terms in their own letters


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A text of the bank as it was to be said, and as it was heard."""

    id: str
    said: str
    heard: str

    @property
    def errors(self) -> float:
        """Words added, lost or changed, over the words said."""
        return word_errors(self.said, self.heard)


def measure(texts: Sequence[tuple[str, str]] = (), tell: Callable[[str], object] = print) -> list[Figure]:
    """The mean and the worst of all, or of these (id, text); `tell` is told the worst one by one."""
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        read = sorted(_read(texts or questions(), Path(folder)), key=lambda one: -one.errors)
    for one in read[:WORST_SHOWN]:
        if one.errors:
            tell(f"{one.errors:4.0%}  {one.id}\n      said   {one.said}\n      heard  {one.heard}")
    if not read:
        return []
    above = sum(one.errors > MOST_WRONG_ANYWHERE for one in read)
    counted = f"{len(read)} texts, {sum(not one.errors for one in read)} without any"
    return [
        Figure("The voice: words heard wrong, mean", mean(one.errors for one in read), MOST_WRONG, "", counted),
        Figure("The voice: words heard wrong, worst text", read[0].errors, MOST_WRONG_ANYWHERE, "", f"{above} above"),
    ]


def questions() -> list[tuple[str, str]]:
    """Each question of the bank with its id."""
    return [(question.id, question.text) for question in Bank.load().questions]


def follow_ups() -> list[tuple[str, str]]:
    """Each follow-up of the bank, by its question and its place there."""
    return [
        (f"{question.id}/{number}", follow_up.text)
        for question in Bank.load().questions
        for number, follow_up in enumerate(question.follow_ups, start=1)
    ]


def _read(texts: Sequence[tuple[str, str]], folder: Path) -> Iterator[ReadQuestion]:
    """Each text, heard beside others in one window of the model, and by itself where that went wrong.

    The model takes as long for a window of one question as for one of four.
    """
    engine = recogniser(folder)
    engine._whisper.prepare()
    with closing(Voice(folder / "voice", _TIMEOUT_S, [HIBARI_VOICE])) as voice:
        for window in _windows(texts, voice):
            for spoken, heard in zip(window, _heard(engine, window), strict=True):
                said = spoken_text(spoken.text, pronunciation=_AS_WRITTEN)
                read = ReadQuestion(spoken.id, said, heard)
                yield read if not read.errors else ReadQuestion(spoken.id, said, _alone(engine, spoken))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text of the bank and its sound, as parts of full scale at `SAMPLE_RATE`."""

    id: str
    text: str
    samples: Samples

    @property
    def duration_s(self) -> float:
        return len(self.samples) / SAMPLE_RATE


def _windows(texts: Sequence[tuple[str, str]], voice: Voice) -> Iterator[list[Spoken]]:
    """As many texts as fit into a window of the model, in their order; one that fits into none has its own."""
    window: list[Spoken] = []
    for id_, text in texts:
        sound = samples_of(voice.render(text, None, Settings().voice_wpm))
        spoken = Spoken(id_, text, sound.astype(np.float32) / FULL_SCALE)
        if window and sum(one.duration_s + _GAP_S for one in (*window, spoken)) > _WINDOW_S:
            yield window
            window = []
        window.append(spoken)
    if window:
        yield window


def _joined(window: Sequence[Spoken]) -> Samples:
    gap = np.zeros(round(_GAP_S * SAMPLE_RATE), np.float32)
    return np.concatenate([part for spoken in window for part in (spoken.samples, gap)])


def _heard(engine: WhisperEngine, window: Sequence[Spoken]) -> Iterator[str]:
    """What was heard of each: the words that fall into its time, with half a gap on either side."""
    words = _words_heard(engine, _joined(window))
    start_s = -_GAP_S / 2
    for spoken in window:
        end_s = start_s + spoken.duration_s + _GAP_S
        yield "".join(word.word for word in words if start_s <= (word.start + word.end) / 2 < end_s).strip()
        start_s = end_s


def _alone(engine: WhisperEngine, spoken: Spoken) -> str:
    return "".join(word.word for word in _words_heard(engine, spoken.samples)).strip()


def _words_heard(engine: WhisperEngine, samples: Samples) -> list[HeardWord]:
    """By the program's model, without the prompt by which the program itself listens for hesitation."""
    segments, _ = engine._whisper.transcribe(
        samples, language="en", beam_size=1, temperature=0.0, condition_on_previous_text=False, word_timestamps=True
    )
    return [word for segment in segments for word in segment.words or ()]


def main() -> int:
    """Print what was heard wrong, the worst first, and the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.spoken_questions", description=__doc__)
    parser.add_argument("ids", nargs="*", metavar="ID", help="these only")
    parser.add_argument("--questions", type=int, metavar="N", help="so many, evenly over the bank; else all")
    parser.add_argument("--follow-ups", action="store_true", help="the follow-ups instead of the questions")
    options = parser.parse_args()
    texts = follow_ups() if options.follow_ups else questions()
    chosen = [one for one in texts if one[0].partition("/")[0] in options.ids] if options.ids else texts
    print(plain(measure(spread(chosen, options.questions) if options.questions else chosen)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
