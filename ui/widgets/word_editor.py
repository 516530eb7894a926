"""The line in which a word of an answer is put right, where it stands. It knows no answer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import SPACE, font
from ui.widgets.transcript_marks import READING_PX

HOW_TO_EDIT: Final = "Enter saves, Esc cancels. A space splits a word; clear the field to delete the word."
_LONGEST: Final = 300
_NARROWEST_PX: Final = 72
_STAYS_OPEN: Final = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class WordEditor(QLineEdit):
    """A line over the words being edited, hidden otherwise; it grows with what is typed.

    Signals:
        kept(str): what the user typed; also when they go on elsewhere.
        left(): all is to stay as it was.
    """

    kept = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._over = QRect()
        self.setAccessibleName("Correct the words")
        self.setFont(font(READING_PX))
        self.setMaxLength(_LONGEST)
        self.setStyleSheet("QLineEdit { padding: 0 4px; }")
        self.textChanged.connect(self._fit)
        self.hide()

    def begin(self, text: str, bare: tuple[int, int], over: QRect) -> None:
        """Edit `text`, of which the part from and to `bare` is chosen, over this part of the parent."""
        self._over = over
        self.setAccessibleDescription(f"“{text}”. {HOW_TO_EDIT}")
        self.setText(text)
        self._fit()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setSelection(bare[0], bare[1] - bare[0])

    def move_over(self, over: QRect) -> None:
        """The words being edited have moved."""
        self._over = over
        self._fit()

    def _fit(self) -> None:
        """As wide as the text, and as far as possible where the words stand."""
        room_px = self._page.width()
        wanted_px = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 5 * SPACE
        width = min(max(wanted_px, self._over.width() + 3 * SPACE, _NARROWEST_PX), room_px)
        left = min(max(0, self._over.left() - 6), room_px - width)
        self.setGeometry(left, max(0, self._over.top() - SPACE), width, self._over.height() + 2 * SPACE)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()  # elsewhere it closes or silences things
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit(self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() not in _STAYS_OPEN:
            self.kept.emit(self.text())
