"""What every test needs: an offscreen Qt, no way out to the network, and cycles collected by this thread alone."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.analysis.key_points import verdicts
from tests.waiting import PatientQtBot
from ui.workers.garbage import collect_if_due, collect_only_when_told

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
collect_only_when_told()


@pytest.fixture(autouse=True)
def plain_verdicts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim is as likely made as the figures say that a test hands in; the fitted ones are for `test_verdicts`.

    They depend on the length of the answer and on its other points, which tests of rules are not about.
    """
    if "fitted_verdicts" not in request.fixturenames:
        nothing_else = (0.0,) * (len(verdicts.MADE) - 3)
        monkeypatch.setattr(verdicts, "MADE", (0.0, 1.0, 0.0, *nothing_else))
        monkeypatch.setattr(verdicts, "CONTRARY", (0.0, 0.0, 1.0, *nothing_else))


@pytest.fixture
def fitted_verdicts() -> None:
    """Verdicts by the figures that the program has."""


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's own, with the patience of this suite."""
    del qapp
    return PatientQtBot(request)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Widgets of a test that is over are not left for a thread of the next one to find."""
    collect_if_due()
