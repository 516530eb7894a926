"""What happens on a bug: the user gets a report to copy, and what was said is kept. Expected errors never come here."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.widgets.text import Text

log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Catches what nobody expected, once at a time.

    Signals:
        crashed(str): the report; emitted from `sys.excepthook`.
    """

    crashed = Signal(str)

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._dialog: CrashDialog | None = None
        self.crashed.connect(self._on_crashed)

    def install(self) -> None:
        """From now on a bug opens the dialog instead of vanishing on standard error."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        log.critical("unexpected error\n%s", report)
        self.crashed.emit(report)

    def _on_crashed(self, report: str) -> None:
        if self._dialog is None or not self._dialog.isVisible():
            self._dialog = CrashDialog(report, self._window)
            self._dialog.show()


class CrashDialog(QDialog):
    """Says what is safe, and shows the report. Reports hold no words of an answer."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        layout = QVBoxLayout(self)
        layout.addWidget(
            Text(
                "Viva Voce ran into an unexpected error. Everything you have said so far is saved, and you can go on. "
                "If it happens again, please send us the report below."
            )
        )
        details = QPlainTextEdit(_described(report), self)
        details.setReadOnly(True)
        details.setAccessibleName("Error report")
        layout.addWidget(details)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton("Copy report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details.toPlainText()))
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(720, 420)


def _described(report: str) -> str:
    return f"Viva Voce on {platform.platform()}, Python {platform.python_version()}\n\n{report}"
