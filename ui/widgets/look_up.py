"""One quiet line under a question, with a text that opens below it on request. Nothing of it is read aloud."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.question_view import WIDEST
from ui.widgets.text import Text
from ui.widgets.text_line import TextArea

_TEXT_PX: Final = 150
_LEAST_PX: Final = 96
_NARROWEST_PX: Final = 160
_AROUND_TEXT_PX: Final = 2 * 16


class LookUp(QWidget):
    """Closed at first. `key` opens and closes it; `name` is the text's for screen readers.

    Signals:
        opened(): the user looks it up.
    """

    opened = Signal()

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setMaximumWidth(WIDEST)
        self._line = _Offer(key)
        self._text = _Text(name)
        self._beside = Text("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._line, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._text)
        column.addWidget(self._beside)
        self._line.clicked.connect(self._on_clicked)
        self.withdraw()

    @property
    def is_open(self) -> bool:
        """Whether the text shows."""
        return self._text.isVisibleTo(self)

    def offer(self, line: str, text: str, beside: str = "") -> None:
        """Offer `text` by a `line` that leads to it; what is `beside` it shows with it."""
        self._open(is_open=False)
        self._line.show_words(line)
        self._text.setPlainText(text)
        self._beside.setText(beside)
        self.show()

    def withdraw(self) -> None:
        """Offer nothing."""
        self._open(is_open=False)
        self.hide()

    def set_room(self, room_px: int | None) -> None:
        """Let the text take so much height where it needs it; without, a few lines, which scroll."""
        offer_px = self._line.sizeHint().height() + 2 * SPACE
        self._text.set_highest(_TEXT_PX if room_px is None else max(_LEAST_PX, room_px - offer_px))

    def toggle(self) -> None:
        """Open or close it, if anything is offered."""
        if self.isVisible():
            self._line.click()

    def _open(self, *, is_open: bool) -> None:
        self._text.setVisible(is_open)
        self._beside.setVisible(is_open and bool(self._beside.text()))

    def _on_clicked(self) -> None:
        is_opening = not self.is_open
        self._open(is_open=is_opening)
        if is_opening:
            self.opened.emit()


class _Offer(Button):
    """The line that offers; words that do not fit are cut at the end, never the button."""

    def __init__(self, key: str) -> None:
        super().__init__("", key, "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = ""

    def show_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self._show_fitting(self.width())
        self.updateGeometry()

    def _show_fitting(self, width: int) -> None:
        around_px = super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        room_px = max(0, width - around_px) + 1  # widths are rounded, and by half a pixel words would be cut
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room_px))

    def sizeHint(self) -> QSize:
        hint, metrics = super().sizeHint(), self.fontMetrics()
        whole_px = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self.text())
        return QSize(hint.width() + whole_px, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST_PX, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_fitting(event.size().width())


class _Text(TextArea):
    """As high as it needs to be at its width, but no higher than there is room."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setReadOnly(True)
        self._highest_px = _TEXT_PX
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_highest(self, highest_px: int) -> None:
        self._highest_px = highest_px
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - _AROUND_TEXT_PX), 1 << 20)
        wrapped = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.toPlainText())
        return min(self._highest_px, wrapped.height() + _AROUND_TEXT_PX)

    def sizeHint(self) -> QSize:
        width = self.width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST_PX, min(_LEAST_PX, self._highest_px))
