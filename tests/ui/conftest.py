"""One bank for all, and a program without windows for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from tests.ui.parts import Room


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Made before anything else: `doctor` makes an application without windows where there is none, for good."""
    return qapp


@pytest.fixture(scope="session")
def bank() -> Bank:
    return Bank.load()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, bank: Bank) -> Iterator[Room]:
    made = Room(tmp_path / "library", bank)
    yield made
    made.close()
