"""A bug in the program: one dialog with a report to copy, and the program goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.names import named, nameless
from tests.ui.parts import Told
from ui.crash import CrashDialog, CrashReporter


class Bell(QObject):
    rung = Signal()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def desk(window: QWidget) -> Iterator[CrashReporter]:
    before = sys.excepthook
    made = CrashReporter(window, window)
    made.install()
    yield made
    sys.excepthook = before


@pytest.fixture
def bell(desk: CrashReporter) -> Bell:
    """Whoever answers it stumbles."""
    made = Bell(desk)
    made.rung.connect(_stumble)
    return made


def dialogs(window: QWidget) -> list[CrashDialog]:
    return [dialog for dialog in window.findChildren(CrashDialog) if dialog.isVisible()]


def test_a_fault_in_a_slot_opens_one_dialog_and_the_program_goes_on(
    desk: CrashReporter, bell: Bell, window: QWidget
) -> None:
    reports: list[str] = Told(desk.crashed)
    heard = Told(bell.rung)
    bell.rung.emit()
    bell.rung.emit()
    assert len(heard) == 2
    assert len(reports) == 2
    assert "ZeroDivisionError" in reports[0]
    assert "_stumble" in reports[0]
    assert len(dialogs(window)) == 1
    assert window.isVisible()


def test_after_closing_the_dialog_a_new_fault_opens_it_again(bell: Bell, window: QWidget) -> None:
    bell.rung.emit()
    dialogs(window)[0].reject()
    assert dialogs(window) == []
    bell.rung.emit()
    assert len(dialogs(window)) == 1


def test_the_report_can_be_read_and_copied(qtbot: QtBot, bell: Bell, window: QWidget) -> None:
    bell.rung.emit()
    (dialog,) = dialogs(window)
    assert nameless(dialog) == []
    details = named(dialog, "Error report")
    assert isinstance(details, QPlainTextEdit)
    assert "ZeroDivisionError" in details.toPlainText()
    assert "Python 3" in details.toPlainText()
    copy = named(dialog, "Copy report")
    assert isinstance(copy, QPushButton)
    copy.click()
    assert QApplication.clipboard().text() == details.toPlainText()
    assert dialog.isVisible()
    close = named(dialog, "Close")
    assert isinstance(close, QPushButton)
    close.click()
    assert not dialog.isVisible()


def test_ctrl_c_is_no_fault(desk: CrashReporter, window: QWidget) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert dialogs(window) == []


def _stumble() -> None:
    _ = 1 / 0
