"""How the last interview went, in a card; for a newcomer, what the first one will be like. It measures nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.theme import SPACE, Tone
from ui.widgets.card import Card
from ui.widgets.paragraph import Paragraph
from ui.widgets.text import Text
from ui.words.times import counted, day_words, short_seconds

if TYPE_CHECKING:
    from simulator.store.records import SessionSummary

_FIRST_TIME = "You hear a question, answer it aloud, and read what could be better."
_FIRST_FOOT = "After it, the figures of your last time stand here."


class LastTimeCard(Card):
    """Figures of the last interview, each with how it moved since the one before; shape and sign as well as colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._heading = Text("", "label")
        self._words = Paragraph()
        self._foot = Text("", "caption")
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(3 * SPACE)
        self._grid.setColumnStretch(0, 1)
        self.body.setSpacing(3 * SPACE)
        for widget in (self._heading, self._words, self._rows, self._foot):
            self.body.addWidget(widget)
        self._show_newcomer()

    def show_expected(self, count: int, minutes: int) -> None:
        """For a newcomer: how long `count` questions take."""
        takes = f"{counted(minutes, 'minute')} for {counted(count, 'question')}"
        self._words.setText(f"Your first interview takes about {takes}. {_FIRST_TIME}")

    def show_last(self, last: SessionSummary | None, before: SessionSummary | None, today: date) -> None:
        """Show `last`, compared with `before` where both were measured; None shows the newcomer's words."""
        self._clear()
        if last is None:
            self._show_newcomer()
            return
        self._show_figures(True)
        day = day_words(last.started_at.astimezone().date(), today)
        self._heading.setText(f"Last time, {day[0].lower() + day[1:] if day in ('Today', 'Yesterday') else day}")
        self._add_row("Within target", f"{last.within_target} of {last.answer_count}", "answers")
        fillers, fillers_before = last.filler_sounds_per_minute, before.filler_sounds_per_minute if before else None
        if fillers is not None:
            self._add_row("Filler sounds", f"{fillers:.1f}", "a minute", *_moved(fillers, fillers_before, ""))
        to_point, to_point_before = last.time_to_point_s, before.time_to_point_s if before else None
        if to_point is not None:
            self._add_row("Time to the point", short_seconds(to_point), "", *_moved(to_point, to_point_before, " s"))

    def _show_newcomer(self) -> None:
        self._show_figures(False)
        self._heading.setText("Welcome")
        self._words.setText(_FIRST_TIME)
        self._foot.setText(_FIRST_FOOT)

    def _show_figures(self, is_shown: bool) -> None:
        self._rows.setVisible(is_shown)
        self._words.setVisible(not is_shown)
        self._foot.setVisible(not is_shown)

    def _add_row(self, name: str, figure: str, unit: str, moved: str = "", tone: Tone = "") -> None:
        values = QHBoxLayout()
        values.setSpacing(SPACE)
        values.addStretch(1)
        for text, widget in (
            (figure, Text(figure, "strong", wraps=False)),
            (unit, Text(unit, "body", wraps=False)),
            (moved, Text(moved, "body", wraps=False)),
        ):
            if text:
                values.addWidget(widget)
        if moved:
            widget.set_tone(tone)
        row = self._grid.rowCount()
        self._grid.addWidget(Text(name, "body"), row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addLayout(values, row, 1)

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


def _moved(now: float, before: float | None, unit: str) -> tuple[str, Tone]:
    """How a figure of which less is better moved: arrow, by how much, and the tone that goes with it."""
    if before is None:
        return "", ""
    step = round(now - before, 0 if unit else 1)
    if step == 0:
        return "", ""
    size = f"{abs(step):.0f}" if unit else f"{abs(step):.1f}"
    return (f"↓ {size}{unit}", "green") if step < 0 else (f"↑ {size}{unit}", "amber")
