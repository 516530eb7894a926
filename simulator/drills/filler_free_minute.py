"""Filler-free minute: one minute of speech with as few filler sounds as possible."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from question_bank.models import Kind, TargetTimes
from simulator.analysis.measures import Measure
from simulator.analysis.report import AnswerReport
from simulator.analysis.timecode import plural
from simulator.drills.compared_figures import FILLER_SOUNDS, filler_sounds, length_shown
from simulator.drills.drill import Drill, DrillQuestions, LookBack
from simulator.drills.drill_note import DrillNote
from simulator.drills.outcome import Outcome


def _minute_beside_others(report: AnswerReport, _note: DrillNote, earlier: Sequence[AnswerReport]) -> Outcome:
    count = filler_sounds(report)
    if count is None:
        why = Measure.FILLER_SOUNDS.why_not(report) or "this speech engine cannot hear them"
        return Outcome(FILLER_SOUNDS, f"They could not be counted: {why}.")
    before = [heard for heard in map(filler_sounds, earlier) if heard is not None]
    text = f"{_heard(count).capitalize()} in {length_shown(report)}."
    return Outcome("Your minute", f"{text} {_beside(count, before)}")


def _heard(count: int) -> str:
    return "no filler sounds heard" if count == 0 else f"at least {plural(count, 'filler sound')} heard"


def _beside(count: int, before: Sequence[int]) -> str:
    if not before:
        return "That is the number to beat next time." if count else "See whether you can do it again next time."
    listed = ", ".join(str(one) for one in before)
    best = min(before)
    verdict = (
        "Your best so far." if count < best else "You equalled your best." if count == best else f"Your best is {best}."
    )
    return f"Earlier tries, newest first: {listed}. {verdict}"


FILLER_FREE_MINUTE: Final = Drill(
    id="filler-free-minute",
    label="Filler-free minute",
    line="One minute, with a pause wherever an “um” would be.",
    # A minute is the exercise; the minimum is half of it.
    questions=DrillQuestions(1, (Kind.SHORT,), TargetTimes(30, 60, 75)),
    needs_feedback=True,
    outcome=_minute_beside_others,
    looks_back_on=LookBack.SAME_DRILL,
)
