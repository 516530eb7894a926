"""Key points of two answers in words."""

from __future__ import annotations

from dataclasses import replace

from simulator.comparison.comparison import compare
from tests.simulator.comparison.takes import judged, take
from tests.ui.samples import OVERFITTING
from ui.words.compared_points import ShownPlace, points_summed, shown_point_changes

BEFORE = judged(compare="made", curves="not", gap="made", leakage="not", drift="maybe", cross_validation="contrary")
AFTER = judged(compare="made", curves="made", gap="not", leakage="contrary", drift="not", cross_validation="not")


def test_each_point_has_its_sign_in_either_answer_and_what_that_comes_to() -> None:
    shown = {point.text: point for point in shown_point_changes(compare(take(1, BEFORE), take(2, AFTER)))}
    assert [(point.change, point.shade) for point in shown.values()] == [
        ("now the opposite", "red"),
        ("lost", "red"),
        ("missing; maybe made before", ""),
        ("no longer the opposite, still missing", ""),
        ("gained", "green"),
        ("kept", "green"),
    ]
    gap = shown["A gap that grows is the sign"]
    assert (gap.first, gap.second.mark) == (ShownPlace("✓", 9.0), "○")
    assert gap.spoken == "Lost: A gap that grows is the sign (made, then not heard)"


def test_the_counts_are_summed_in_one_sentence() -> None:
    compared = compare(take(1, BEFORE), take(2, AFTER))
    assert points_summed(compared) == (
        "1 gained, 1 lost, 1 newly the opposite, 1 no longer the opposite, 1 kept, 1 still missing"
    )
    assert points_summed(compare(take(1, judged()), take(2, judged()))) == ""


def test_a_point_that_only_one_answer_was_judged_by() -> None:
    fewer = replace(OVERFITTING, key_points=OVERFITTING.key_points[:1])
    compared = compare(take(1, judged(compare="made", gap="made")), take(2, judged(compare="made"), question=fewer))
    *_, gap = shown_point_changes(compared)
    assert (gap.second, gap.change) == (ShownPlace("–", None), "judged in one answer only")
    assert gap.spoken.endswith("(made, then not judged)")
