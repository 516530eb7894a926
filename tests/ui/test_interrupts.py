"""Signals from outside close the window as its button does."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.parts import Told
from ui.interrupts import Interrupts
from ui.main_window import MainWindow
from ui.messages import Messages


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_closes_the_window_as_its_button_does(
    qtbot: QtBot, qapp: QApplication, number: signal.Signals
) -> None:
    window = MainWindow(Messages())
    qtbot.addWidget(window)
    window.show()
    closing = Told(window.closing)
    interrupts = Interrupts(qapp)
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: len(closing) == 1)
    interrupts.close()
    assert not window.isVisible()
    loop_again(qapp)


def loop_again(qapp: QApplication) -> None:
    """After `QApplication.exit` no loop turns until the application's own has been entered anew."""
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()
