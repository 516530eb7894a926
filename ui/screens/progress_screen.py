"""How the figures went from interview to interview: curves, and the same numbers as a table. Judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.store.records import ProgressPoint
from ui.theme import BODY_PX, CAPTION_PX, SPACE, font
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.reading_area import GUTTER_PX, ReadingArea
from ui.widgets.text import Text
from ui.widgets.trend_chart import TrendCard
from ui.words.progress_sentences import TOO_FEW, interviews_left_out, interviews_shown
from ui.words.times import short_day
from ui.words.trends import Trend, shown_points, trends_of

_SIDE_PX: Final = 11 * SPACE
_NARROW_PX: Final = 640
_ROW_PX: Final = 34
_SHOW_TABLE: Final = "Show the numbers"
_HIDE_TABLE: Final = "Hide the numbers"


class ProgressScreen(QWidget):
    """Four curves, newest on the right; before the second interview a sentence instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Progress")
        self._cards: list[TrendCard] = []
        self._columns = 0
        self._subtitle = Text("", "soft")
        self._area = ReadingArea()
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._toggle = Button(_SHOW_TABLE, is_small=True)
        self._toggle.setCheckable(True)
        self._table = QTableWidget()
        self._table_card = Card(padding=3 * SPACE)
        self._lay_out()
        self._toggle.toggled.connect(self._on_toggled)
        self.show_progress(())

    def show_progress(
        self, points: Sequence[ProgressPoint], rules: JudgingRules = DEFAULT_RULES, left_out: int = 0
    ) -> None:
        """Show these sessions, in any order; of many only the newest. `left_out` others cannot be read."""
        shown = shown_points(points)
        trends = trends_of(shown, rules)
        self._make_cards(trends, shown)
        self._fill_table(trends, shown)
        said = interviews_shown(len(points), len(shown)) if trends else TOO_FEW
        self._subtitle.setText(f"{said} {interviews_left_out(left_out)}".rstrip())
        self._grid_holder.setVisible(bool(trends))
        self._toggle.setVisible(bool(trends))
        self._table_card.setVisible(bool(trends) and self._toggle.isChecked())

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4 * SPACE)
        self._table.setAccessibleName("Progress in numbers")
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.setTabKeyNavigation(False)
        self._table.setFont(font(BODY_PX, tabular=True))
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.horizontalHeader().setFont(font(CAPTION_PX, 600))
        self._table_card.body.addWidget(self._table)
        body = self._area.body
        for part in (Text("Progress", "title"), self._subtitle, self._grid_holder):
            body.addWidget(part)
        body.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._table_card)
        page = QVBoxLayout(self)
        page.setContentsMargins(_SIDE_PX, 9 * SPACE, _SIDE_PX - GUTTER_PX, 6 * SPACE)
        page.addWidget(self._area)
        page.addStretch(1)

    def _make_cards(self, trends: Sequence[Trend], points: Sequence[ProgressPoint]) -> None:
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        days = [_short_day(point) for point in points]
        self._cards = [TrendCard(trend, days[0], days[-1], self._grid_holder) for trend in trends]
        self._columns = 0
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        columns = 1 if width < _NARROW_PX else 2
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
            card.show()

    def _fill_table(self, trends: Sequence[Trend], points: Sequence[ProgressPoint]) -> None:
        """The newest interview on top."""
        self._table.setColumnCount(len(trends) + 1)
        self._table.setHorizontalHeaderLabels(["Interview", *(f"{one.name} {one.unit}".rstrip() for one in trends)])
        self._table.setRowCount(len(points) if trends else 0)
        for row in range(self._table.rowCount()):
            place = len(points) - 1 - row
            for column, text in enumerate([_short_day(points[place]), *(trend.texts[place] for trend in trends)]):
                self._table.setItem(row, column, QTableWidgetItem(text))
            self._table.setRowHeight(row, _ROW_PX)
        self._table.setFixedHeight(min(12, self._table.rowCount() + 1) * _ROW_PX + 4 * SPACE)

    def _on_toggled(self, is_shown: bool) -> None:
        self._toggle.setText(_HIDE_TABLE if is_shown else _SHOW_TABLE)
        self._toggle.updateGeometry()
        self._table_card.setVisible(is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())


def _short_day(point: ProgressPoint) -> str:
    return short_day(point.started_at.astimezone().date())
