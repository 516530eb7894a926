"""Turns the points of progress into the few curves that are shown, with honest words for each. Only means are taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean
from typing import Final

from simulator.analysis.measures import Measure, definition_of
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.store.records import ProgressPoint
from ui.words.times import counted, short_seconds

SHOWN_SESSIONS: Final = 50
FEWEST_SESSIONS: Final = 2


@dataclass(frozen=True, slots=True)
class Trend:
    """One measure over the sessions, oldest first.

    A value is None where nothing was measured; `texts` are how each reads. `band` is the published band, in the
    measure's own unit, or None. `highest` is the top of the scale, None to fit it.
    """

    name: str
    unit: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    summary: str
    band: tuple[float, float] | None = None
    highest: float | None = None

    @property
    def measured(self) -> tuple[float, ...]:
        return tuple(value for value in self.values if value is not None)

    @property
    def latest(self) -> str:
        """The last measured value, as it reads; a dash without one."""
        pairs = zip(reversed(self.texts), reversed(self.values), strict=True)
        return next((text for text, value in pairs if value is not None), "–")


@dataclass(frozen=True, slots=True)
class _Curve:
    """How one measure is taken from a point and written."""

    name: str
    unit: str
    value: Callable[[ProgressPoint], float | None]
    words: Callable[[float], str]
    band: tuple[float, float] | None = None
    highest: float | None = None


def _curves(rules: JudgingRules) -> tuple[_Curve, ...]:
    fillers, pace, point = (
        definition_of(measure, rules)
        for measure in (Measure.FILLER_SOUNDS, Measure.WORDS_PER_MINUTE, Measure.TIME_TO_POINT)
    )
    return (
        _Curve(
            fillers.title,
            "a minute",
            lambda one: one.filler_sounds_per_minute,
            lambda value: f"{value:.1f}",
            fillers.good_range,
        ),
        _Curve(
            pace.title,
            "words a minute",
            lambda one: one.words_per_minute,
            lambda value: f"{value:.0f}",
            pace.good_range,
        ),
        _Curve("Within target", "of the answers", lambda one: one.within_target_share, lambda v: f"{v:.0%}", None, 1.0),
        _Curve(point.name, "", lambda one: one.time_to_point_s, short_seconds, point.good_range),
    )


def shown_points(points: Sequence[ProgressPoint]) -> tuple[ProgressPoint, ...]:
    """The newest sessions, oldest of them first."""
    return tuple(sorted(points, key=_started_at))[-SHOWN_SESSIONS:]


def trends_of(points: Sequence[ProgressPoint], rules: JudgingRules = DEFAULT_RULES) -> tuple[Trend, ...]:
    """The curves over points in order of time, with the bands of `rules`; empty before there are two to compare."""
    if len(points) < FEWEST_SESSIONS:
        return ()
    return tuple(_trend(curve, points) for curve in _curves(rules))


def _trend(curve: _Curve, points: Sequence[ProgressPoint]) -> Trend:
    values = tuple(curve.value(point) for point in points)
    texts = tuple("not measured" if value is None else curve.words(value) for value in values)
    return Trend(curve.name, curve.unit, values, texts, _summary(curve, values), curve.band, curve.highest)


def _summary(curve: _Curve, values: Sequence[float | None]) -> str:
    """The last value against the mean of those before, and how often there was none: numbers, no praise."""
    measured = [value for value in values if value is not None]
    if not measured:
        return "not measured so far"
    missing = len(values) - len(measured)
    words = [f"{curve.words(fmean(measured[:-1]))} on average before"] if len(measured) > 1 else []
    if missing:
        words.append(f"not measured in {counted(missing, 'interview')}")
    return " · ".join(words)


def _started_at(point: ProgressPoint) -> datetime:
    return point.started_at
