"""Whether a measure got better from one answer to another, by its own band. How it reads is `ui.words`'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from question_bank.models import Question
from simulator.analysis.measures import Measure, definition_of
from simulator.analysis.pauses import pauses_within
from simulator.analysis.report import AnswerReport
from simulator.analysis.rules import JudgingRules

COMPARED: Final = (
    Measure.LENGTH,
    Measure.FILLER_SOUNDS,
    Measure.FILLER_WORDS,
    Measure.REPEATS,
    Measure.WORDS_PER_MINUTE,
    Measure.PAUSES,
    Measure.TIME_TO_POINT,
    Measure.KEY_POINTS,
    Measure.RED_FLAGS,
    Measure.RAMBLING,
    Measure.THINK_ALOUD,
)
"""In the order in which they are shown."""

_RATES: Final = (Measure.FILLER_SOUNDS, Measure.FILLER_WORDS, Measure.REPEATS)


class Change(StrEnum):
    """How a measure went, from the first answer to the second."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    BOTH_IN_RANGE = "both in range"
    """Another number, as good as the one before: no more is said of it."""
    NO_RANGE = "no range"
    """The measure has no published band, so that neither number is the better one."""
    TOO_SHORT = "too short"
    """In a few seconds of speech, one filler more or less would turn it round."""
    NOT_MEASURED = "not measured"


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """One measure of two answers. Numbers are in the unit of the report, None where it was not measured.

    Of key points it is how many were made, of red flags, pauses and reasons to call it rambling how many there were, of
    thinking aloud the share of speech.
    """

    measure: Measure
    first: float | None
    second: float | None
    change: Change


def measure_changes(question: Question, first: AnswerReport, second: AnswerReport) -> tuple[MeasureChange, ...]:
    """Every compared measure that at least one of the two has. Both are held against the rules of the second."""
    changes = (_measure_change(measure, question, first, second) for measure in COMPARED)
    return tuple(one for one in changes if one.first is not None or one.second is not None)


def _measure_change(measure: Measure, question: Question, first: AnswerReport, second: AnswerReport) -> MeasureChange:
    values = number_of(measure, first), number_of(measure, second)
    return MeasureChange(measure, *values, _change(measure, question, (first, second), values))


def number_of(measure: Measure, report: AnswerReport) -> float | None:
    """The one number that stands for a measure, as exact as it is shown; None where it was not measured."""
    count = _COUNTS.get(measure)
    value = measure.of(report) if count is None else count(report)
    return None if value is None else _as_shown(measure, float(value))


def _change(
    measure: Measure,
    question: Question,
    reports: tuple[AnswerReport, AnswerReport],
    values: tuple[float | None, float | None],
) -> Change:
    if None in values:
        return Change.NOT_MEASURED
    if measure in _RATES and any(_margin(report) is not None for report in reports):
        return Change.TOO_SHORT
    rules = reports[1].rules_in_use
    before, after = (_out_of_range(measure, question, report, rules) for report in reports)
    if before is None or after is None:
        return Change.NO_RANGE
    if before == after:
        return Change.BOTH_IN_RANGE if not before and values[0] != values[1] else Change.SAME
    return Change.BETTER if after < before else Change.WORSE


def _out_of_range(measure: Measure, question: Question, report: AnswerReport, rules: JudgingRules) -> float | None:
    """How far the number lies outside what is good, 0 within it; None for a measure without a good range."""
    value = number_of(measure, report)
    if value is None:
        return None
    if measure is Measure.LENGTH:
        return _off_target(question, report, value, rules)
    if measure is Measure.KEY_POINTS:
        return 1.0 - (report.covered_share or 0.0)
    if measure in (Measure.RED_FLAGS, Measure.RAMBLING):
        return value
    good = definition_of(measure, rules).good_range
    return None if good is None else round(max(good[0] - value, value - good[1], 0.0), 1)


def _off_target(question: Question, report: AnswerReport, value: float, rules: JudgingRules) -> float:
    """Whole seconds over the target, or short of the least that the question asks for."""
    over_s = float(int(report.length.over_s)) if report.length else 0.0
    return over_s or max(0.0, rules.times_of(question).min_s - value)


def _as_shown(measure: Measure, value: float) -> float:
    """Neither better nor worse by what nobody sees."""
    if measure is Measure.LENGTH or (measure is Measure.TIME_TO_POINT and value >= 9.95):
        return float(int(value + (0.05 if measure is Measure.TIME_TO_POINT else 0.0)))
    if measure is Measure.WORDS_PER_MINUTE:
        return float(f"{value:.0f}")
    return float(f"{value:.2f}") if measure is Measure.THINK_ALOUD else float(f"{value:.1f}")


def _margin(report: AnswerReport) -> float | None:
    return report.fillers_per_minute.give_or_take if report.fillers_per_minute else None


def _key_points(report: AnswerReport) -> int | None:
    return report.covered_count if report.key_points else None


def _pauses(report: AnswerReport) -> int | None:
    return None if report.pauses is None else len(pauses_within(report.pauses))


def _red_flags(report: AnswerReport) -> int | None:
    return None if report.red_flags is None else len(report.red_flags)


def _rambling(report: AnswerReport) -> int | None:
    if report.rambling is None:
        return None
    return len(report.rambling.reasons) if report.rambling.flag else 0


def _think_aloud(report: AnswerReport) -> float | None:
    return report.think_aloud.speaking_share if report.think_aloud else None


_COUNTS: Final[Mapping[Measure, Callable[[AnswerReport], float | None]]] = {
    Measure.LENGTH: lambda report: report.answer_s,
    Measure.KEY_POINTS: _key_points,
    Measure.PAUSES: _pauses,
    Measure.RED_FLAGS: _red_flags,
    Measure.RAMBLING: _rambling,
    Measure.THINK_ALOUD: _think_aloud,
}
"""What is no plain number in the report."""
