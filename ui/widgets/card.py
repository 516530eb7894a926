"""The surface that groups what belongs together. It is empty when made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.text import Text


class Card(QFrame):
    """A rounded surface with a one-pixel line and a column inside, `body`; `title` is a small heading on top."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, padding: int = 6 * SPACE) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(2 * SPACE)
        if title:
            self.setAccessibleName(title)
            self.body.addWidget(Text(title, "label"))
