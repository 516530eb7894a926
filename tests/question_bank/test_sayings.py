"""Every claim of the bank has a right and a wrong saying, found by its text; nothing else has one."""

from __future__ import annotations

import pytest

from question_bank.bank import Bank
from question_bank.sayings import saying_of, sayings_of


@pytest.fixture(scope="module")
def bank() -> Bank:
    return Bank.load()


def test_every_claim_of_the_bank_has_its_sayings(bank: Bank) -> None:
    claims = [point.text for question in bank.questions for point in question.key_points]
    assert [claim for claim in claims if saying_of(claim) is None] == []


def test_what_is_right_is_never_what_is_wrong(bank: Bank) -> None:
    claims = {point.text for question in bank.questions for point in question.key_points}
    for claim in claims:
        saying = saying_of(claim)
        assert saying is not None
        assert len({claim, saying.right, saying.wrong}) == 3
        assert saying.right.split()
        assert saying.wrong.split()


def test_a_claim_of_somebody_else_stands_alone() -> None:
    assert saying_of("Owls fly at night.") is None
    assert sayings_of(["Owls fly at night."]) == ()


def test_the_sayings_of_claims_are_both_of_each(bank: Bank) -> None:
    claims = [point.text for point in bank.questions[0].key_points]
    read = [saying for claim in claims if (saying := saying_of(claim)) is not None]
    assert sayings_of(claims) == tuple(text for saying in read for text in (saying.right, saying.wrong))
