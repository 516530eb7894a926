"""A button that has something read aloud, and stops it when it is pressed again. It reads nothing itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button

READ_KEY: Final = "R"
_READ: Final = "Read aloud"
_STOP: Final = "Stop reading"


class ReadAloudButton(Button):
    """Has its words read.

    Signals:
        read_requested(str): these words, or nothing more if they are empty.
    """

    read_requested = Signal(str)

    def __init__(self, of_what: str, key_hint: str = "", parent: QWidget | None = None) -> None:
        """`of_what` names for a screen reader what is read: "the model answer"."""
        super().__init__(_READ, key_hint, "link", parent, icon_name="volume-2")
        self._of_what = of_what
        self._words = ""
        self._is_reading = False
        self.clicked.connect(lambda: self.read_requested.emit("" if self._is_reading else self._words))
        self._show_what_it_does()

    @property
    def is_reading(self) -> bool:
        """Whether its words are being read."""
        return self._is_reading

    def set_words(self, words: str) -> None:
        """What is to be read."""
        self._words = words

    def show_reading(self, words: str) -> None:
        """Show whether it is its words that are being read."""
        self._is_reading = bool(words) and words == self._words
        self._show_what_it_does()

    def _show_what_it_does(self) -> None:
        self.setText(_STOP if self._is_reading else _READ)
        self.setAccessibleName(f"{self.text()}: {self._of_what}")
        self.set_icon("x" if self._is_reading else "volume-2")
