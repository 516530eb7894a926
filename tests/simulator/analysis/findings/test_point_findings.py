"""What is said of key points, by the verdicts on them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from question_bank.models import Kind
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.content import remarks
from simulator.analysis.findings.point_findings import all_points, point_findings
from simulator.analysis.key_points.entailment import Likelihood
from simulator.analysis.measured_answer import MeasuredAnswer
from simulator.analysis.report import AnswerReport
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.readings import CONTRARY, MADE, MAYBE, NEITHER, one_after_another, read_as
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import heard, spoken

ANSWER: Final = (
    "Overfitting means that the model is too simple for the data. You notice it when the two curves lie close to one "
    "another. I would then take a larger network and train it for longer. More rows would only make it worse."
)


def _report(*figures: Likelihood, said: str = ANSWER) -> AnswerReport:
    """With what was read of the four key points, one window after another."""
    by_point = {point.id: one for point, one in zip(OVERFITTING.key_points, figures, strict=True)}
    entailment = read_as(heard(said), OVERFITTING, by_point, one_after_another)
    return analyse(spoken(said), OVERFITTING, entailment=entailment)


def _told(report: AnswerReport, finding: str) -> str:
    """The sentence of one finding."""
    (text,) = [one.text for one in report.findings if one.id == finding]
    return text


def test_a_contrary_statement_is_quoted_beside_the_right_one_and_plays() -> None:
    report = _report(CONTRARY, MADE, NEITHER, NEITHER)
    advice = report.advice[0]
    assert advice.text == (
        "Check this: you said “Overfitting means that the model is too simple for the data”. "
        "The key point is: It learns noise of the training data."
    )
    assert advice.start_s == 0.0
    assert advice.end_s == pytest.approx(4.3)
    assert report.advice[1].text == "1 of 4 key points made. Next, cover: Regularise or simplify."


def test_of_several_the_first_is_told_in_full_and_the_others_are_counted() -> None:
    assert _told(_report(CONTRARY, CONTRARY, MADE, MADE), "contrary.said").endswith(". And 1 more point to check.")
    report = _report(CONTRARY, CONTRARY, CONTRARY, CONTRARY)
    assert _told(report, "contrary.said").endswith(". And 3 more points to check.")
    assert "points.missed" not in {finding.id for finding in report.findings}


def test_after_a_mistake_alone_the_next_point_is_the_first_not_heard() -> None:
    text = _told(_report(CONTRARY, NEITHER, MAYBE, NEITHER), "points.missed")
    assert text.startswith("No key point is clear yet, though you may have made one. Next, cover: A gap between")
    text = _told(_report(CONTRARY, NEITHER, NEITHER, NEITHER), "points.missed")
    assert text.startswith("No key point has been made yet. Next, cover: A gap between")


@pytest.mark.parametrize(
    ("figures", "lead"),
    [
        ((MADE, MADE, NEITHER, NEITHER), "2 of 4 key points made. Next, cover: "),
        ((MADE, MADE, NEITHER, MAYBE), "2 of 4 key points made, and maybe one more. Next, cover: "),
        ((MADE, MAYBE, NEITHER, MAYBE), "1 of 4 key points made, and maybe 2 more. Next, cover: "),
        ((MAYBE, MAYBE, NEITHER, NEITHER), "No key point is clear yet, though you may have made 2. Next, cover: "),
    ],
)
def test_what_was_perhaps_heard_is_told_as_perhaps(figures: tuple[Likelihood, ...], lead: str) -> None:
    assert _told(_report(*figures), "points.missed").startswith(lead)


def test_where_nothing_is_missing_what_is_unclear_should_be_said_more_plainly() -> None:
    report = _report(MADE, MADE, MAYBE, MADE)
    (finding,) = [finding for finding in report.findings if finding.id == "points.unclear"]
    expected = "3 of 4 key points made, and maybe one more. Say this one more clearly: Regularise or simplify."
    assert finding.text == expected
    assert finding.start_s is not None
    assert finding.start_s > 0


def test_all_made_is_praised() -> None:
    assert _told(_report(MADE, MADE, MADE, MADE), "points.all") == "You made all 4 key points."
    assert [all_points(count) for count in (1, 2, 3)] == ["the key point", "both key points", "all 3 key points"]


def test_a_short_answer_is_told_its_mistake_too() -> None:
    said = "It is too simple for the data."
    entailment = read_as(Utterance.typed(said), OVERFITTING, {"memorises": CONTRARY})
    report = analyse_text(said, OVERFITTING, entailment=entailment)
    assert not report.enough_speech
    assert [advice.finding for advice in report.advice] == ["contrary.said", "points.missed", "not_enough_speech"]


def test_a_verdict_without_words_is_told_without_a_quote() -> None:
    report = _report(CONTRARY, MADE, MADE, MADE)
    assert report.key_points is not None
    by_user = replace(report.key_points[0], word_index=None, word_count=0, at_s=None, found_by="user")
    report = replace(report, key_points=(by_user, *report.key_points[1:]))
    utterance = heard(ANSWER)
    answer = MeasuredAnswer(
        utterance, OVERFITTING, Kind.SHORT, OVERFITTING.times, remarks(utterance), None, report
    )  # fmt: skip
    (finding,) = point_findings(answer)
    assert finding.text == "Check this. The key point is: It learns noise of the training data."
    assert finding.start_s is None
