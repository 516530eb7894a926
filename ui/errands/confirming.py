"""Asks before something is deleted, or lost in another way. Cancel is what Enter does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def is_deletion_wanted(window: QWidget, question: str, words: str) -> bool:
    """Whether the user, asked `question` and told by `words` what goes, chooses Delete."""
    return is_wanted(window, question, words, "Delete")


def is_wanted(window: QWidget, question: str, words: str, deed: str) -> bool:
    """Whether the user, asked `question` and told by `words` what is lost by it, chooses the `deed`."""
    box = QMessageBox(QMessageBox.Icon.Question, question, "", parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    loses = QMessageBox.StandardButton.Discard  # on every platform the button that loses something
    box.setStandardButtons(loses | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.button(loses).setText(deed)
    return box.exec() == loses
