"""What speaking costs: answers read aloud by the program's voice, heard by its recogniser, judged beside their text.

`python -m tests.benchmarks.spoken_answers [--answers N]`. Good and partial answers of the questions that are held back
to choose by; those kept for the last word are not touched.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Final, TypeVar

from question_bank.bank import Bank
from question_bank.models import Question
from recordings.transcription.expected_terms import terms_of
from recordings.transcription.listening import Listening
from recordings.transcription.models import install_built_in
from recordings.transcription.sound import Samples
from simulator.judge import Judge
from simulator.transcript import Transcript
from simulator.voice.spoken_text import spoken_text
from simulator.voice.voice import Voice
from tests.answers.labelled import LabelledAnswer
from tests.benchmarks.answers.answer_sets import AnswerSet, answers_of
from tests.benchmarks.answers.judged_points import judged_typed, points_of
from tests.benchmarks.answers.measuring import patient_judge
from tests.benchmarks.answers.verdict_figures import made_score
from tests.benchmarks.table import Figure, plain
from tests.recordings.transcription.speaking import samples_of, word_errors

if TYPE_CHECKING:
    from recordings.transcription.whisper import WhisperEngine

ANSWERS: Final = 24
MOST_LOST: Final = 0.06
KINDS: Final = ("good", "partial")
SPEEDS_WPM: Final = (140, 165, 190)
_TIMEOUT_S: Final = 120.0

T = TypeVar("T")
Asked = tuple[Question, LabelledAnswer]


@dataclass(frozen=True, slots=True)
class HeardAnswer:
    """An answer and what the recogniser made of it."""

    question: Question
    answer: LabelledAnswer
    transcript: Transcript

    @property
    def word_errors(self) -> float:
        """Against the words that the voice was given: those are what was said."""
        return word_errors(spoken_text(self.answer.text), self.transcript.text)


def measure(count: int = ANSWERS) -> list[Figure]:
    """The loss of F1 from the written to the spoken answer, over `count` answers."""
    asked = spread([pair for pair in answers_of(AnswerSet.DEVELOPMENT, Bank.load()) if pair[1].kind in KINDS], count)
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        heard = list(_heard(asked, Path(folder)))
    with patient_judge() as judge:
        return [_loss(heard, judge)]


def spread(asked: Sequence[T], count: int) -> Sequence[T]:
    """So many of them, evenly over all, so that no pack is left out."""
    return [asked[index * len(asked) // count] for index in range(min(count, len(asked)))] if asked else []


def _loss(heard: Sequence[HeardAnswer], judge: Judge) -> Figure:
    written = made_score(judged_typed([(one.question, one.answer) for one in heard], judge)).f1
    points = [point for one in heard for point in points_of(judge.spoken(one.transcript, one.question), one.answer)]
    spoken = made_score(points).f1
    errors = mean(one.word_errors for one in heard)
    counted = f"{len(heard)} answers, {len(points)} points"
    detail = f"{counted}: {written:.3f} written, {spoken:.3f} spoken; word errors {errors:.0%}"
    return Figure("Key points, F1 lost by speaking", written - spoken, MOST_LOST, "", detail)


def _heard(asked: Sequence[Asked], folder: Path) -> Iterator[HeardAnswer]:
    """Each answer spoken, at slower and faster speeds in turn, and written down again."""
    engine = recogniser(folder)
    voice = Voice(folder / "voice", timeout_s=_TIMEOUT_S)
    try:
        for (question, answer), wpm in zip(asked, cycle(SPEEDS_WPM), strict=False):
            sound = voice.render(answer.text, None, wpm)
            yield HeardAnswer(question, answer, transcript_of(engine, samples_of(sound), terms_of(question)))
    finally:
        voice.close()


def recogniser(folder: Path) -> WhisperEngine:
    """The program's speech engine, with its model in `folder`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # SpeechRecognition imports aifc and audioop
        from recordings.transcription.whisper import WhisperEngine
    models = folder / "models"
    models.mkdir()
    return WhisperEngine(install_built_in(models))


def transcript_of(engine: WhisperEngine, sound: Samples, terms: tuple[str, ...]) -> Transcript:
    """As the program hears it."""
    listening = Listening(engine, terms)
    listening.feed(sound)
    listening.end()
    while listening.settle():
        pass
    return listening.transcript()


def main() -> int:
    """Print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.spoken_answers", description=__doc__)
    parser.add_argument("--answers", type=int, default=ANSWERS, metavar="N", help=f"how many; else {ANSWERS}")
    print(plain(measure(parser.parse_args().answers)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
