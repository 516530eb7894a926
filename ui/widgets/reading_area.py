"""A scrolling column for reading that is only as high as it must be."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.scroll_area import ScrollArea

GUTTER_PX: Final = 4 * SPACE
_MARGIN_PX: Final = 48


class ReadingArea(ScrollArea):
    """A column, `body`, that takes its own height while there is room and scrolls when there is not.

    The column leaves `GUTTER_PX` on its right for the scroll bar, so that nothing moves when the bar appears.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget()
        self._followed: QRect | None = None
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, GUTTER_PX, 0)
        self.body.setSpacing(4 * SPACE)
        self.setWidget(self._content)
        self._content.installEventFilter(self)
        self.verticalScrollBar().installEventFilter(self)

    def reveal(self, widget: QWidget, area: QRect) -> None:
        """Scroll so far that this part of a widget inside is in view."""
        top = widget.mapTo(self._content, area.topLeft())
        self.ensureVisible(top.x(), top.y() + area.height() // 2, 0, _MARGIN_PX)

    def follow(self, widget: QWidget, area: QRect) -> None:
        """Likewise, for what goes on by itself: whoever has scrolled away from where it was last is left in peace."""
        last, self._followed = self._followed, QRect(widget.mapTo(self._content, area.topLeft()), area.size())
        if last is None or last.translated(self._content.pos()).intersects(self.viewport().rect()):
            self.reveal(widget, area)

    def forget_followed(self) -> None:
        """Follow again, wherever it goes next."""
        self._followed = None

    def show_top(self) -> None:
        """Scroll back to the beginning, and follow from there."""
        self.forget_followed()
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        width = self.viewport().width()
        has_height = self.body.hasHeightForWidth()
        return QSize(width, self.body.totalHeightForWidth(width) if has_height else self.body.totalSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 80)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif watched is self.verticalScrollBar() and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            bar_px = self.verticalScrollBar().sizeHint().width() if event.type() == QEvent.Type.Show else 0
            self.body.setContentsMargins(0, 0, max(0, GUTTER_PX - bar_px), 0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
