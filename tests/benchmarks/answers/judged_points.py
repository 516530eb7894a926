"""Labelled answers as the judge hears them, key point by key point. What that is worth, the figures say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from question_bank.models import Question
from simulator.analysis.report import AnswerReport, Verdict
from simulator.judge import Judge
from tests.answers.labelled import LabelledAnswer
from tests.answers.labelled import Verdict as Label

UNJUDGED: Final = "half"
"""A listener would ask back: whatever the judge says of such a point, it is not wrong."""


@dataclass(frozen=True, slots=True)
class JudgedPoint:
    """What became of one key point in one answer, beside its label. `probability` is None where words alone decided."""

    answer: LabelledAnswer
    label: Label
    verdict: Verdict | None
    probability: float | None

    @property
    def is_credited(self) -> bool:
        return self.verdict == "made"

    @property
    def is_answered(self) -> bool:
        """Whether it can be right or wrong: not half, and more was said than the question, which is counted apart."""
        return self.label != UNJUDGED and self.answer.kind != "read-back"


def judged_typed(answers: Iterable[tuple[Question, LabelledAnswer]], judge: Judge) -> list[JudgedPoint]:
    """Every key point of every answer, judged as it is written."""
    return [point for question, answer in answers for point in points_of(judge.typed(answer.text, question), answer)]


def points_of(report: AnswerReport, answer: LabelledAnswer) -> Iterator[JudgedPoint]:
    """The key points of one report, in the question's order."""
    for point in report.key_points or ():
        yield JudgedPoint(answer, answer.labels[point.id], point.verdict, point.probability)
