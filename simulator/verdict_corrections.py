"""The user's last word on a key point: what became of it, and the report that follows. On a filler: `corrections`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.analysis.report import AnswerReport, KeyPointResult, Verdict

if TYPE_CHECKING:
    from question_bank.models import Question
    from simulator.transcript import Transcript

# The analysis is imported where it is called: it takes a third of a second, which the window does not have to open.


@dataclass(frozen=True, slots=True)
class VerdictCorrection:
    """The key point with this id was made, or not, or its contrary was said; None leaves it as it was judged."""

    point: str
    verdict: Verdict | None


def toggled(point: str, *, is_made: bool) -> VerdictCorrection:
    """The correction that says: it was made; of one that was, that it was not."""
    return VerdictCorrection(point, "not" if is_made else "made")


def put_right(
    report: AnswerReport,
    corrections: Iterable[VerdictCorrection],
    question: Question,
    transcript: Transcript | None,
) -> AnswerReport:
    """What is said of the answer once the user has spoken, the latest correction of a point last.

    Verdicts, the time to the point, rambling and all advice follow; the probability stays the model's. A typed answer
    has no `transcript`. A point that the question no longer has says nothing; without any effect it is `report` itself.
    """
    verdicts = {one.point: one.verdict for one in corrections}
    before = report.key_points or ()
    points = tuple(_judged_by_user(point, verdicts.get(point.id)) for point in before)
    if points == before:
        return report
    if transcript is not None and not report.is_of(transcript):
        return _with_points_alone(report, points)
    from simulator.analysis.analyse import analysed_with_points

    return analysed_with_points(report, points, question, transcript)


def _judged_by_user(point: KeyPointResult, verdict: Verdict | None) -> KeyPointResult:
    if verdict is None:
        return point
    said = replace(point, covered=verdict == "made", verdict=verdict, found_by="user", half_word_index=None)
    return replace(said, at_s=None, word_index=None, word_count=0) if verdict == "not" else said


def _with_points_alone(report: AnswerReport, points: tuple[KeyPointResult, ...]) -> AnswerReport:
    from simulator.analysis.key_points.matching import time_to_point_s

    return replace(report, key_points=points, time_to_point_s=time_to_point_s(points))
