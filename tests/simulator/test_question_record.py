from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.report import AnswerReport, KeyPointResult, RedFlagHeard
from simulator.question_record import QuestionRecord, Standing, is_weak, standing_of
from tests.simulator.store.builders import a_report

FLAG = RedFlagHeard("Never.", "never", None, None, 3, 1)


def _heard(covered: int, asked: int = 6, flags: tuple[RedFlagHeard, ...] = ()) -> AnswerReport:
    points = tuple(KeyPointResult(f"p{number}", number < covered, None) for number in range(asked))
    return replace(a_report(), key_points=points, red_flags=flags)


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (_heard(3), True),
        (_heard(4), False),
        (_heard(6, flags=(FLAG,)), True),
        (_heard(0, 0), False),
        (_heard(0, 0, (FLAG,)), True),
    ],
)
def test_reading_is_due_where_points_were_missed_or_something_wrong_was_said(
    report: AnswerReport, expected: bool
) -> None:
    assert is_weak(report) is expected


def test_reading_is_due_where_the_contrary_of_a_point_was_said() -> None:
    report = _heard(6)
    points = report.key_points or ()
    said = (replace(points[0], covered=False, verdict="contrary"), *points[1:])
    assert is_weak(replace(report, key_points=said))


def test_what_was_not_measured_is_not_weak() -> None:
    assert not is_weak(replace(a_report(), key_points=None, red_flags=None))


def test_standings() -> None:
    assert standing_of(None) is Standing.NEVER
    assert standing_of(QuestionRecord(1, None)) is Standing.UNMEASURED
    assert standing_of(QuestionRecord(1, 0.6)) is Standing.WEAK
    assert standing_of(QuestionRecord(1, 0.67)) is Standing.WELL
    assert standing_of(QuestionRecord(1, 0.67, has_contrary=True)) is Standing.WEAK
