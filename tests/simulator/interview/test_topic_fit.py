"""Topics are practised where they are asked about."""

from __future__ import annotations

from dataclasses import replace

from question_bank.bank import Bank
from question_bank.models import Question, Role, Round
from simulator.interview.topic_fit import fitting
from tests.simulator.builders import a_question

USUAL = (Role.ML_ENGINEER, Round.MACHINE_LEARNING)


def about(number: int, *topics: str, role: Role = USUAL[0], round_: Round = USUAL[1]) -> Question:
    return replace(a_question(number, role=role, round_=round_), topics=topics)


def test_the_round_stays_where_it_asks_as_much_as_any() -> None:
    bank = Bank((about(1, "a"), about(2, "a", round_=Round.FINAL)))
    assert fitting(bank, ("a",), *USUAL) == USUAL


def test_another_round_that_asks_more_is_chosen() -> None:
    bank = Bank((about(1, "a"), about(2, "a", round_=Round.FINAL), about(3, "b", round_=Round.FINAL)))
    assert fitting(bank, ("a", "b"), *USUAL) == (USUAL[0], Round.FINAL)


def test_another_role_is_chosen_only_where_ones_own_is_never_asked() -> None:
    other = tuple(about(number, "a", role=Role.NLP_ENGINEER, round_=Round.FINAL) for number in range(3))
    assert fitting(Bank(other), ("a",), *USUAL) == (Role.NLP_ENGINEER, Round.FINAL)
    assert fitting(Bank((*other, about(9, "a"))), ("a",), *USUAL) == USUAL
    assert fitting(Bank(other), ("unknown",), *USUAL) == USUAL
