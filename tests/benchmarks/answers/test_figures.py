"""The figures by which a judge is believed are reckoned rightly; how good they are is the benchmark's to say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.bank import Bank
from simulator.analysis.report import Verdict
from simulator.judge import Judge
from tests.answers.labelled import Kind, LabelledAnswer
from tests.answers.labelled import Verdict as Label
from tests.answers.own_labelled import own_answers, own_questions
from tests.benchmarks.answers.answer_sets import KEPT, AnswerSet, answers_of, questions_of, read_back
from tests.benchmarks.answers.judged_points import JudgedPoint, judged_typed
from tests.benchmarks.answers.reliability import NOT_MEASURED, bins_of, calibration_error, reliability_table
from tests.benchmarks.answers.verdict_figures import contrary_score, made_score, verdict_figures


@pytest.fixture(scope="module")
def bank() -> Bank:
    return Bank.load()


def a_point(label: Label, verdict: Verdict, probability: float | None = None, kind: Kind = "good") -> JudgedPoint:
    return JudgedPoint(LabelledAnswer("x", kind, "…", {"x": label}), label, verdict, probability)


POINTS = [
    a_point("made", "made", 0.95),
    a_point("made", "maybe", 0.55),
    a_point("not", "made", 0.91, "jargon"),
    a_point("half", "made", 0.8, "partial"),
    a_point("half", "contrary", 0.1, "partial"),
    a_point("contrary", "contrary", 0.02, "wrong"),
    a_point("contrary", "not", 0.08, "wrong"),
    a_point("not", "contrary", 0.04, "wrong"),
    a_point("not", "made", 1.0, "read-back"),
]


def test_half_is_not_judged_and_the_question_read_back_is_counted_apart() -> None:
    score = made_score(POINTS)
    assert (score.hits, score.false, score.missed) == (1, 1, 1)
    assert score.f1 == pytest.approx(0.5)


def test_a_contrary_verdict_is_right_only_on_a_contrary_point() -> None:
    score = contrary_score(POINTS)
    assert (score.recall, score.precision) == (0.5, 0.5)


def test_points_are_credited_by_kind_of_answer() -> None:
    figures = {figure.name: figure.value for figure in verdict_figures(AnswerSet.DEVELOPMENT, POINTS)}
    assert figures["development questions: points credited to wrong answers"] == 0
    assert figures["development questions: points credited to jargon answers"] == 1
    assert figures["development questions: points credited to the question read back"] == 1


def test_of_a_users_own_questions_other_targets_are_asked() -> None:
    targets = {figure.name: figure.target for figure in verdict_figures(AnswerSet.OWN_QUESTIONS, POINTS)}
    assert targets["own questions: key points, F1"] == 0.78
    assert targets["own questions: points credited to wrong answers"] == 0.15


def test_probabilities_are_compared_with_shares_bin_by_bin() -> None:
    bins = bins_of(POINTS)
    assert [one.count for one in bins] == [3, 0, 0, 0, 0, 1, 0, 0, 0, 2]
    assert bins[0].mean_probability == pytest.approx(0.14 / 3)
    assert bins[9].share_made == pytest.approx(1 / 2)
    gaps = 3 * 0.14 / 3 + (1 - 0.55) + 2 * (1.86 / 2 - 1 / 2)
    assert calibration_error(bins) == pytest.approx(gaps / 6)


def test_without_probabilities_there_is_a_sentence_and_no_table() -> None:
    assert reliability_table([replace(point, probability=None) for point in POINTS]) == NOT_MEASURED
    assert reliability_table(POINTS).count("\n") == 10


def test_the_sets_share_no_question(bank: Bank) -> None:
    apart = [answer_set for answer_set in AnswerSet if answer_set is not AnswerSet.STRANGERS]
    ids = [question.id for answer_set in apart for question in questions_of(answer_set, bank)]
    assert len(ids) == len(set(ids))
    assert set(questions_of(AnswerSet.STRANGERS, bank)) <= set(questions_of(AnswerSet.UNSEEN_QUESTIONS, bank))
    assert all(questions_of(answer_set, bank) for answer_set in AnswerSet)
    assert AnswerSet.DEVELOPMENT not in KEPT


def test_every_question_is_read_back_once(bank: Bank) -> None:
    for answer_set in (AnswerSet.DEVELOPMENT, AnswerSet.OWN_QUESTIONS):
        said_back = [question for question, answer in answers_of(answer_set, bank) if answer.kind == "read-back"]
        assert said_back == list(questions_of(answer_set, bank))
    assert len(list(answers_of(AnswerSet.OWN_QUESTIONS, bank))) == len(own_answers())


def test_the_verdicts_are_those_of_the_report() -> None:
    question = own_questions()[0]
    answer = read_back(question, 0)
    judge = Judge()
    said = {point.id: point.verdict for point in judge.typed(answer.text, question).key_points or ()}
    judged = judged_typed([(question, answer)], judge)
    assert [point.verdict for point in judged] == [said[point.id] for point in question.key_points]
    assert {point.label for point in judged} == {"not"}
