"""Two answers can be compared if they answer one question, and are told to be unlike where they were judged so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.report import BY_WORDS_ALONE
from simulator.comparison.comparison import Unlike, compare
from simulator.comparison.point_changes import PointChange
from simulator.errors import NotComparable
from simulator.store.records import AnswerStatus
from simulator.unknown_question import UNKNOWN_QUESTION
from tests.simulator.comparison.takes import judged, take
from tests.ui.samples import MUTABLE_DEFAULT, OVERFITTING, sample_report


def test_the_earlier_answer_is_the_first_whichever_is_named_first() -> None:
    assert compare(take(2), take(1)) == compare(take(1), take(2))
    assert compare(take(2), take(1)).first.id == 1


def test_points_are_counted_by_what_became_of_them() -> None:
    compared = compare(take(1, judged(gap="not", curves="made")), take(2, judged(gap="made", curves="made")))
    assert [compared.count(change) for change in (PointChange.WON, PointChange.KEPT, PointChange.LOST)] == [1, 1, 0]


def test_without_a_report_only_the_words_are_compared() -> None:
    compared = compare(take(1), replace(take(2), report=None))
    assert (compared.measures, compared.points, compared.is_judged) == ((), (), False)
    assert compared.wording.kept_count > 0


def test_answers_to_different_questions_are_not_compared() -> None:
    other = take(2, question=MUTABLE_DEFAULT)
    unknown = [take(number, question=UNKNOWN_QUESTION) for number in (1, 2)]
    skipped = take(2, status=AnswerStatus.SKIPPED)
    for pair in ((take(1), other), unknown, (take(1), skipped), (take(1), take(1))):
        with pytest.raises(NotComparable):
            compare(*pair)


def test_follow_ups_of_one_name_are_told_apart_by_their_words() -> None:
    first = take(1, rung=1, question=replace(OVERFITTING, id="one/1", text="And why?"))
    again, another = (take(2, rung=1, question=replace(first.question, text=text)) for text in ("And why?", "And how?"))
    assert compare(first, again).second.id == 2
    with pytest.raises(NotComparable):
        compare(first, another)


def test_a_question_that_was_reworded_is_the_same_question() -> None:
    assert compare(take(1), take(2, question=replace(OVERFITTING, text="Is it overfitting?"))).unlike == ()


def test_answers_that_were_not_judged_alike_are_said_to_be_so() -> None:
    report = sample_report()
    later = replace(
        report,
        rules="abc",
        analysis_version=1,
        model="small",
        not_measured={BY_WORDS_ALONE: "words alone"},
        key_points=report.key_points[:2] if report.key_points else None,
    )
    assert set(compare(take(1), take(2, later)).unlike) == set(Unlike)
    assert compare(take(1), take(2)).unlike == ()
