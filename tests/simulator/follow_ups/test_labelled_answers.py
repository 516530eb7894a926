"""What the ladder asks and says after answers that people have labelled: it never contradicts the labels' verdicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from question_bank.models import Question
from simulator.analysis.analyse import analyse_text
from simulator.analysis.report import AnswerReport
from simulator.follow_ups.answer_quality import AnswerQuality
from simulator.follow_ups.answer_summary import summary_of
from simulator.follow_ups.ladder import Limit, NextStep, Rung, next_step
from simulator.follow_ups.steps import Aim
from tests.answers.labelled import LabelledAnswer
from tests.simulator.labelled_reports import development_answers, report_of

PRAISE = re.compile(r"\bmade that point|\bwell\b|\bdeeper\b|\bholds\b|\bcovered\b")
OFF_TOPIC = (
    "Last summer we walked along the coast, and every evening the wind carried the smell of the sea into the tents, "
    "and in the village an old fisherman sold us bread and told us about his boats."
)

each_question = pytest.mark.parametrize(
    "question", dict.fromkeys(question for question, _ in development_answers()), ids=lambda question: question.id
)


def answers_to(question: Question) -> Iterator[tuple[LabelledAnswer, AnswerReport]]:
    for asked, answer in development_answers():
        if asked.id == question.id:
            yield answer, report_of(question, answer)


def test_there_are_enough_of_them_of_every_kind() -> None:
    assert len({question.id for question, _ in development_answers()}) >= 15
    kinds = {answer.kind for _, answer in development_answers()}
    assert kinds >= {"good", "partial", "wrong", "jargon", "off-topic"}


@each_question
def test_the_step_follows_the_verdicts(question: Question) -> None:
    for answer, report in answers_to(question):
        step = next_step([Rung(question, report)])
        covered = {point.id for point in report.key_points or () if point.covered}
        asked = {point.id for point in step.question.key_points} if step.question else set()
        if step.aim in {Aim.MISSED, Aim.HALF, Aim.CONTRARY}:
            assert covered.isdisjoint({step.about, *asked}), answer.text
        if step.aim in {Aim.COVERED, Aim.NAMED}:
            assert step.about in covered, answer.text


@each_question
def test_what_is_contrary_is_probed_first(question: Question) -> None:
    for answer, report in answers_to(question):
        contrary = {point.id for point in report.contrary_points}
        step = next_step([Rung(question, report)])
        if contrary and step.limit is None:
            assert (step.aim, step.about in contrary) == (Aim.CONTRARY, True), answer.text


@each_question
def test_each_wrong_statement_is_probed_once_and_quoted_as_it_was_said(question: Question) -> None:
    for answer, report in answers_to(question):
        probed = _probed(question, report, answer.text)
        assert len(set(probed)) == len(probed), answer.text
        quotes = dict(summary_of(question, report, question).contrary)
        asked = {quotes.pop(point) for point in probed}
        assert set(quotes.values()) <= {"", *asked}, answer.text  # the same words are not asked about twice


@each_question
def test_nobody_is_praised_for_an_answer_that_makes_no_point(question: Question) -> None:
    for answer, report in answers_to(question):
        if not report.covered_count:
            steps = [next_step([Rung(question, report)], max_depth=depth) for depth in (0, 4)]
            assert [step.reached for step in steps] == [0, 0], answer.text
            assert not any(PRAISE.search(step.why) for step in steps), answer.text
            assert summary_of(question, report, question).standing is not AnswerQuality.GOOD


@each_question
def test_what_is_mostly_contrary_is_not_good(question: Question) -> None:
    for answer, report in answers_to(question):
        if report.covered_count <= len(report.contrary_points):
            assert summary_of(question, report, question).standing is not AnswerQuality.GOOD, answer.text


@each_question
def test_the_summary_counts_what_was_answered_and_nothing_off_topic(question: Question) -> None:
    good, report = next((answer, report) for answer, report in answers_to(question) if answer.kind == "good")
    rungs = [Rung(question, report)]
    steps = _then_off_topic(rungs)
    assert rungs[1:], good.text
    if not any(topic.startswith("you.") for topic in question.topics):
        assert steps[-1].reached == 1
    assert f"{steps[-1].reached} of {len(rungs)} answers" in steps[-1].why


def without_sounds(said: str) -> str:
    return re.sub(r"\b(?:hmm|um|uh|er)\b,? ", "", said)


def _probed(question: Question, report: AnswerReport, said: str) -> list[str]:
    """The points probed one after the other, where each probe is answered rightly."""
    probed, rungs = list[str](), [Rung(question, report)]
    step = next_step(rungs, max_depth=9)
    while step.question is not None and step.aim is Aim.CONTRARY:
        probed.append(step.about)
        assert [point.id for point in step.question.key_points] == [step.about]
        assert all(quote in without_sounds(said) for quote in re.findall("“(.+?)”", step.question.text))
        rungs.append(Rung(step.question, _right(step.question)))
        step = next_step(rungs, max_depth=9)
    return probed


def _then_off_topic(rungs: list[Rung]) -> list[NextStep]:
    steps = [next_step(rungs)]
    while (asked := steps[-1].question) is not None:
        rungs.append(Rung(asked, analyse_text(OFF_TOPIC, asked)))
        steps.append(next_step(rungs))
    assert steps[-1].limit in {Limit.THIN_TWICE, Limit.NO_DEEPER, Limit.DEEP_ENOUGH}
    return steps


def _right(question: Question) -> AnswerReport:
    """The report of an answer that makes the point which the question is after."""
    (point,) = question.key_points
    return analyse_text(f"{point.text} {' '.join(point.cues)}.", question)
