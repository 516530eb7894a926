"""A control under its label. Nothing but their arrangement."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.text import Text, label_for


class Field(QWidget):
    """`label` in small type, `control` below it, and at the foot a line of `words` if there is something to say."""

    def __init__(self, label: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text("", "caption")
        self._words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(label_for(control, label, "label"))
        column.addWidget(control)
        column.addWidget(self._words)
        column.addStretch(1)

    @property
    def words(self) -> Text:
        """The line at the foot."""
        return self._words

    def show_words(self, text: str) -> None:
        """Say something below the control; "" takes the line away."""
        self._words.setText(text)
        self._words.setVisible(bool(text))
