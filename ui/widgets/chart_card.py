"""A chart in a card, and behind it the same numbers as a table. What is drawn is the chart's own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chart import Chart
from ui.widgets.data_table import DataTable
from ui.widgets.text import Text
from ui.widgets.trend_chart import TrendChart
from ui.words.shown_table import ShownTable
from ui.words.trends import Trend

_AS_TABLE: Final = "Show as table"
_AS_CHART: Final = "Show as chart"


class ChartCard(Card):
    """A heading, a chart, and a switch between it and its table. Without rows there is a sentence in their place.

    Signals:
        answer_opened(int): an answer of chart or table is wanted.
    """

    answer_opened = Signal(int)

    def __init__(self, name: str, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self.setAccessibleName(name)
        self.name = name
        self.chart = chart
        self._rows = ShownTable((), ())
        self._is_drawn = False
        self._table: DataTable | None = None
        self._toggle = Button(_AS_TABLE, look="link")
        self._copy = Button("Copy", look="link")
        self._toggle.setCheckable(True)
        self._note = Text("", "soft")
        self._lay_out()
        self._toggle.toggled.connect(self._show)
        self._copy.clicked.connect(self._on_copy_clicked)
        chart.answer_opened.connect(self.answer_opened)
        self.show_numbers(self._rows, "")

    def show_numbers(self, table: ShownTable, note: str) -> None:
        """Have these numbers behind the chart; with a `note`, that is said in place of the chart."""
        self._rows = table
        self._is_drawn = not note
        self._note.setText(note)
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(Text(self.name, "label", wraps=False))
        head.addStretch(1)
        head.addWidget(self._copy)
        head.addWidget(self._toggle)
        self._copy.setAccessibleName(f"Copy the table: {self.name}")
        self.body.setSpacing(SPACE)
        self.body.addLayout(head)
        self.body.addWidget(self._note)
        self.body.addWidget(self.chart)

    def _show(self) -> None:
        is_table = self._toggle.isChecked() and bool(self._rows.rows)
        if is_table:
            self._made_table().show_table(self._rows)
        if self._table is not None:
            self._table.setVisible(is_table)
        self.chart.setVisible(self._is_drawn and not is_table)
        self._note.setVisible(bool(self._note.text()) and not is_table)
        self._copy.setVisible(is_table)
        self._toggle.setVisible(bool(self._rows.rows))
        self._toggle.setText(_AS_CHART if is_table else _AS_TABLE)
        self._toggle.setAccessibleName(f"{self._toggle.text()}: {self.name}")
        self._toggle.updateGeometry()

    def _made_table(self) -> DataTable:
        if self._table is None:
            self._table = DataTable(f"{self.name} in numbers")
            self._table.answer_opened.connect(self.answer_opened)
            self.body.insertWidget(self.body.indexOf(self.chart) + 1, self._table)
        return self._table

    def _on_copy_clicked(self) -> None:
        self._made_table().copy()


class TrendCard(ChartCard):
    """One measure: its last value, what that is held against, and the curve."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._curve = TrendChart()
        self._figure = Text("", "figure")
        self._summary = Text("", "caption")
        self._days = QWidget()
        self._first_day, self._last_day = (Text("", "caption", wraps=False) for _ in range(2))
        super().__init__(name, self._curve, parent)

    def show_trend(self, trend: Trend) -> None:
        """Show this measure."""
        self._figure.setText(f"{trend.latest} {trend.unit}".rstrip())
        self._summary.setText(trend.summary)
        self._first_day.setText(trend.first_day)
        self._last_day.setText(trend.last_day)
        for part in (self._figure, self._summary):
            part.setVisible(bool(trend.points))
        self._curve.show_trend(trend)
        self.show_numbers(trend.table, trend.note)

    def _lay_out(self) -> None:
        super()._lay_out()
        self.body.insertWidget(1, self._figure)
        self.body.insertWidget(2, self._summary)
        days = QHBoxLayout(self._days)
        days.setContentsMargins(11 * SPACE, 0, 0, 0)
        days.addWidget(self._first_day)
        days.addStretch(1)
        days.addWidget(self._last_day)
        self.body.addWidget(self._days)

    def _show(self) -> None:
        super()._show()
        self._days.setVisible(self.chart.isVisibleTo(self))


class WideCard(ChartCard):
    """A chart as wide as the page, with a sentence above it."""

    def __init__(self, name: str, chart: Chart, sentence: str, parent: QWidget | None = None) -> None:
        self._sentence = Text(sentence, "caption")
        self._below = QWidget()
        super().__init__(name, chart, parent)

    def say(self, sentence: str) -> None:
        """Say this above the chart."""
        self._sentence.setText(sentence)

    def add_below(self, button: Button) -> None:
        """Have this below the chart, and gone with it."""
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)

    def _lay_out(self) -> None:
        super()._lay_out()
        self.body.insertWidget(1, self._sentence)
        self.body.insertSpacing(2, 2 * SPACE)
        self.body.addWidget(self._below)

    def _show(self) -> None:
        super()._show()
        for part in (self._sentence, self._below):
            part.setVisible(self.chart.isVisibleTo(self))
