"""The answers of an interview, by the question of the plan that they belong to. What is said of them: `remarks`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from question_bank.models import KeyPoint, Question
from simulator.analysis.report import NOT_UNDERSTOOD, AnswerReport, KeyPointResult, Verdict
from simulator.question_record import is_weak
from simulator.store.records import AnswerRecord, AnswerStatus


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """An answer of which something can be said, with its report."""

    record: AnswerRecord
    report: AnswerReport

    @property
    def rung(self) -> int:
        return self.record.rung


@dataclass(frozen=True, slots=True)
class Evidence:
    """The answer that settled what became of a key point, and how."""

    answer: JudgedAnswer
    point: KeyPointResult

    @property
    def verdict(self) -> Verdict:
        return _verdict(self.point)


@dataclass(frozen=True)
class AskedQuestion:
    """A question of the plan with all answers to it and to its follow-ups, tries in turn; at least one."""

    answers: tuple[AnswerRecord, ...]

    @property
    def question(self) -> Question:
        """The question of the plan, as it was asked."""
        return self.answers[0].question

    @property
    def position(self) -> int:
        """Which question of the interview it is, from 0."""
        return self.answers[0].position

    @cached_property
    def judged(self) -> tuple[JudgedAnswer, ...]:
        """Of the question itself, then of each follow-up, the latest try of which something can be said."""
        found = (judged_answer(record) for record in self.answers)
        by_rung = {answer.rung: answer for answer in found if answer is not None}
        return tuple(answer for _, answer in sorted(by_rung.items()))

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """What each judged key point of the question stands at after its follow-ups, by the point's id.

        What was said last counts: a contrary is put right by making the point since. Silence takes nothing back, and
        what was perhaps made settles only what was not heard.
        """
        standing: dict[str, Evidence] = {}
        for answer in self.judged:
            for point in answer.report.key_points or ():
                before, now = standing.get(point.id), Evidence(answer, point)
                if before is None or _settles(now.verdict, before.verdict):
                    standing[point.id] = now
        return standing

    def points_at(self, verdict: Verdict) -> tuple[KeyPoint, ...]:
        """The key points that stand at this verdict, in the question's order."""
        evidence = self.evidence
        return tuple(
            point
            for point in self.question.key_points
            if (found := evidence.get(point.id)) is not None and found.verdict == verdict
        )

    @property
    def needs_work(self) -> bool:
        """Whether it is worth another go: it was answered weakly, or not at all. Not while its words are awaited."""
        if not self.judged:
            return not any(_is_awaited(record) for record in self.answers)
        return is_weak(self.judged[0].report) or bool(self.points_at("contrary"))


def asked_questions(answers: Sequence[AnswerRecord]) -> tuple[AskedQuestion, ...]:
    """An interview's `answers`, as the store gives them in order, by question."""
    return tuple(AskedQuestion(tuple(group)) for _, group in groupby(answers, key=lambda record: record.position))


def judged_answer(record: AnswerRecord) -> JudgedAnswer | None:
    """The answer if there was enough in it to say something of; None for silence, a few words, or no words yet."""
    report = record.report
    if report is None or not (report.enough_speech or report.findings):
        return None
    is_understood = report.enough_speech or NOT_UNDERSTOOD not in report.not_measured
    return JudgedAnswer(record, report) if is_understood else None


def _verdict(point: KeyPointResult) -> Verdict:
    return point.verdict or ("made" if point.covered else "not")


def _settles(now: Verdict, before: Verdict) -> bool:
    return now in ("made", "contrary") or (now == "maybe" and before == "not")


def _is_awaited(record: AnswerRecord) -> bool:
    is_unheard = record.status is AnswerStatus.SAVED and record.report is None
    return is_unheard or record.status is AnswerStatus.RECORDING
