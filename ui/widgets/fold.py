"""What most people need not see, folded behind a quiet line that says how it stands. The contents are the caller's."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.text import Text


class Fold(QWidget):
    """A line with a button and a summary; `body` is the column that the button unfolds."""

    def __init__(self, more: str, fewer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = (more, fewer)
        self._button = Button(more, look="link", icon_name="plus")
        self._summary = Text("", "caption")
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 4 * SPACE, 0, 0)
        self.body.setSpacing(5 * SPACE)
        line = QHBoxLayout()
        line.setSpacing(3 * SPACE)
        line.addWidget(self._button)
        line.addWidget(self._summary, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._inner)
        self._inner.hide()
        self._button.clicked.connect(self._on_clicked)

    @property
    def is_open(self) -> bool:
        """Whether the contents are shown."""
        return not self._inner.isHidden()

    def show_summary(self, text: str) -> None:
        """Say in a few words what is chosen within."""
        self._summary.setText(text)
        self._button.setAccessibleDescription(text)

    def _on_clicked(self) -> None:
        is_opening = not self.is_open
        self._inner.setVisible(is_opening)
        self._button.setText(self._names[is_opening])
        self._button.set_icon("minus" if is_opening else "plus")
        if is_opening:
            QTimer.singleShot(0, self, self._scroll_into_view)  # once it has been laid out

    def _scroll_into_view(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self._inner, 0, 6 * SPACE)
