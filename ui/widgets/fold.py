"""What most people need not see, folded behind a quiet line that says how it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.text import Text


class Fold(QWidget):
    """A line with a button and a summary; the button unfolds what `make` makes, the first time it is pressed."""

    def __init__(self, more: str, fewer: str, make: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = (more, fewer)
        self._make = make
        self._inner: QWidget | None = None
        self._button = Button(more, look="link", icon_name="plus")
        self._summary = Text("", "caption")
        line = QHBoxLayout()
        line.setSpacing(3 * SPACE)
        line.addWidget(self._button)
        line.addWidget(self._summary, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4 * SPACE)
        self._column.addLayout(line)
        self._button.clicked.connect(self._on_clicked)

    @property
    def is_open(self) -> bool:
        """Whether the contents are shown."""
        return self._inner is not None and not self._inner.isHidden()

    def show_summary(self, text: str) -> None:
        """Say in a few words what is chosen within."""
        self._summary.setText(text)
        self._button.setAccessibleDescription(text)

    def _on_clicked(self) -> None:
        is_opening = not self.is_open
        inner = self._contents()
        inner.setVisible(is_opening)
        self._button.setText(self._names[is_opening])
        self._button.set_icon("minus" if is_opening else "plus")
        if is_opening:
            QTimer.singleShot(0, inner, lambda: self._scroll_to(inner))  # once it has been laid out

    def _contents(self) -> QWidget:
        if self._inner is None:
            self._inner = self._make()
            self._inner.hide()
            self._column.addWidget(self._inner)
        return self._inner

    def _scroll_to(self, inner: QWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(inner, 0, 6 * SPACE)
