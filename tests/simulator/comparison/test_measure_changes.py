"""Whether a measure got better is told by its own band, and by nothing that nobody sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from simulator.analysis.measures import Measure
from simulator.analysis.report import (
    AnswerReport,
    FillerRates,
    KeyPointResult,
    Length,
    Pace,
    Rambling,
    RamblingReason,
    RedFlagHeard,
    ThinkAloud,
)
from simulator.analysis.rules import JudgingRules
from simulator.comparison.measure_changes import COMPARED, Change, MeasureChange, measure_changes
from simulator.light import Light
from tests.ui.samples import OVERFITTING, sample_report


def change_of(measure: Measure, first: AnswerReport, second: AnswerReport) -> MeasureChange:
    return next(one for one in measure_changes(OVERFITTING, first, second) if one.measure is measure)


def went(measure: Measure, before: Mapping[str, object], after: Mapping[str, object]) -> Change:
    first, second = (replace(sample_report(), **fields) for fields in (before, after))  # type: ignore[arg-type]
    return change_of(measure, first, second).change


def pace(wpm: float | None) -> dict[str, object]:
    return {"pace": Pace(wpm, None)}


def sounds(rate: float | None, margin: float | None = None) -> dict[str, object]:
    return {"fillers_per_minute": FillerRates(rate, 0.0, 0.0, margin)}


def length(answer_s: float, over_s: float = 0.0) -> dict[str, object]:
    return {"length": Length(90.0, over_s, Light.GREEN, None, answer_s, 0.0, 0.0)}


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (148.0, 104.0, Change.WORSE),  # out of the range downwards
        (100.0, 104.0, Change.BETTER),  # still slow, and nearer to the range
        (190.0, 150.0, Change.BETTER),
        (120.0, 160.0, Change.BOTH_IN_RANGE),
        (120.2, 119.9, Change.SAME),  # both read 120
        (100.2, 99.9, Change.SAME),
        (None, 120.0, Change.NOT_MEASURED),
    ],
)
def test_pace_is_good_within_a_range(before: float | None, after: float | None, change: Change) -> None:
    assert went(Measure.WORDS_PER_MINUTE, pace(before), pace(after)) is change


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (13.0, 6.0, Change.BETTER),
        (4.0, 0.0, Change.BOTH_IN_RANGE),  # zero is not the goal
        (4.0, 5.2, Change.WORSE),
        (6.04, 6.01, Change.SAME),
    ],
)
def test_fewer_fillers_are_better_only_above_what_is_normal(before: float, after: float, change: Change) -> None:
    assert went(Measure.FILLER_SOUNDS, sounds(before), sounds(after)) is change


def test_in_a_few_seconds_fillers_are_not_judged() -> None:
    assert went(Measure.FILLER_SOUNDS, sounds(20.0, 7.5), sounds(1.0)) is Change.TOO_SHORT
    assert went(Measure.FILLER_SOUNDS, sounds(None), sounds(1.0)) is Change.NOT_MEASURED


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (length(112.0, 22.0), length(70.0), Change.BETTER),
        (length(70.0), length(80.0), Change.BOTH_IN_RANGE),
        (length(90.3, 0.3), length(80.0), Change.BOTH_IN_RANGE),  # less than a second over is not over
        (length(10.0), length(60.0), Change.BETTER),  # a short reply has 30 s at least
        (length(60.0), length(10.0), Change.WORSE),
        (length(112.0, 22.0), length(112.4, 22.4), Change.SAME),
    ],
)
def test_length_is_held_against_the_target(before: dict[str, object], after: dict[str, object], change: Change) -> None:
    assert went(Measure.LENGTH, before, after) is change


def test_more_key_points_are_better_by_their_share() -> None:
    def points(made: int, asked: int) -> dict[str, object]:
        return {"key_points": tuple(KeyPointResult(str(one), one < made, None) for one in range(asked))}

    assert went(Measure.KEY_POINTS, points(2, 6), points(4, 6)) is Change.BETTER
    assert went(Measure.KEY_POINTS, points(4, 6), points(4, 8)) is Change.WORSE
    assert went(Measure.KEY_POINTS, points(6, 6), points(6, 6)) is Change.SAME
    assert went(Measure.KEY_POINTS, {"key_points": None}, points(6, 6)) is Change.NOT_MEASURED


def test_fewer_flags_are_better() -> None:
    reasons = tuple(RamblingReason("drifts", 1.0, 2.0, "It drifts.") for _ in range(2))
    flagged, free = {"rambling": Rambling(True, reasons, None)}, {"rambling": Rambling(False, reasons[:1], None)}
    assert went(Measure.RAMBLING, flagged, free) is Change.BETTER
    assert went(Measure.RAMBLING, free, free) is Change.SAME
    flag = RedFlagHeard("Never say so", "so", 1.0, 2.0, 0, 1)
    assert went(Measure.RED_FLAGS, {"red_flags": ()}, {"red_flags": (flag,)}) is Change.WORSE


def test_the_point_within_half_a_minute_is_soon_enough() -> None:
    def point(at_s: float) -> dict[str, object]:
        return {"time_to_point_s": at_s}

    assert went(Measure.TIME_TO_POINT, point(45.0), point(29.0)) is Change.BETTER
    assert went(Measure.TIME_TO_POINT, point(25.0), point(4.0)) is Change.BOTH_IN_RANGE
    assert went(Measure.TIME_TO_POINT, point(25.2), point(25.7)) is Change.SAME


def test_what_has_no_published_range_is_neither_better_nor_worse() -> None:
    thinking = [{"think_aloud": ThinkAloud(share, (), None, 2)} for share in (0.5, 0.8)]
    assert went(Measure.THINK_ALOUD, *thinking) is Change.NO_RANGE
    repeats = [{"fillers_per_minute": FillerRates(0.0, 0.0, rate)} for rate in (4.0, 0.0)]
    assert went(Measure.REPEATS, *repeats) is Change.NO_RANGE


def test_the_rules_of_the_later_answer_hold_for_both() -> None:
    calm = JudgingRules(pace_low_wpm=80.0, pace_high_wpm=110.0)
    assert went(Measure.WORDS_PER_MINUTE, pace(140.0), {**pace(100.0), "rules_used": calm}) is Change.BETTER


def test_what_neither_answer_has_is_left_out() -> None:
    bare = replace(sample_report(), pace=None, length=None, key_points=None)
    left = {one.measure for one in measure_changes(OVERFITTING, bare, bare)}
    assert left == set(COMPARED) & {
        Measure.FILLER_SOUNDS,
        Measure.FILLER_WORDS,
        Measure.REPEATS,
        Measure.PAUSES,
        Measure.TIME_TO_POINT,
        Measure.RAMBLING,
    }


def test_numbers_are_those_that_are_shown() -> None:
    one = change_of(Measure.LENGTH, sample_report(), sample_report())
    assert (one.first, one.second) == (112.0, 112.0)
    assert change_of(Measure.KEY_POINTS, sample_report(), sample_report()).first == 4.0
