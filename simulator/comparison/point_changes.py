"""What became of each key point from one answer to another, by verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from simulator.analysis.report import KeyPointResult, Verdict
from simulator.store.records import AnswerRecord


class PointChange(StrEnum):
    """How a key point went. The order is that of the list: what wants looking after comes first."""

    NEWLY_CONTRARY = "newly contrary"
    STILL_CONTRARY = "still contrary"
    LOST = "lost"
    MISSING = "missing"
    TAKEN_BACK = "taken back"
    """The opposite was said before and is not any more; the point itself is still missing."""
    UNSURE = "unsure"
    """Maybe made in the second answer: the user is to listen."""
    WON = "won"
    KEPT = "kept"
    NOT_COMPARED = "not compared"
    """Only one of the two answers was judged by it: the question has changed since."""


@dataclass(frozen=True, slots=True)
class PointOfAnswer:
    """What became of a key point in one answer, and where that can be heard, in seconds; None where it has no place."""

    verdict: Verdict
    at_s: float | None


@dataclass(frozen=True, slots=True)
class ComparedPoint:
    """One key point in its own words. Of an answer that was not judged by it there is None."""

    id: str
    text: str
    first: PointOfAnswer | None
    second: PointOfAnswer | None
    change: PointChange


_BY_VERDICTS: Final[Mapping[tuple[Verdict, Verdict], PointChange]] = {
    ("made", "made"): PointChange.KEPT,
    ("made", "not"): PointChange.LOST,
    ("contrary", "contrary"): PointChange.STILL_CONTRARY,
    ("contrary", "not"): PointChange.TAKEN_BACK,
}
_BY_SECOND: Final[Mapping[Verdict, PointChange]] = {
    "made": PointChange.WON,
    "contrary": PointChange.NEWLY_CONTRARY,
    "maybe": PointChange.UNSURE,
    "not": PointChange.MISSING,
}


def point_changes(first: AnswerRecord, second: AnswerRecord) -> tuple[ComparedPoint, ...]:
    """The points that either answer was judged by, in the words of the later question; what wants care comes first."""
    before, after = _by_id(first), _by_id(second)
    texts = {point.id: point.text for record in (first, second) for point in record.question.key_points}
    judged = [(id_, text) for id_, text in texts.items() if id_ in before or id_ in after]
    found = [_compared(id_, text, before.get(id_), after.get(id_)) for id_, text in judged]
    return tuple(sorted(found, key=lambda point: _ORDER[point.change]))


def _by_id(record: AnswerRecord) -> dict[str, KeyPointResult]:
    points = record.report.key_points if record.report else None
    return {point.id: point for point in points or ()}


def _compared(id_: str, text: str, before: KeyPointResult | None, after: KeyPointResult | None) -> ComparedPoint:
    first, second = (None if one is None else PointOfAnswer(one.outcome, one.at_s) for one in (before, after))
    if first is None or second is None:
        return ComparedPoint(id_, text, first, second, PointChange.NOT_COMPARED)
    change = _BY_VERDICTS.get((first.verdict, second.verdict), _BY_SECOND[second.verdict])
    return ComparedPoint(id_, text, first, second, change)


_ORDER: Final = {change: number for number, change in enumerate(PointChange)}
