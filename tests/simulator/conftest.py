"""A library of its own for each test that asks for one, and the questions that the program comes with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from question_bank.bank import Bank
from simulator.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "viva-voce.db")
    yield store
    store.close()


@pytest.fixture(scope="package")
def built_in() -> Bank:
    return Bank.load()
