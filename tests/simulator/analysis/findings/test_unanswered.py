"""An answer that says nothing of what was asked is told so, kindly."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from question_bank.bank import Bank
from question_bank.models import RedFlag
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.key_points.entailment import Likelihood
from simulator.analysis.report import AnswerReport
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.readings import MADE, MAYBE, read_as
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import heard, spoken

DROPOUT: Final = Bank.load().get("dl.dropout.what-and-why")
FISHING: Final = (
    "When I was at the coast last summer we went fishing before breakfast, and my brother caught a large fish. "
    "We fried it with butter and lemon, and afterwards everybody slept in the sun until the evening came."
)
JARGON: Final = (
    "Dropout is a well known technique in the training of networks, with a rate and units and a prediction phase. "
    "There are inverted dropout and the keep probability, and in the literature it is discussed at length."
)


def _read(said: str) -> AnswerReport:
    return analyse(spoken(said), DROPOUT, entailment=read_as(heard(said), DROPOUT, {}))


def _ids(report: AnswerReport) -> set[str]:
    return {finding.id for finding in report.findings}


def test_an_answer_to_something_else_is_told_so_and_gets_no_praise_for_it() -> None:
    report = _read(FISHING)
    advice = report.advice[0]
    first = DROPOUT.key_points[0].text.rstrip(".")
    assert advice.text.startswith("This seems to answer a different question: no key point was heard. ")
    assert advice.text.endswith(f" Start with this: {first}.")
    assert not {"points.missed", "length.good", "point.early", "structure.drift"} & _ids(report)


def test_the_topic_alone_is_no_answer() -> None:
    report = _read(JARGON)
    assert report.advice[0].finding == "unanswered.topic_only"
    assert report.advice[0].text.startswith("You named terms from this topic, but have said nothing about them yet. ")
    assert "length.good" not in _ids(report)


def test_a_short_question_is_said_again() -> None:
    assert f"The question was: “{DROPOUT.text}” " in _read(JARGON).advice[0].text
    longer = replace(DROPOUT, text=f"Here is a program. {DROPOUT.text}")
    said = analyse(spoken(JARGON), longer, entailment=read_as(heard(JARGON), longer, {})).advice[0].text
    assert "The question was" not in said


def test_the_question_read_back_counts_as_nothing() -> None:
    said = f"You ask me: {DROPOUT.text} {DROPOUT.text} That is what you want to know from me today."
    assert _read(said).advice[0].finding == "unanswered.topic_only"
    alone = analyse(spoken(said), DROPOUT)
    assert alone.covered_count == 0
    assert "unanswered.topic_only" in _ids(alone)


OVERFITTING_NAMED: Final = (
    "Overfitting is a large topic with training and data, and everybody who fits models has met it."
)


@pytest.mark.parametrize("said", [FISHING, OVERFITTING_NAMED])
def test_by_words_alone_nobody_is_told_that_it_was_not_said(said: str) -> None:
    (text,) = [one.text for one in analyse(spoken(said), OVERFITTING).findings if one.id.startswith("unanswered")]
    assert "recognised by wording alone" in text
    assert "was heard" not in text


def test_an_open_i_do_not_know_keeps_its_own_finding() -> None:
    honest = _read("I don't know this one, I have never trained a network with it, but I would look it up at once.")
    assert {"honesty", "points.missed"} <= _ids(honest)
    plain = _read("Sorry, I have no idea what dropout is, I never used it and never read about it either.")
    assert "points.missed" in _ids(plain)
    assert not any(finding.startswith("unanswered") for finding in _ids(honest) | _ids(plain))


def test_a_few_words_are_not_enough_to_have_answered_something() -> None:
    report = analyse_text("Well, fishing is nice.", DROPOUT, entailment=read_as(Utterance.typed("Well."), DROPOUT, {}))
    assert _ids(report) == {"points.missed"}
    assert report.advice[0].text.startswith("No key point has been heard yet. Start with this: ")


@pytest.mark.parametrize("figure", [MADE, MAYBE])
def test_what_touches_a_point_has_answered_something(figure: Likelihood) -> None:
    figures = {DROPOUT.key_points[0].id: figure}
    report = analyse(spoken(JARGON), DROPOUT, entailment=read_as(heard(JARGON), DROPOUT, figures))
    assert not any(finding.startswith("unanswered") for finding in _ids(report))


def test_what_says_a_red_flag_is_on_the_topic() -> None:
    flagged = replace(DROPOUT, red_flags=(RedFlag("Says that it is only used in prediction."),))
    figures = {flagged.red_flags[0].text: MADE}
    report = analyse(spoken(FISHING), flagged, entailment=read_as(heard(FISHING), flagged, figures))
    assert {"flags.said", "points.missed"} <= _ids(report)
    assert not any(finding.startswith("unanswered") for finding in _ids(report))
