"""One bank for all of these tests."""

from __future__ import annotations

import pytest

from question_bank.bank import Bank


@pytest.fixture(scope="session")
def bank() -> Bank:
    return Bank.load()
