"""Reports of the labelled answers for development, judged by what was read into their labels and by no model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from question_bank.bank import Bank
from question_bank.models import KeyPoint, Question
from simulator.analysis.analyse import analyse_text
from simulator.analysis.clauses import content_stems
from simulator.analysis.key_points.entailment import ClaimRead, Entailment, Likelihood, Row
from simulator.analysis.key_points.reading import Reading
from simulator.analysis.report import AnswerReport
from simulator.analysis.utterance import Utterance
from tests.answers.labelled import LabelledAnswer, Verdict, labelled_answers
from tests.answers.parts import Part, is_development, part_of

# What a model that agrees with the label says of the sentence that is most about the point.
_FIGURES: Final[dict[Verdict, Likelihood]] = {
    "made": Likelihood(0.98, 0.01),
    "contrary": Likelihood(0.01, 0.98),
    "half": Likelihood(0.5, 0.05),
    "not": Likelihood(0.01, 0.01),
}
_NOTHING: Final = Likelihood(0.01, 0.01)


@cache
def development_answers() -> tuple[tuple[Question, LabelledAnswer], ...]:
    """Every labelled answer to a question held back to choose by; none of those that are kept for measuring."""
    return tuple(_development())


@cache
def labelled_report(question_id: str, text: str, labels: tuple[tuple[str, Verdict], ...]) -> AnswerReport:
    """The report of an answer of which every point is judged as it is labelled."""
    question = _bank().get(question_id)
    reading = Reading.of(Utterance.typed(text), question)
    points = {point.text: point for point in question.key_points}
    by_claim = {claim: ClaimRead(_row(reading, points.get(claim), dict(labels))) for claim in reading.claims}
    return analyse_text(text, question, entailment=Entailment(reading.windows, by_claim))


def report_of(question: Question, answer: LabelledAnswer) -> AnswerReport:
    """The report of a labelled answer."""
    return labelled_report(question.id, answer.text, tuple(answer.labels.items()))


def _row(reading: Reading, point: KeyPoint | None, labels: dict[str, Verdict]) -> Row:
    if point is None:
        return (_NOTHING,) * len(reading.windows)
    about = content_stems(point.text.split())
    pieces = zip(reading.said, reading.windows, strict=True)
    shared = [len(content_stems(said.split()) & about) / (1 + window.word_count) for said, window in pieces]
    at = max(range(len(shared)), key=shared.__getitem__)
    return tuple(_FIGURES[labels[point.id]] if number == at else _NOTHING for number in range(len(shared)))


def _development() -> Iterator[tuple[Question, LabelledAnswer]]:
    for answer in labelled_answers():
        question = _bank().get(answer.question)
        if part_of(question.id, question.topics) is Part.TRAINING and is_development(question.id):
            yield question, answer


@cache
def _bank() -> Bank:
    return Bank.load()
