"""Question and clock: one below the other while both fit, else side by side. What stands in them is not its affair."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.page import ScrollColumn

_SIDE_PX: Final = 9 * SPACE
_GAP_PX: Final = 3 * SPACE


class QuestionBody(QWidget):
    """`question` scrolls if it must; `clock` stays in sight, below it or beside it.

    Once it stands beside, it stays there until the next question or another size of the window: nothing jumps back
    when something of the question goes.

    Signals:
        turned(bool): the clock stands beside the question now, or not. Also told where nothing changed but the size.
    """

    turned = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_beside = self._is_fitting = False
        self._scroll = ScrollColumn(name)
        self.question, self.clock = self._scroll.column, QVBoxLayout()
        self.question.setContentsMargins(_SIDE_PX, 0, _SIDE_PX, 0)
        self.question.setSpacing(4 * SPACE)
        self.clock.setSpacing(7 * SPACE)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP_PX)
        self._row.addWidget(self._scroll, 1)
        self._row.addLayout(self.clock)
        self._scroll.inner.installEventFilter(self)

    def fit(self) -> None:
        """There is another question, or another clock: below one another where both fit."""
        self._is_fitting = True
        self._turn(is_beside=False)
        if not self._has_room():
            self._turn(is_beside=True)
        self._is_fitting = False

    def reveal(self, widget: QWidget) -> None:
        """Scroll so far that a part of the question is in view."""
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, 0))  # once it is laid out

    def _turn(self, *, is_beside: bool) -> None:
        self._is_beside = is_beside
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if is_beside else below)
        self.clock.setContentsMargins(0 if is_beside else _SIDE_PX, 0, _SIDE_PX, 0)
        self.turned.emit(is_beside)

    def _has_room(self) -> bool:
        question = self.question
        wraps = question.hasHeightForWidth()
        wanted_px = question.totalHeightForWidth(self.width()) if wraps else question.totalSizeHint().height()
        return wanted_px + _GAP_PX + self.clock.totalSizeHint().height() <= self.height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_changed = event.type() is QEvent.Type.LayoutRequest and not self._is_fitting
        if is_changed and not self._is_beside and not self._has_room():
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
