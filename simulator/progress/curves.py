"""Curves of one measure over time, against the candidate's own median. Every point is an answer that can be opened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from statistics import median
from typing import TYPE_CHECKING, Final, TypeVar

from simulator.progress.period import StretchKind
from simulator.progress.within_target import within_target_of

if TYPE_CHECKING:
    from simulator.progress.figures import AnswerFigures
    from simulator.progress.period import Stretch
    from simulator.store.records import AnswerId

MOST_POINTS: Final = 60
"""More than that is no curve but a smear: the points are then one for each stretch of time. Our own."""
USUAL_OF: Final = 10
USUAL_FROM: Final = 3  # as for the user's usual figures in a report

Value = Callable[["AnswerFigures"], float | None]
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One point. `answer` is the one to open: the very answer measured, of several the middle one.

    `of` says of how many answers the value is. `usual` is the median of the last ten values up to this one, None before
    there are three. `guess`: what the candidate expected, in the same unit. `kept` of the `of` answers were within
    target, if the point is about that.
    """

    at: datetime
    value: float
    answer: AnswerId
    of: int = 1
    usual: float | None = None
    guess: float | None = None
    kept: int | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """Points oldest first. `each`: the stretch of time that every point stands for, None for a single answer or, where
    it is a share, a single interview. `is_of_interviews` tells those two apart.
    """

    points: tuple[CurvePoint, ...] = ()
    each: StretchKind | None = None
    is_of_interviews: bool = False

    @property
    def usual(self) -> float | None:
        """The median of the last ten."""
        return self.points[-1].usual if self.points else None


def curve_of(
    answers: Sequence[AnswerFigures], value: Value, stretches: Sequence[Stretch], guess: Value | None = None
) -> Curve:
    """The curve of one measure within `stretches`. `answers`, oldest first, reach back further, for the median."""
    measured = [one for one in answers if value(one) is not None]
    values = [value(one) or 0.0 for one in measured]

    def middle(group: Sequence[int]) -> CurvePoint:
        """The middle one by its value, of an even number the lower: it is there to be opened."""
        number = sorted(group, key=values.__getitem__)[(len(group) - 1) // 2]
        one = measured[number]
        return CurvePoint(one.at, values[number], one.answer, len(group), guess=guess(one) if guess else None)

    return _curve([one.at for one in measured], values, stretches, middle)


def guess_curve(answers: Sequence[AnswerFigures], value: Value, guess: Value, stretches: Sequence[Stretch]) -> Curve:
    """What was measured beside what was guessed, of answers with a guess alone. It is held against nothing else."""
    curve = curve_of([one for one in answers if guess(one) is not None], value, stretches, guess)
    return replace(curve, points=tuple(replace(point, usual=None) for point in curve.points))


def within_target_curve(answers: Sequence[AnswerFigures], stretches: Sequence[Stretch]) -> Curve:
    """The share of answers within target: a point for each interview, or for each stretch if there are too many.

    What a point opens is the answer that was furthest over its target, of several the last.
    """
    timed = [one for one in answers if one.over_s is not None]
    interviews = _grouped(timed, lambda one: one.session)
    values = [within_target_of(one.over_s for one in interview).share or 0.0 for interview in interviews]
    moments = [interview[-1].at for interview in interviews]
    curve = _curve(
        moments, values, stretches, lambda group: _share_of([one for number in group for one in interviews[number]])
    )
    return replace(curve, is_of_interviews=True)


def _curve(
    moments: Sequence[datetime],
    values: Sequence[float],
    stretches: Sequence[Stretch],
    point_of: Callable[[Sequence[int]], CurvePoint],
) -> Curve:
    """`point_of` makes one point of several values, given by their numbers."""
    begins = [stretch.moments[0] for stretch in stretches]
    shown = [number for number, at in enumerate(moments) if begins and at >= begins[0]]
    is_dense = len(shown) > MOST_POINTS
    groups = _grouped(shown, lambda number: bisect_right(begins, moments[number])) if is_dense else [[n] for n in shown]
    points = tuple(replace(point_of(group), usual=_usual(values, group[-1])) for group in groups)
    return Curve(points, stretches[0].kind if is_dense else None)


def _usual(values: Sequence[float], number: int) -> float | None:
    last = values[max(0, number + 1 - USUAL_OF) : number + 1]
    return median(last) if len(last) >= USUAL_FROM else None


def _share_of(answers: Sequence[AnswerFigures]) -> CurvePoint:
    kept = within_target_of(one.over_s for one in answers)
    furthest = max(answers, key=lambda one: (one.over_s or 0.0, one.answer))
    return CurvePoint(answers[-1].at, kept.share or 0.0, furthest.answer, of=kept.timed, kept=kept.kept)


def _grouped(values: Iterable[One], key: Callable[[One], object]) -> list[list[One]]:
    """Values of one key together, in the order in which each key first came."""
    groups: dict[object, list[One]] = {}
    for one in values:
        groups.setdefault(key(one), []).append(one)
    return list(groups.values())
