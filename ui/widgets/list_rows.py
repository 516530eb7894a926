"""What every list of the program shares: a model that shows values it is given, and rows painted like cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import Palette, colours
from ui.widgets.painting import draw_box, draw_focus_ring

Index = QModelIndex | QPersistentModelIndex
Value = TypeVar("Value")

VALUE_ROLE: Final = Qt.ItemDataRole.UserRole
_RADIUS: Final = 9
_NOWHERE: Final = QModelIndex()


class ValueModel(QAbstractListModel, Generic[Value]):
    """Rows of values, with the words that a screen reader says for each; more may be fetched while scrolling.

    Signals:
        more_wanted(): the view has come to the end and there is more to be had.
    """

    more_wanted = Signal()

    def __init__(self, words: Callable[[Value], str]) -> None:
        super().__init__()
        self._words = words
        self._values: list[Value] = []
        self._has_more = False

    @property
    def values(self) -> Sequence[Value]:
        """The values, in the order of the rows."""
        return self._values

    def show(self, values: Sequence[Value], has_more: bool = False) -> None:
        """Show these values and no others."""
        self.beginResetModel()
        self._values, self._has_more = list(values), has_more
        self.endResetModel()

    def append(self, values: Sequence[Value], has_more: bool) -> None:
        """Add values at the end."""
        self._has_more = has_more
        if not values:
            return
        first = len(self._values)
        self.beginInsertRows(QModelIndex(), first, first + len(values) - 1)
        self._values.extend(values)
        self.endInsertRows()

    def remove(self, row: int) -> None:
        """Take this row out."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._values[row]
        self.endRemoveRows()

    def change(self, row: int, value: Value) -> None:
        """Show another value in this row."""
        self._values[row] = value
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        value = self._values[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(value)
        return value if role == VALUE_ROLE else None

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        self._has_more = False  # one page at a time; whoever brings it says whether more will follow
        self.more_wanted.emit()


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height: ground, focus ring, and what `paint_row` puts on it."""

    def __init__(self, view: QAbstractItemView, row_px: int) -> None:
        super().__init__(view)
        self._view = view
        self._row_px = row_px

    def paint_row(self, painter: QPainter, area: QRect, index: Index, palette: Palette) -> None:
        """Put the words of a row on its ground; subclasses say how."""
        raise NotImplementedError

    def ground(self, area: QRect, _index: Index) -> QRect:
        """The part of a row that is filled when it is chosen."""
        return area.adjusted(0, 2, 0, -2)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, self._row_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = colours(self._view.window())  # the view itself is transparent
        area = self.ground(option.rect, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_chosen or is_hot:
            draw_box(painter, area, _RADIUS, palette.accent_soft if is_chosen else palette.background, None)
        if is_chosen and self._view.hasFocus():
            draw_focus_ring(painter, area, _RADIUS, palette)
        self.paint_row(painter, option.rect, index, palette)
        painter.restore()


class RowList(QListView):
    """A list of rows of one height, so that ten thousand scroll as lightly as ten.

    Signals:
        row_chosen(int): the row that is current now.
        row_opened(int): a click, or Enter.
        delete_pressed(int): the Delete key.
    """

    row_chosen = Signal(int)
    row_opened = Signal(int)
    delete_pressed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)

    def choose_row(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.row())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex().row())
            return
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid() and not event.isAutoRepeat():
            self.delete_pressed.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)


def draw_line(painter: QPainter, area: QRect, text: str, text_font: QFont, colour: str, flags: int = 0) -> int:
    """One line of plain text, cut with an ellipsis where the area ends; its width in pixels."""
    metrics = QFontMetrics(text_font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(text_font)
    painter.setPen(QColor(colour))
    painter.drawText(area, flags or int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    return metrics.horizontalAdvance(shown)


def draw_lines(painter: QPainter, area: QRect, text: str, text_font: QFont, colour: str) -> None:
    """Plain text on as many lines as the area has room for, cut with an ellipsis on the last."""
    step = QFontMetrics(text_font).lineSpacing()
    for number, line in enumerate(fitted_lines(text, text_font, area.width(), max(1, area.height() // step))):
        draw_line(painter, QRect(area.left(), area.top() + number * step, area.width(), step), line, text_font, colour)


def fitted_lines(text: str, text_font: QFont, width: int, most: int) -> list[str]:
    """The text broken between words into `most` lines at most; the last holds all that is left, however long."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, text_font)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return [text[start:end].strip() for start, end in pairwise((*starts, len(text)))]
