"""Every key point and red flag of the bank has its sayings, found by its text; nothing else has one."""

from __future__ import annotations

import pytest

from question_bank.bank import Bank
from question_bank.sayings import saying_of


@pytest.fixture(scope="module")
def bank() -> Bank:
    return Bank.load()


def _claims(bank: Bank) -> set[str]:
    points = {point.text for question in bank.questions for point in question.key_points}
    return points | {flag.text for question in bank.questions for flag in question.red_flags}


def test_every_claim_of_the_bank_has_its_sayings(bank: Bank) -> None:
    assert [claim for claim in _claims(bank) if saying_of(claim) is None] == []


def test_what_makes_a_claim_never_says_its_contrary(bank: Bank) -> None:
    for claim in _claims(bank):
        saying = saying_of(claim)
        assert saying is not None
        assert len({claim, saying.made, saying.contrary}) == 3
        assert saying.made.split()
        assert saying.contrary.split()


def test_a_claim_of_somebody_else_stands_alone() -> None:
    assert saying_of("Owls fly at night.") is None
