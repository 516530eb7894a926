"""The frame of a page: margins, a heading, a column that scrolls when it must, and a foot that stays. No contents."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text import Text

MARGIN = 11 * SPACE
WIDEST = 1180


class ScrollColumn(ScrollArea):
    """A column that is as wide as the area and scrolls only up and down."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = QWidget()
        self.column = QVBoxLayout(self.inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self.inner)


class Page(QWidget):
    """A screen at one of the places: title and subtitle, then `column`, then `foot` below the scrolling part.

    The column gets no wider than `widest_px`. Cards with a greatest width of their own would not do: a layout asks how
    high they are at the width that there is, not at the one that they take, and then clips what wraps.
    """

    def __init__(
        self, title: str, subtitle: str = "", parent: QWidget | None = None, *, widest_px: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._widest_px = widest_px
        self._scroll = ScrollColumn(title)
        self.column = self._scroll.column
        self.column.setContentsMargins(MARGIN, 9 * SPACE, MARGIN, 5 * SPACE)
        self.column.setSpacing(5 * SPACE)
        self._title = Text(title, "title")
        self._subtitle = Text(subtitle, "soft")
        if not subtitle:  # shown before it has a parent, it would be a window of its own
            self._subtitle.hide()
        heading = QVBoxLayout()
        heading.setSpacing(2 * SPACE)
        heading.addWidget(self._title)
        heading.addWidget(self._subtitle)
        heading.addSpacing(2 * SPACE)
        self.column.addLayout(heading)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(MARGIN, 0, MARGIN, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self.foot)

    def show_subtitle(self, text: str) -> None:
        """Show another line below the title; an empty one takes it away."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def scroll_to(self, part: QWidget) -> None:
        """Bring a widget of the column to the top, as far as the page goes."""
        self._scroll.verticalScrollBar().setValue(part.mapTo(self._scroll.inner, part.rect().topLeft()).y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._widest_px is not None:
            margins = self.column.contentsMargins()
            margins.setRight(max(MARGIN, self.width() - MARGIN - self._widest_px))
            self.column.setContentsMargins(margins)


class TurningRow(QWidget):
    """Widgets side by side, or below one another where the width is less than `narrow_px`."""

    def __init__(self, narrow_px: int, spacing: int = 5 * SPACE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow_px = narrow_px
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(spacing)

    def minimumSizeHint(self) -> QSize:
        items = [self.row.itemAt(index) for index in range(self.row.count())]
        widest = max((item.minimumSize().width() for item in items if item), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < self._narrow_px
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self.row.direction() is not direction:
            self.row.setDirection(direction)
        super().resizeEvent(event)
