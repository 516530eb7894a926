"""What stands on a screen, in words."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.names import name_of


def words_on(screen: QWidget) -> list[str]:
    """Every text shown, in no order."""
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen) and label.text()]


def has_words(screen: QWidget, words: str) -> bool:
    return any(words in text for text in words_on(screen))


def press(screen: QWidget, name: str) -> None:
    """Click the one button of this name."""
    buttons = [button for button in screen.findChildren(QAbstractButton) if name_of(button) == name]
    (button,) = (button for button in buttons if button.isVisibleTo(screen))
    assert button.isEnabled(), name
    button.click()
