"""What of the bank is shown, and what of that is practised."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import Kind, Question, Role, Round
from simulator.bank_view import (
    PRACTISE_AT_MOST,
    BankFilter,
    UsersView,
    narrowed,
    practise_count,
    to_practise,
)
from simulator.question_record import QuestionRecord, Standing
from tests.simulator.builders import a_question

FIRST = replace(a_question(1, Kind.QUICK, Role.DATA_ANALYST, Round.FINAL), topics=("found.statistics",), level=3)
SECOND = replace(a_question(2, Kind.STORY), topics=("ml.svm", "ml.pca"))
THIRD = a_question(3)
ALL = (FIRST, SECOND, THIRD)
VIEW = UsersView(
    records={FIRST.id: QuestionRecord(2, 0.2), SECOND.id: QuestionRecord(1, 1.0)},
    due=frozenset({FIRST.id, THIRD.id}),
    starred=frozenset({SECOND.id}),
    own=frozenset({THIRD.id}),
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (BankFilter(), ALL),
        (BankFilter(role=Role.DATA_ANALYST), (FIRST,)),
        (BankFilter(round=Round.MACHINE_LEARNING), (SECOND, THIRD)),
        (BankFilter(area="Machine learning"), (SECOND,)),
        (BankFilter(topic="ml.pca"), (SECOND,)),
        (BankFilter(level=3), (FIRST,)),
        (BankFilter(kind=Kind.STORY), (SECOND,)),
        (BankFilter(standing=Standing.WEAK), (FIRST,)),
        (BankFilter(standing=Standing.WELL), (SECOND,)),
        (BankFilter(standing=Standing.NEVER), (THIRD,)),
        (BankFilter(only_due=True), (FIRST, THIRD)),
        (BankFilter(only_starred=True), (SECOND,)),
        (BankFilter(only_own=True), (THIRD,)),
        (BankFilter(only_due=True, only_own=True, level=1), (THIRD,)),
        (BankFilter(only_hidden=True), ()),
    ],
)
def test_everything_that_is_asked_for_holds(wanted: BankFilter, found: tuple[Question, ...]) -> None:
    assert narrowed(ALL, wanted, VIEW) == found


def test_hidden_questions_show_only_when_asked_for() -> None:
    view = replace(VIEW, hidden=frozenset({FIRST.id}))
    assert narrowed(ALL, BankFilter(), view) == (SECOND, THIRD)
    assert narrowed(ALL, BankFilter(only_hidden=True), view) == (FIRST,)


def test_what_is_chosen_is_practised_and_else_all_that_is_shown() -> None:
    assert to_practise(ALL, (), 5, 1) == ALL
    assert to_practise(ALL, (SECOND,), 5, 1) == ALL
    assert to_practise(ALL, (THIRD, FIRST), 5, 1) == (THIRD, FIRST)


def test_of_many_the_usual_number_is_drawn_and_lately_asked_ones_come_last() -> None:
    many = tuple(a_question(number) for number in range(PRACTISE_AT_MOST + 1))
    avoid = {question.id for question in many[:-4]}
    drawn = to_practise(many, (), 4, 1, avoid)
    assert {question.id for question in drawn} == {question.id for question in many[-4:]}
    assert len(to_practise(many[1:], (), 4, 1)) == PRACTISE_AT_MOST


@pytest.mark.parametrize(("shown", "chosen", "count"), [(3, 0, 3), (3, 1, 3), (3, 2, 2), (300, 1, 5), (300, 9, 9)])
def test_the_number_is_told_beforehand(shown: int, chosen: int, count: int) -> None:
    assert practise_count(shown, chosen, 5) == count
