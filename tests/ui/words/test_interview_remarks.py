"""The sentences said of a whole interview, their proof, and what is said where there is nothing to judge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.report import NOT_UNDERSTOOD
from simulator.interview_summary.asked_question import asked_questions
from simulator.interview_summary.remarks import remarks_on
from simulator.store.records import AnswerRecord
from tests.simulator.interview_summary.kept import (
    a_finding,
    a_follow_up,
    a_report,
    an_answer,
    silent,
    skipped,
    waiting,
)
from ui.words.interview_remarks import ShownRemark, shown_remarks, still_awaited, why_nothing


def said(*answers: AnswerRecord) -> tuple[ShownRemark, ...]:
    return shown_remarks(remarks_on(asked_questions(answers)))


def test_praise_has_a_tick_and_things_to_do_are_numbered() -> None:
    shown = said(an_answer("mmm"), an_answer("xo", 1))
    assert [one.mark for one in shown] == ["✓", "1", "2"]
    assert [one.is_praise for one in shown] == [True, False, False]
    assert [one.text for one in shown] == [
        "Well answered: you made all 3 key points.",
        "Correct this first: you said the opposite of “Dropout switches units off at random while training”.",
        "One key point was not heard: “No unit can rely on a single other one”.",
    ]


def test_what_can_be_heard_is_played_and_what_was_not_said_opens_the_answer() -> None:
    first = an_answer("mmx")
    shown = said(first, an_answer("xo", 1), a_follow_up(an_answer("xo", 1), "x-"))
    heard, missed = shown
    assert (heard.link, heard.link_spoken) == ("Question 1 ▸ 0:04", "Hear question 1 at 0:04")
    assert heard.place == "Question 1, 0:04"
    assert heard.text.startswith("You said the opposite of two key points; correct this one first: ")
    assert (missed.link, missed.link_spoken) == ("Open question 2", "Open question 2 in Review")
    assert (missed.start_s, missed.place) == (None, "Question 2")


def test_a_follow_up_is_named() -> None:
    first = an_answer("m")
    (shown,) = [one for one in said(first, a_follow_up(first, "x")) if not one.is_praise]
    assert shown.link == "Question 1, follow-up 1 ▸ 0:02"


def test_a_typed_answer_opens_since_nothing_can_be_heard() -> None:
    (shown,) = said(replace(an_answer("x"), file_name=None, samples=0))
    assert (shown.link, shown.start_s, shown.end_s) == ("Open question 1", None, None)


@pytest.mark.parametrize(
    ("verdicts", "sentence"),
    [
        ("m", "Well answered: you made the key point."),
        ("mmo", "Well answered: you made 2 of 3 key points."),
        ("ooo", "Three key points were not heard; start with this one: “Dropout switches units off at random while"),
        ("?", "You may have made this point; say it more plainly: “Dropout switches units off at random while"),
    ],
)
def test_the_key_points_in_sentences(verdicts: str, sentence: str) -> None:
    assert said(an_answer(verdicts))[0].text.startswith(sentence)


def test_length_and_findings_in_sentences() -> None:
    texts = [
        one.text for one in said(an_answer(report=a_report("", over_s=48.2, findings=(a_finding("fillers.sounds"),))))
    ]
    assert texts == [
        "This answer ran 48 s over its target: listen for what you could cut.",
        "About fillers.sounds.",
    ]


def test_where_there_is_nothing_to_judge_that_is_said_kindly() -> None:
    record = an_answer("")
    assert record.report is not None
    few = replace(record, report=replace(record.report, enough_speech=False))
    unclear = replace(
        few, report=replace(record.report, enough_speech=False, not_measured={NOT_UNDERSTOOD: "too unclear"})
    )
    failed = replace(waiting(), failure="There is no speech model.")
    assert why_nothing(()) == "This interview ended before anything was answered."
    assert why_nothing((skipped(0), skipped(1))).startswith("You skipped every question")
    assert why_nothing((skipped(0), silent(1))).startswith("Nothing was said this time")
    assert why_nothing((waiting(0), skipped(1))).startswith("Your answers are still being transcribed")
    assert "Open Review to try again" in why_nothing((failed,))
    assert why_nothing((few, silent(1))).startswith("There was too little speech")
    assert why_nothing((unclear,)).startswith("Your words could not be made out")
    assert why_nothing((record,)).startswith("Nothing stands out")


def test_what_is_awaited_is_counted() -> None:
    assert still_awaited((an_answer("m"),)) == ""
    assert still_awaited((an_answer("m"), waiting(1))).startswith("1 answer is still being transcribed")
    assert still_awaited((an_answer("m"), waiting(1), waiting(2))).startswith("2 answers are still")
    assert still_awaited((waiting(0), skipped(1))) == ""
