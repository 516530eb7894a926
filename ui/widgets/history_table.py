"""The table of History: rows that more are fetched for while one scrolls, sorted by a press on a heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from simulator.store.history_view import FOUND, Column, View
from ui.theme import BODY_PX, CAPTION_PX, SPACE, Palette, colours, font, icon
from ui.widgets.list_rows import VALUE_ROLE, draw_line
from ui.widgets.painting import draw_box, draw_focus_ring
from ui.words.history_rows import HEADINGS, SORT_NAMES, HistoryRow

Index = QModelIndex | QPersistentModelIndex

ROW_PX: Final = 64
_RADIUS: Final = 9
_STAR_PX: Final = 40
_GLYPH_PX: Final = 16
_WIDTHS: Final[Mapping[Column, int]] = {
    Column.STAR: _STAR_PX,
    Column.WHEN: 104,
    Column.ANSWERS: 84,
    Column.LENGTH: 84,
    Column.ON_TIME: 84,
    Column.FILLERS: 92,
    Column.POINTS: 104,
}
_LEAST_TITLE_PX: Final = 260
_FIRST_TO_GO: Final = (Column.ON_TIME, Column.FILLERS, Column.POINTS, Column.ANSWERS, Column.LENGTH)
_NUMBERS: Final = frozenset(_FIRST_TO_GO)
_NOWHERE: Final = QModelIndex()
_TEXT_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class HistoryModel(QAbstractTableModel):
    """The rows fetched so far, one view of them.

    Signals:
        more_wanted(): the view has come to the end and there is more to be had.
    """

    more_wanted = Signal()

    def __init__(self, view: View) -> None:
        super().__init__()
        self.columns: Final = tuple(column for column, _ in HEADINGS[view])
        self._headings = dict(HEADINGS[view])
        self._rows: list[HistoryRow] = []
        self._has_more = False
        self._sort: tuple[Column, bool] = (Column.WHEN, True)

    @property
    def rows(self) -> Sequence[HistoryRow]:
        """In order."""
        return self._rows

    def show(self, rows: Sequence[HistoryRow], *, has_more: bool) -> None:
        """Show these rows and no others."""
        self.beginResetModel()
        self._rows, self._has_more = list(rows), has_more
        self.endResetModel()

    def append(self, rows: Sequence[HistoryRow], *, has_more: bool) -> None:
        """Add rows at the end."""
        self._has_more = has_more
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def remove(self, row: int) -> None:
        """Take this row out."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def change(self, row: int, value: HistoryRow) -> None:
        """Show another value in this row."""
        self._rows[row] = value
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def show_sort(self, column: Column, *, is_descending: bool) -> None:
        """Say in the headings what the rows are sorted by."""
        self._sort = column, is_descending
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == VALUE_ROLE:
            return row
        if role not in _TEXT_ROLES:
            return None
        if column is Column.STAR:
            return "Starred" if row.is_starred else "Not starred"
        return row.spoken if column is Column.TITLE else row.cells[column].replace("\n", ", ")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        is_sorted, is_descending = self._sort[0] is column, self._sort[1]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            way = f", sorted {'down' if is_descending else 'up'}" if is_sorted else ""
            return f"{SORT_NAMES[column]}{way}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"Sort by {SORT_NAMES[column].lower()}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = ("↓" if is_descending else "↑") if is_sorted else ""
            return f"{self._headings[column]} {arrow}".strip()
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        self._has_more = False  # one page at a time; whoever brings it says whether more will follow
        self.more_wanted.emit()


class HistoryTable(QTableView):
    """Rows of one height, opened by a click or Enter; the star is put on by a click on it or S.

    Signals:
        row_opened(int): likewise of the others: the number of a row.
        star_pressed(int): the star, or S.
        delete_pressed(int): the Delete key.
        rename_pressed(int): F2.
        heading_pressed(object): the `Column` whose heading was pressed.
    """

    row_opened = Signal(int)
    star_pressed = Signal(int)
    delete_pressed = Signal(int)
    rename_pressed = Signal(int)
    heading_pressed = Signal(object)

    def __init__(self, name: str, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._shown = model
        self._hot = -1
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_up_headings()
        self.clicked.connect(self._on_clicked)
        self.entered.connect(lambda index: self._set_hot(index.row()))
        self.horizontalHeader().sectionClicked.connect(
            lambda section: self.heading_pressed.emit(model.columns[section])
        )

    @property
    def hot_row(self) -> int:
        """The row under the pointer, -1 for none."""
        return self._hot

    def current_row(self) -> int | None:
        """The row that is current, if any."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def choose_row(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._shown.index(row, self._shown.columns.index(Column.TITLE)))

    def _set_up_headings(self) -> None:
        rows, headings = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_PX)
        headings.setSectionsClickable(True)
        headings.setHighlightSections(False)
        headings.setMinimumSectionSize(_STAR_PX)
        headings.setFont(font(CAPTION_PX, 600))
        for number, column in enumerate(self._shown.columns):
            is_title = column is Column.TITLE
            mode = QHeaderView.ResizeMode.Stretch if is_title else QHeaderView.ResizeMode.Fixed
            headings.setSectionResizeMode(number, mode)
            if not is_title:
                headings.resizeSection(number, _WIDTHS[column])

    def _set_hot(self, row: int) -> None:
        if row != self._hot:
            self._hot = row
            self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        is_star = self._shown.columns[index.column()] is Column.STAR
        (self.star_pressed if is_star else self.row_opened).emit(index.row())

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = {
            Qt.Key.Key_Return: self.row_opened,
            Qt.Key.Key_Enter: self.row_opened,
            Qt.Key.Key_Delete: self.delete_pressed,
            Qt.Key.Key_F2: self.rename_pressed,
            Qt.Key.Key_S: self.star_pressed,
        }.get(Qt.Key(event.key()))
        row = self.current_row()
        if pressed is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif row is not None and not event.isAutoRepeat():
            pressed.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self._set_hot(-1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hot(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it gets narrow, figures go before the title does."""
        room = event.size().width() - _LEAST_TITLE_PX - sum(_WIDTHS.get(one, 0) for one in self._shown.columns)
        for column in _FIRST_TO_GO:
            if column in self._shown.columns:
                self.setColumnHidden(self._shown.columns.index(column), room < 0)
                room += _WIDTHS[column] if room < 0 else 0
        super().resizeEvent(event)


class _RowDelegate(QStyledItemDelegate):
    """One cell after the other on the ground of their row."""

    def __init__(self, table: HistoryTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = colours(self._table.window())
        row: HistoryRow = index.data(VALUE_ROLE)
        column = self._table._shown.columns[index.column()]  # noqa: SLF001 - one widget, in two classes
        area: QRect = option.rect
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index.row(), palette)
        inner = area.adjusted(2 * SPACE, 11, -2 * SPACE, -9)
        if column is Column.STAR:
            self._paint_star(painter, area, row, index.row(), palette)
        elif column is Column.TITLE:
            _paint_title(painter, inner, row, palette)
        elif column is Column.WHEN:
            day, _, time = row.cells[column].partition("\n")
            draw_line(painter, _line(inner, 0), day, font(CAPTION_PX, 600), palette.ink)
            draw_line(painter, _line(inner, 1), time, font(CAPTION_PX, tabular=True), palette.soft)
        else:
            tone = row.tones.get(column) or "ink"
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            ink = getattr(palette, tone)
            draw_line(painter, _line(inner, 0), row.cells[column], font(CAPTION_PX, tabular=True), ink, right)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int, palette: Palette) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        whole = QRect(0, option.rect.top() + 2, self._table.viewport().width(), option.rect.height() - 4)
        if is_chosen or row == self._table.hot_row:
            draw_box(painter, whole, _RADIUS, palette.accent_soft if is_chosen else palette.background, None)
        if is_chosen and self._table.hasFocus():
            draw_focus_ring(painter, whole, _RADIUS, palette)

    def _paint_star(self, painter: QPainter, area: QRect, row: HistoryRow, number: int, palette: Palette) -> None:
        if row.is_starred or number == self._table.hot_row:
            ink = palette.amber if row.is_starred else palette.faint
            left = area.left() + (area.width() - _GLYPH_PX) // 2
            icon("star", ink).paint(
                painter, QRect(left, _line(area.adjusted(0, 11, 0, 0), 0).top() + 3, _GLYPH_PX, _GLYPH_PX)
            )


def _line(area: QRect, number: int) -> QRect:
    return QRect(area.left(), area.top() + 22 * number, area.width(), 22)


def _paint_title(painter: QPainter, area: QRect, row: HistoryRow, palette: Palette) -> None:
    draw_line(painter, _line(area, 0), row.title, font(BODY_PX, 600), palette.ink)
    if row.has_marks:
        draw_marked(painter, _line(area, 1), row.below, palette)
    else:
        draw_line(painter, _line(area, 1), row.below, font(CAPTION_PX), palette.soft)


def draw_marked(painter: QPainter, area: QRect, text: str, palette: Palette) -> None:
    """One line of text in which what stands between the `FOUND` is marked; cut where the area ends."""
    left, is_found = area.left(), False
    before, *rest = text.replace(FOUND[1], FOUND[0]).split(FOUND[0])
    plain = QFontMetrics(font(CAPTION_PX))
    before = plain.elidedText(before, Qt.TextElideMode.ElideLeft, area.width() * 2 // 5)  # what was found is in view
    for part in (before, *rest):
        part_font = font(CAPTION_PX, 700 if is_found else 400)
        metrics = QFontMetrics(part_font)
        room = area.right() - left
        shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        if is_found and shown:
            chip = QRect(left - 1, area.top() + 2, min(width + 2, room), area.height() - 3)
            draw_box(painter, chip, 3, palette.accent_soft, None)
        painter.setFont(part_font)
        painter.setPen(QColor(palette.accent_ink if is_found else palette.soft))
        painter.drawText(QRect(left, area.top(), room, area.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        left += width
        is_found = not is_found
        if shown != part:
            return
