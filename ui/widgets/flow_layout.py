"""A row of widgets that wraps like words. It arranges, and knows none of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import SPACE


class Flow(QWidget):
    """Widgets from left to right, then on to the next line; its height follows from its width."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 2 * SPACE, line_spacing: int = 2 * SPACE
    ) -> None:
        super().__init__(parent)
        self._spacing = spacing
        self._line_spacing = line_spacing
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Set `widget` after the last one."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.updateGeometry()

    def clear(self) -> None:
        """Take all widgets away and delete them."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets.clear()
        self.updateGeometry()

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each widget that is not hidden goes within `width` pixels, in the middle of its line."""
        places: list[tuple[QWidget, QRect]] = []
        top = 0
        for line in self._lines(width):
            height = max(size.height() for _, size in line)
            left = 0
            for widget, size in line:
                at = QPoint(left, top + (height - size.height()) // 2)
                places.append((widget, QRect(at, QSize(min(size.width(), width), size.height()))))
                left += size.width() + self._spacing
            top += height + self._line_spacing
        return places

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        """The widgets with their sizes, measured once: that is what takes the time."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        left = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint().expandedTo(widget.minimumSize())
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((widget, size))
            left += size.width() + self._spacing
        return lines

    def _arrange(self) -> None:
        for widget, place in self._places(self.width()):
            widget.setGeometry(place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        sizes = [widget.sizeHint() for widget in self._widgets if not widget.isHidden()]
        width = sum(size.width() + self._spacing for size in sizes) - self._spacing if sizes else 0
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        sizes = [widget.sizeHint() for widget in self._widgets if not widget.isHidden()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def event(self, event: QEvent) -> bool:
        is_handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return is_handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
