"""How many key points of an answer stand at each verdict, in few words. What became of each: `key_point_verdicts`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.analysis.report import Verdict
from simulator.store.records import AnswerRecord
from ui.words.answer_title import AnswerState, state_of
from ui.words.key_point_verdicts import Shade, ShownPoint, shown_points

_NAMES: Final[dict[Verdict, str]] = {"made": "made", "maybe": "maybe", "contrary": "opposite", "not": "not heard"}
"""In the order in which they are counted."""


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """So many points at one verdict: "✓", "green", "3 made"."""

    mark: str
    shade: Shade
    words: str


def judged_points(record: AnswerRecord) -> tuple[ShownPoint, ...]:
    """The key points of an answer of which something can be said; none of any other."""
    if record.report is None or state_of(record) not in (AnswerState.JUDGED, AnswerState.BRIEF):
        return ()
    return shown_points(record.report, record.question.key_points)


def verdict_counts(points: tuple[ShownPoint, ...]) -> tuple[VerdictCount, ...]:
    """How many of them were made, maybe made, said the other way round and not heard; without those of which none."""
    counts = []
    for verdict, name in _NAMES.items():
        found = [point for point in points if point.verdict == verdict]
        if found:
            counts.append(VerdictCount(found[0].mark, found[0].shade, f"{len(found)} {name}"))
    return tuple(counts)
