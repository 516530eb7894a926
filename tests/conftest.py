"""What every test needs: an offscreen Qt, no way out to the network, and cycles collected by this thread alone."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.waiting import PatientQtBot
from ui.workers.garbage import collect_if_due, collect_only_when_told

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
collect_only_when_told()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's own, with the patience of this suite."""
    del qapp
    return PatientQtBot(request)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Widgets of a test that is over are not left for a thread of the next one to find."""
    collect_if_due()
