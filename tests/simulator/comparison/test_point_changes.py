"""What became of each key point is told by its two verdicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import KeyPoint
from simulator.analysis.report import KeyPointResult, Verdict
from simulator.comparison.point_changes import PointChange, point_changes
from tests.simulator.comparison.takes import judged, take
from tests.ui.samples import OVERFITTING, sample_report


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("made", "made", PointChange.KEPT),
        ("made", "not", PointChange.LOST),
        ("made", "maybe", PointChange.UNSURE),
        ("made", "contrary", PointChange.NEWLY_CONTRARY),
        ("not", "made", PointChange.WON),
        ("not", "not", PointChange.MISSING),
        ("not", "maybe", PointChange.UNSURE),
        ("not", "contrary", PointChange.NEWLY_CONTRARY),
        ("maybe", "made", PointChange.WON),
        ("maybe", "not", PointChange.MISSING),
        ("maybe", "contrary", PointChange.NEWLY_CONTRARY),
        ("contrary", "made", PointChange.WON),
        ("contrary", "not", PointChange.TAKEN_BACK),
        ("contrary", "maybe", PointChange.UNSURE),
        ("contrary", "contrary", PointChange.STILL_CONTRARY),
    ],
)
def test_every_pair_of_verdicts_has_its_word(before: Verdict, after: Verdict, change: PointChange) -> None:
    (point,) = point_changes(take(1, judged(gap=before)), take(2, judged(gap=after)))
    assert point.change is change
    assert (point.first and point.first.verdict, point.second and point.second.verdict) == (before, after)


def test_a_report_from_before_there_were_verdicts_counts_too() -> None:
    old = replace(sample_report(), key_points=(KeyPointResult("gap", True, 9.0),))
    (point,) = point_changes(take(1, old), take(2, judged(gap="not")))
    assert point.change is PointChange.LOST
    assert point.first is not None
    assert point.first.at_s == 9.0


def test_what_wants_looking_after_comes_first() -> None:
    points = point_changes(
        take(1, judged(compare="made", curves="not", gap="made", leakage="not")),
        take(2, judged(compare="made", curves="made", gap="not", leakage="contrary")),
    )
    assert [point.id for point in points] == ["leakage", "gap", "curves", "compare"]


def test_a_point_of_one_question_only_is_said_to_be_so() -> None:
    changed = replace(OVERFITTING, key_points=(KeyPoint("gap", "A gap that widens", ()), KeyPoint("new", "Newer", ())))
    points = point_changes(
        take(1, judged(compare="made", gap="made")), take(2, judged(gap="made", new="made"), question=changed)
    )
    assert {point.id: (point.text, point.change) for point in points} == {
        "gap": ("A gap that widens", PointChange.KEPT),
        "compare": ("Compare training and validation error", PointChange.NOT_COMPARED),
        "new": ("Newer", PointChange.NOT_COMPARED),
    }
