"""The numbers behind a chart, as a table that the keyboard reads, opens and copies."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.theme import CAPTION_PX, font
from ui.words.shown_table import ShownTable

_ROW_PX: Final = 32
_MOST_ROWS: Final = 8  # the rest scrolls


class DataTable(QTableWidget):
    """Rows as they are. Enter or a click opens the answer of a row; Ctrl+C copies the whole table as text.

    Signals:
        answer_opened(int): the answer of a row is wanted.
    """

    answer_opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ShownTable((), ())
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setFont(font(CAPTION_PX, tabular=True))
        self.verticalHeader().hide()
        self.setWordWrap(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setFont(font(CAPTION_PX, 600))
        self.cellClicked.connect(lambda row, _column: self._open(row))

    @property
    def shown(self) -> ShownTable:
        """What stands in it."""
        return self._shown

    def show_table(self, table: ShownTable) -> None:
        """Show these rows and no others."""
        self._shown = table
        self.setColumnCount(len(table.headings))
        self.setHorizontalHeaderLabels(list(table.headings))
        self.setRowCount(len(table.rows))
        for number, row in enumerate(table.rows):
            for column, text in enumerate(row.cells):
                self.setItem(number, column, QTableWidgetItem(text))
            self.setRowHeight(number, _ROW_PX)
        if table.headings:  # what a row is of is read whole
            self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header_px = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header_px + min(_MOST_ROWS, max(1, len(table.rows))) * _ROW_PX + 4)

    def copy(self) -> None:
        """Put the whole table on the clipboard, tab-separated."""
        QGuiApplication.clipboard().setText(self._shown.as_text)

    def _open(self, row: int) -> None:
        answer = self._shown.rows[row].answer if 0 <= row < len(self._shown.rows) else None
        if answer is not None:
            self.answer_opened.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._open(self.currentRow())
        else:
            super().keyPressEvent(event)
