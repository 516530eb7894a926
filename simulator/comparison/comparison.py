"""Two kept answers to one question: what got better, which key points were won or lost, what was said anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from simulator.analysis.report import BY_WORDS_ALONE, AnswerReport
from simulator.comparison.measure_changes import MeasureChange, measure_changes
from simulator.comparison.point_changes import ComparedPoint, PointChange, point_changes
from simulator.comparison.wording import Wording, wording_of
from simulator.errors import NotComparable
from simulator.store.records import AnswerRecord, AnswerStatus
from simulator.unknown_question import UNKNOWN_QUESTION, UNREADABLE_QUESTION


class Unlike(StrEnum):
    """Why two answers were not judged alike, so that a difference need not be the speaker's."""

    QUESTION = "question"
    RULES = "rules"
    ANALYSIS = "analysis"
    SPEECH_MODEL = "speech model"
    POINTS = "points"
    """The key points of one of them were found by words alone."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two answers held against each other, from the earlier to the later.

    `measures` and `points` are empty where one of the two was not judged yet.
    """

    first: AnswerRecord
    second: AnswerRecord
    measures: tuple[MeasureChange, ...]
    points: tuple[ComparedPoint, ...]
    wording: Wording
    unlike: tuple[Unlike, ...] = ()

    def count(self, change: PointChange) -> int:
        """How many key points went that way."""
        return sum(point.change is change for point in self.points)

    @property
    def is_judged(self) -> bool:
        """Whether there is a report of both."""
        return self.first.report is not None and self.second.report is not None


def compare(one: AnswerRecord, other: AnswerRecord) -> Comparison:
    """Hold two answers against each other, whichever was given first. Raises NotComparable.

    May take some 0.3 s: not for a thread that paints.
    """
    expect_comparable(one, other)
    first, second = in_order(one, other)
    wording = wording_of(first, second)
    if first.report is None or second.report is None:
        return Comparison(first, second, (), (), wording)
    return Comparison(
        first,
        second,
        measure_changes(second.question, first.report, second.report),
        point_changes(first, second),
        wording,
        tuple(_unlike(first, second, first.report, second.report)),
    )


def expect_comparable(one: AnswerRecord, other: AnswerRecord) -> None:
    """Raises NotComparable unless these are two answers to one question."""
    if not is_same_question(one, other):
        raise NotComparable(f"Answers {one.id} and {other.id} do not answer the same question.")
    if one.id == other.id:
        raise NotComparable("An answer cannot be compared with itself.")


def in_order(one: AnswerRecord, other: AnswerRecord) -> tuple[AnswerRecord, AnswerRecord]:
    """The earlier one first."""
    is_later = (one.started_at, one.id) > (other.started_at, other.id)
    return (other, one) if is_later else (one, other)


def is_same_question(one: AnswerRecord, other: AnswerRecord) -> bool:
    """Whether both answer one question. A follow-up is named after its question: only its words tell which it was."""
    if not (can_be_compared(one) and can_be_compared(other)) or one.question.id != other.question.id:
        return False
    return (not one.rung and not other.rung) or one.question.text == other.question.text


def can_be_compared(record: AnswerRecord) -> bool:
    """Whether it is known what was asked, and an answer was kept."""
    unknown = (UNKNOWN_QUESTION.id, UNREADABLE_QUESTION.id)
    return record.status is AnswerStatus.SAVED and record.question.id not in unknown


def _unlike(first: AnswerRecord, second: AnswerRecord, before: AnswerReport, after: AnswerReport) -> Iterator[Unlike]:
    if [point.id for point in before.key_points or ()] != [point.id for point in after.key_points or ()]:
        yield Unlike.QUESTION
    if before.rules != after.rules:
        yield Unlike.RULES
    if before.analysis_version != after.analysis_version:
        yield Unlike.ANALYSIS
    is_heard = first.file_name is not None and second.file_name is not None
    if is_heard and before.model != after.model:
        yield Unlike.SPEECH_MODEL
    if (BY_WORDS_ALONE in before.not_measured) != (BY_WORDS_ALONE in after.not_measured):
        yield Unlike.POINTS
