"""Guess first: say how long the answer was and how many fillers were in it, then see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from question_bank.models import Kind
from simulator.analysis.report import AnswerReport
from simulator.analysis.timecode import clock
from simulator.drills.compared_figures import FILLER_SOUNDS, LENGTH, filler_sounds, filler_sounds_shown, length_shown
from simulator.drills.drill import Drill, DrillQuestions
from simulator.drills.drill_note import DrillNote
from simulator.drills.outcome import Outcome, OutcomeComparison

# Our own: a guess this near to what was measured is called near.
_NEAR_SHARE: Final = 0.15
_NEAR_COUNT: Final = 1


def _guess_beside_measure(report: AnswerReport, note: DrillNote, _earlier: Sequence[AnswerReport]) -> Outcome | None:
    if note.guessed_s is None or note.guessed_filler_sounds is None:
        return None
    rows = (
        OutcomeComparison(LENGTH, clock(note.guessed_s), length_shown(report)),
        OutcomeComparison(FILLER_SOUNDS, str(note.guessed_filler_sounds), filler_sounds_shown(report)),
    )
    sentences = (_guess_of_length(report, note.guessed_s), _guess_of_fillers(report, note.guessed_filler_sounds))
    return Outcome("Your guess", " ".join(filter(None, sentences)), ("You guessed", "Measured"), rows)


def _guess_of_length(report: AnswerReport, guessed_s: float) -> str:
    if report.answer_s is None:
        return ""
    off_s = int(report.answer_s) - int(guessed_s)  # as both are shown
    if abs(off_s) <= _NEAR_SHARE * report.answer_s:
        return "Your sense of time is good."
    way = "longer" if off_s > 0 else "shorter"
    return f"Your answer was {abs(off_s)} s {way} than it felt."


def _guess_of_fillers(report: AnswerReport, guessed: int) -> str:
    count = filler_sounds(report)
    if count is None:
        return ""
    if abs(count - guessed) <= _NEAR_COUNT:
        return "You have a good ear for your own filler sounds."
    way = "more" if count > guessed else "fewer"
    return f"There were {abs(count - guessed)} {way} filler sounds than you thought."


GUESS_FIRST: Final = Drill(
    id="guess-first",
    label="Guess first",
    line="Guess how long you took and how often you said “um”, then check.",
    questions=DrillQuestions(2, (Kind.SHORT,)),
    guesses_first=True,
    needs_feedback=True,
    outcome=_guess_beside_measure,
)
