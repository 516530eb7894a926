"""One judge for every kind of answer: by the rules it has, and by what a model reads, or else by words alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.report import AnswerReport, Usual
from simulator.analysis.rules import DEFAULT_RULES
from simulator.judge import Judge
from simulator.store.records import AnswerId, AnswerRecord, AnswerStatus, SessionId
from tests.fakes import FakeMeter
from tests.simulator.store.builders import NOON, a_question, a_transcript

SAID = (
    "I would, you know, look at the data and then train a simple model that I can compare with the others, and then "
    "I would change one thing at a time and look at what it does to the error on rows that nothing was fitted to."
)
RULES = DEFAULT_RULES.with_switch("you know", is_on=False)
USUAL = Usual(5, filler_sounds_per_minute=6.0)


def found_by(report: AnswerReport) -> list[str | None]:
    return [point.found_by for point in report.key_points or ()]


def a_record(report: AnswerReport, *, is_typed: bool = False) -> AnswerRecord:
    return AnswerRecord(
        AnswerId(1),
        SessionId(1),
        0,
        1,
        a_question(),
        AnswerStatus.SAVED,
        None,
        None,
        None,
        None,
        NOON,
        transcript=None if is_typed else a_transcript(SAID),
        report=report,
    )


def test_spoken_and_typed_answers_are_read() -> None:
    judge = Judge(meter=FakeMeter("thins"))
    assert found_by(judge.spoken(a_transcript(SAID), a_question())) == ["meaning"]
    assert found_by(judge.typed(SAID, a_question())) == ["meaning"]


@pytest.mark.parametrize("meter", [None, "broken"])
def test_without_a_model_words_alone_judge_and_it_is_said(meter: str | None) -> None:
    fake = FakeMeter("thins")
    fake.broken = True
    judge = Judge(meter=fake if meter else None)
    for report in (judge.spoken(a_transcript(SAID), a_question()), judge.typed(SAID, a_question())):
        assert found_by(report) == [None]
        assert "words alone" in report.not_measured["meaning"]


def test_a_judge_by_words_alone_never_asks_the_model() -> None:
    judge = Judge(RULES, FakeMeter("thins")).by_words_alone
    assert (judge.rules, judge.meter) == (RULES, None)


def test_an_answer_is_read_while_it_is_spoken() -> None:
    words = a_transcript(SAID).words
    meter = FakeMeter()
    Judge(meter=meter).follow(words, a_question())
    Judge(meter=meter).follow((), a_question())
    Judge().follow(words, a_question())
    assert meter.followed == [(SAID, a_question())]


def test_without_a_question_there_is_nothing_to_read() -> None:
    judge = Judge(meter=FakeMeter("thins"))
    assert judge.typed(SAID).key_points is None
    assert judge.spoken(a_transcript(SAID)).key_points is None


def test_the_rules_hold_for_every_answer() -> None:
    judge = Judge(RULES)
    reports = (
        judge.spoken(a_transcript(SAID), a_question()),
        judge.typed(SAID, a_question()),
        judge.anew(a_record(Judge().spoken(a_transcript(SAID), a_question()))),
    )
    for report in reports:
        assert report.rules == RULES.name
        assert not any(filler.text == "you know" for filler in report.fillers)


def test_an_old_record_is_judged_against_what_held_at_the_time() -> None:
    before = replace(Judge().spoken(a_transcript(SAID), a_question(), usual=USUAL), held_back=("fillers.fewer",))
    again = Judge(meter=FakeMeter("thins")).anew(a_record(before))
    assert (again.compared_with, again.held_back) == (USUAL, ("fillers.fewer",))
    assert found_by(again) == ["meaning"]
    assert "fillers.fewer" not in [advice.finding for advice in again.advice]


def test_an_old_typed_answer_is_judged_from_the_words_of_its_report() -> None:
    again = Judge(RULES).anew(a_record(Judge().typed(SAID, a_question()), is_typed=True))
    assert again.transcript.text == SAID
    assert (again.rules, again.duration_s) == (RULES.name, None)


def test_the_model_is_told_which_question_comes() -> None:
    meter = FakeMeter()
    Judge().prepare(a_question())
    Judge(meter=meter).prepare(a_question())
    assert meter.prepared == [a_question()]
