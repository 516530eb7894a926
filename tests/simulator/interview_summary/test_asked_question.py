"""Answers by their question: which of them count, and where each key point stands in the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.report import NOT_UNDERSTOOD
from simulator.interview_summary.asked_question import asked_questions, judged_answer
from simulator.store.records import AnswerStatus
from tests.simulator.interview_summary.kept import a_finding, a_follow_up, an_answer, silent, skipped, waiting


def ids(points: object) -> list[str]:
    return [point.id for point in points]  # type: ignore[attr-defined]  # key points


def test_answers_belong_to_the_question_of_their_position() -> None:
    first, second = an_answer("mo"), an_answer("m", 1)
    asked = asked_questions((first, a_follow_up(first, "-m"), second))
    assert [len(one.answers) for one in asked] == [2, 1]
    assert [one.position for one in asked] == [0, 1]
    assert asked[0].question == first.question


def test_the_latest_judged_try_counts() -> None:
    first, again = an_answer("oo"), an_answer("mo", attempt=2)
    lost = replace(an_answer("oo", attempt=3), report=None)
    (one,) = asked_questions((first, again, lost))
    assert [answer.record for answer in one.judged] == [again]
    assert ids(one.points_at("made")) == ["point-0"]


def test_what_was_said_last_counts() -> None:
    """Point by point: put right, turned round, still open, perhaps made after silence, and silent after it was made."""
    first = an_answer("xmxom")
    follow_up = a_follow_up(first, "mxo?o")
    (one,) = asked_questions((first, follow_up))
    assert ids(one.points_at("made")) == ["point-0", "point-4"]
    assert ids(one.points_at("contrary")) == ["point-1", "point-2"]
    assert ids(one.points_at("maybe")) == ["point-3"]
    assert one.evidence["point-1"].answer.record == follow_up
    assert one.evidence["point-2"].answer.record == first


def test_perhaps_made_does_not_put_a_contrary_right() -> None:
    first = an_answer("xm")
    (one,) = asked_questions((first, a_follow_up(first, "??")))
    assert ids(one.points_at("contrary")) == ["point-0"]
    assert ids(one.points_at("made")) == ["point-1"]


@pytest.mark.parametrize(
    ("verdicts", "needs_work"), [("mmmmm", False), ("mmmmo", False), ("mmooo", True), ("mmmmx", True)]
)
def test_a_weak_answer_needs_work(verdicts: str, needs_work: bool) -> None:
    (one,) = asked_questions((an_answer(verdicts),))
    assert one.needs_work is needs_work


def test_a_contrary_in_a_follow_up_needs_work_too() -> None:
    first = an_answer("mmmmm")
    (one,) = asked_questions((first, a_follow_up(first, "x----")))
    assert one.needs_work


def test_what_was_passed_over_or_silent_needs_work_and_what_is_awaited_does_not() -> None:
    recording = replace(waiting(3), status=AnswerStatus.RECORDING)
    asked = asked_questions((skipped(0), silent(1), waiting(2), recording))
    assert [one.needs_work for one in asked] == [True, True, False, False]
    assert [one.judged for one in asked] == [()] * 4


def test_a_few_words_are_judged_only_where_something_was_found_in_them() -> None:
    record = an_answer("mo")
    assert record.report is not None
    few = replace(record.report, enough_speech=False)
    assert judged_answer(replace(record, report=few)) is None
    found = replace(few, findings=(a_finding("points.missed"),))
    assert judged_answer(replace(record, report=found)) is not None
    unclear = replace(found, not_measured={NOT_UNDERSTOOD: "too unclear"})
    assert judged_answer(replace(record, report=unclear)) is None


def test_a_report_from_before_there_were_verdicts_says_made_or_not_heard() -> None:
    record = an_answer("mo")
    assert record.report is not None
    points = tuple(replace(point, verdict=None) for point in record.report.key_points or ())
    (one,) = asked_questions((replace(record, report=replace(record.report, key_points=points)),))
    assert (ids(one.points_at("made")), ids(one.points_at("not"))) == (["point-0"], ["point-1"])
