"""Same question: one question answered three times, each try beside the last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from question_bank.models import Kind
from simulator.analysis.report import AnswerReport
from simulator.analysis.timecode import plural
from simulator.drills.compared_figures import (
    FILLER_SOUNDS,
    KEY_POINTS,
    LENGTH,
    filler_sounds,
    filler_sounds_shown,
    length_shown,
)
from simulator.drills.drill import Drill, DrillQuestions, LookBack
from simulator.drills.drill_note import DrillNote
from simulator.drills.outcome import Outcome, OutcomeComparison

_THE_OPPOSITE: Final = "Opposites said"


def _beside_try_before(now: AnswerReport, _note: DrillNote, earlier: Sequence[AnswerReport]) -> Outcome | None:
    if not earlier:
        return None
    before = earlier[0]
    rows = [
        OutcomeComparison(LENGTH, length_shown(before), length_shown(now)),
        OutcomeComparison(FILLER_SOUNDS, filler_sounds_shown(before), filler_sounds_shown(now)),
    ]
    if now.key_points and before.key_points:
        rows.append(OutcomeComparison(KEY_POINTS, _points_shown(before), _points_shown(now)))
    if now.contrary_points or before.contrary_points:
        rows.append(OutcomeComparison(_THE_OPPOSITE, *(str(len(one.contrary_points)) for one in (before, now))))
    return Outcome("Compared with your previous try", _change(before, now), ("Before", "Now"), tuple(rows))


def _change(before: AnswerReport, now: AnswerReport) -> str:
    changes = (_change_of_points, _change_of_contraries, _change_of_length, _change_of_fillers)
    parts = [said for change in changes if (said := change(before, now))]
    return f"{_joined(parts).capitalize()}." if parts else "About the same as before."


def _change_of_points(before: AnswerReport, now: AnswerReport) -> str:
    gained = now.covered_count - before.covered_count
    return f"{plural(abs(gained), 'more key point' if gained > 0 else 'fewer key point')}" if gained else ""


def _change_of_contraries(before: AnswerReport, now: AnswerReport) -> str:
    more = len(now.contrary_points) - len(before.contrary_points)
    return f"{plural(abs(more), 'more wrong statement' if more > 0 else 'fewer wrong statement')}" if more else ""


def _change_of_length(before: AnswerReport, now: AnswerReport) -> str:
    if now.answer_s is None or before.answer_s is None:
        return ""
    off_s = int(now.answer_s) - int(before.answer_s)  # as both are shown
    return f"{abs(off_s)} s {'longer' if off_s > 0 else 'shorter'}" if off_s else ""


def _change_of_fillers(before: AnswerReport, now: AnswerReport) -> str:
    heard_before, heard_now = filler_sounds(before), filler_sounds(now)
    if heard_before is None or heard_now is None or heard_before == heard_now:
        return ""
    fewer = heard_before - heard_now
    return f"{plural(abs(fewer), 'fewer filler sound' if fewer > 0 else 'more filler sound')}"


def _points_shown(report: AnswerReport) -> str:
    return f"{report.covered_count} of {len(report.key_points or ())}"


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


SAME_QUESTION: Final = Drill(
    id="same-question",
    label="Same question",
    line="Three tries, each compared with the one before.",
    questions=DrillQuestions(1, (Kind.SHORT,)),
    tries=3,
    needs_feedback=True,
    outcome=_beside_try_before,
    looks_back_on=LookBack.SAME_QUESTION,
)
