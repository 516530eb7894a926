from __future__ import annotations

import pytest

from question_bank.models import Round
from question_bank.questions_to_ask import questions_to_ask, worth_asking


@pytest.mark.parametrize("round_", Round)
def test_every_round_has_some(round_: Round) -> None:
    found = worth_asking(round_)
    assert len(found) >= 5
    assert set(found) < set(questions_to_ask())


def test_without_a_round_all_are_offered() -> None:
    assert worth_asking(None) == questions_to_ask()


def test_they_are_questions_with_a_reason_and_never_about_pay() -> None:
    texts = [question.text for question in questions_to_ask()]
    assert len(set(texts)) == len(texts)
    for question in questions_to_ask():
        assert question.text.endswith("?")
        assert question.why.endswith(".")
        assert not {"salary", "pay", "bonus", "holiday"} & set(question.text.lower().split())
