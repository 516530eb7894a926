"""A field to search as one types. It searches nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from ui.theme import colours, icon
from ui.widgets.text_line import TextLine

_ICON_PX = 16


class SearchBox(TextLine):
    """A line to type into, with a cross that empties it; Escape empties it too.

    Signals:
        search_changed(str): the text, once the user pauses typing; at once when it is emptied.
    """

    search_changed = Signal(str)

    def __init__(self, hint: str, pause_ms: int = 150, parent: QWidget | None = None) -> None:
        super().__init__("Search", hint, parent=parent)
        self.setAccessibleDescription(hint)
        self.setClearButtonEnabled(True)
        self.setTextMargins(_ICON_PX + 8, 0, 0, 0)
        self._said = ""
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_text_changed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.clear)

    def _on_text_changed(self, text: str) -> None:
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self._on_pause()

    def _on_pause(self) -> None:
        text = self.text().strip()
        if text != self._said:
            self._said = text
            self.search_changed.emit(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRect(14, (self.height() - _ICON_PX) // 2, _ICON_PX, _ICON_PX)
        icon("search", colours(self).soft).paint(painter, place)
