"""What became of a key point from one answer to another, in words. `simulator.comparison` tells; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from simulator.analysis.report import Verdict
from simulator.comparison.comparison import Comparison
from simulator.comparison.point_changes import ComparedPoint, PointChange, PointOfAnswer
from ui.words.key_point_verdicts import MARKS, SPOKEN, Shade

_CHANGES: Final[Mapping[PointChange, tuple[str, Shade]]] = {
    PointChange.NEWLY_CONTRARY: ("now the opposite", "red"),
    PointChange.STILL_CONTRARY: ("still the opposite", "red"),
    PointChange.LOST: ("lost", "red"),
    PointChange.MISSING: ("still missing", ""),
    PointChange.TAKEN_BACK: ("no longer the opposite, still missing", ""),
    PointChange.UNSURE: ("maybe made: listen back", "amber"),
    PointChange.WON: ("gained", "green"),
    PointChange.KEPT: ("kept", "green"),
    PointChange.NOT_COMPARED: ("judged in one answer only", ""),
}
_SUMMED: Final[Mapping[PointChange, str]] = {
    PointChange.WON: "gained",
    PointChange.LOST: "lost",
    PointChange.NEWLY_CONTRARY: "newly the opposite",
    PointChange.STILL_CONTRARY: "still the opposite",
    PointChange.TAKEN_BACK: "no longer the opposite",
    PointChange.UNSURE: "maybe made",
    PointChange.KEPT: "kept",
    PointChange.MISSING: "still missing",
    PointChange.NOT_COMPARED: "judged in one answer only",
}
"""In the order in which a sentence counts them."""
_NO_LONGER_SURE: Final = "missing; maybe made before"
_NOT_JUDGED: Final = "–"


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """The sign of a verdict, and where the point can be heard, in seconds."""

    mark: str
    at_s: float | None


@dataclass(frozen=True, slots=True)
class ShownPointChange:
    """One key point: its words, its sign in either answer, and what that comes to."""

    text: str
    first: ShownPlace
    second: ShownPlace
    change: str
    shade: Shade
    spoken: str


def shown_point_changes(comparison: Comparison) -> tuple[ShownPointChange, ...]:
    """The key points; those that want looking after first."""
    return tuple(_shown(point) for point in comparison.points)


def points_summed(comparison: Comparison) -> str:
    """ "2 gained, 1 lost, 3 kept": of each only if there is one; empty without key points."""
    counts = ((comparison.count(change), words) for change, words in _SUMMED.items())
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def _shown(point: ComparedPoint) -> ShownPointChange:
    change, shade = _CHANGES[point.change]
    if point.change is PointChange.MISSING and point.first is not None and point.first.verdict == "maybe":
        change = _NO_LONGER_SURE
    told = f"{_spoken(point.first)}, then {_spoken(point.second)}".lower()
    return ShownPointChange(
        text=point.text,
        first=_place(point.first),
        second=_place(point.second),
        change=change,
        shade=shade,
        spoken=f"{change[0].upper()}{change[1:]}: {point.text} ({told})",
    )


def _place(one: PointOfAnswer | None) -> ShownPlace:
    return ShownPlace(_NOT_JUDGED, None) if one is None else ShownPlace(MARKS[one.verdict], one.at_s)


def _spoken(one: PointOfAnswer | None) -> str:
    verdict: Verdict | None = one.verdict if one else None
    return SPOKEN[verdict] if verdict else "not judged"
