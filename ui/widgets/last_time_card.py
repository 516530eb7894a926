"""How the last interview went, in a card; for a newcomer, what the first one will be like. It measures nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.paragraph import Paragraph
from ui.widgets.text import Text
from ui.words.interview_length import WHAT_AN_INTERVIEW_IS, first_interview
from ui.words.last_interview import LastFigure, last_figures, last_time_heading

if TYPE_CHECKING:
    from simulator.store.records import SessionSummary

_FIRST_FOOT = "Your latest results will appear here."


class LastTimeCard(Card):
    """Figures of the last interview, each with how it moved since the one before; shape and sign as well as colour.

    Signals:
        recordings_wanted(): the user has answers that were recorded elsewhere.
    """

    recordings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._heading = Text("", "label")
        self._words = Paragraph()
        self._foot = Text("", "caption")
        self._recordings = Button("Add recordings", look="link", icon_name="plus")
        self._recordings.clicked.connect(self.recordings_wanted)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(3 * SPACE)
        self._grid.setColumnStretch(0, 1)
        self.body.setSpacing(3 * SPACE)
        for widget in (self._heading, self._words, self._rows, self._foot):
            self.body.addWidget(widget)
        self.body.addWidget(self._recordings, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_newcomer()

    def show_expected(self, count: int, minutes: int) -> None:
        """For a newcomer: how long `count` questions take."""
        self._words.setText(first_interview(count, minutes))

    def show_last(self, last: SessionSummary | None, before: SessionSummary | None, today: date) -> None:
        """Show `last`, compared with `before` where both were measured; None shows the newcomer's words."""
        self._clear()
        if last is None:
            self._show_newcomer()
            return
        self._show_figures(True)
        self._heading.setText(last_time_heading(last, today))
        for figure in last_figures(last, before):
            self._add_row(figure)

    def _show_newcomer(self) -> None:
        self._show_figures(False)
        self._heading.setText("Welcome")
        self._words.setText(WHAT_AN_INTERVIEW_IS)
        self._foot.setText(_FIRST_FOOT)

    def _show_figures(self, is_shown: bool) -> None:
        self._rows.setVisible(is_shown)
        self._words.setVisible(not is_shown)
        self._foot.setVisible(not is_shown)

    def _add_row(self, row: LastFigure) -> None:
        values = QHBoxLayout()
        values.setSpacing(SPACE)
        values.addStretch(1)
        for text, widget in (
            (row.figure, Text(row.figure, "strong", wraps=False)),
            (row.unit, Text(row.unit, "body", wraps=False)),
            (row.moved, Text(row.moved, "body", wraps=False)),
        ):
            if text:
                values.addWidget(widget)
        if row.moved:
            widget.set_tone(row.tone)
        line = self._grid.rowCount()
        self._grid.addWidget(Text(row.name, "body"), line, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addLayout(values, line, 1)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            _discard(item.widget())
            layout = item.layout()
            while layout is not None and (inner := layout.takeAt(0)) is not None:
                _discard(inner.widget())


def _discard(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
