"""Asks before something is deleted. Cancel is what Enter does."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget


def is_deletion_wanted(window: QWidget, question: str, words: str) -> bool:
    """Whether the user, asked `question` and told by `words` what goes, chooses Delete."""
    box = QMessageBox(QMessageBox.Icon.Question, question, words, parent=window)
    delete = QMessageBox.StandardButton.Discard  # on every platform the button that loses something
    box.setStandardButtons(delete | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.button(delete).setText("Delete")
    return box.exec() == delete
