"""Questions to tick, one a row, with the beginning of the answer below; ticking is done by Space, Enter or a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from question_bank.models import Question
from ui.theme import BODY_PX, CAPTION_PX, SPACE, Palette, font, icon
from ui.widgets.list_rows import VALUE_ROLE, Index, RowDelegate, RowList, ValueModel, draw_line
from ui.widgets.painting import draw_box

_ROW_PX: Final = 54
_BOX_PX: Final = 18
_MARK_PX: Final = 12
_BOX_RADIUS: Final = 4
_SPOKEN_ANSWER_CHARS: Final = 120


class TickList(RowList):
    """Questions of which all are ticked at first.

    Signals:
        ticks_changed(): another question is ticked, or one less.
    """

    ticks_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setAccessibleDescription("Press Space to tick or untick a question.")
        self._ticks = _TickModel()
        self.setModel(self._ticks)
        self.setItemDelegate(_TickDelegate(self))
        self._ticks.dataChanged.connect(self.ticks_changed)
        self.row_opened.connect(self._ticks.turn)

    @property
    def ticked_ids(self) -> frozenset[str]:
        """The ids of the questions that are ticked."""
        return frozenset(self._ticks.ticked)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show these, all ticked, the first of them current."""
        self._ticks.ticked = {question.id for question in questions}
        self._ticks.show(questions)
        if questions:
            self.choose_row(0)

    def tick_all(self, *, is_ticked: bool) -> None:
        """Tick every question, or none."""
        self._ticks.turn_all(is_ticked=is_ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self._ticks.turn(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Space ticks here, whatever it does elsewhere on the screen."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_ours = event.key() == Qt.Key.Key_Space
            event.setAccepted(is_ours)
            return is_ours or super().event(event)
        return super().event(event)


class _TickModel(ValueModel[Question]):
    """The questions and which of them are ticked; a screen reader is told both."""

    def __init__(self) -> None:
        super().__init__(_spoken)
        self.ticked: set[str] = set()

    def turn(self, row: int) -> None:
        """Tick a question, or take its tick away."""
        self.ticked ^= {self.values[row].id}
        self._tell(row, row)

    def turn_all(self, *, is_ticked: bool) -> None:
        """Tick all, or none."""
        self.ticked = {question.id for question in self.values} if is_ticked else set()
        if self.values:
            self._tell(0, len(self.values) - 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            is_ticked = self.values[index.row()].id in self.ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last), [Qt.ItemDataRole.CheckStateRole])


class _TickDelegate(RowDelegate):
    """A box at the left; beside it the question, and below it how the answer begins."""

    def __init__(self, view: TickList) -> None:
        super().__init__(view, _ROW_PX)

    def paint_row(self, painter: QPainter, area: QRect, index: Index, palette: Palette) -> None:
        question: Question = index.data(VALUE_ROLE)
        is_ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box = QRect(area.left() + 3 * SPACE, area.center().y() - _BOX_PX // 2, _BOX_PX, _BOX_PX)
        draw_box(painter, box, _BOX_RADIUS, palette.accent if is_ticked else None, None if is_ticked else palette.soft)
        if is_ticked:
            inset = (_BOX_PX - _MARK_PX) // 2
            icon("check", palette.on_accent).paint(painter, box.adjusted(inset, inset, -inset, -inset))
        left = box.right() + 3 * SPACE
        first = QRect(left, area.top() + 6, area.right() - left - 2 * SPACE, 22)
        draw_line(painter, first, question.text, font(BODY_PX, 500), palette.ink if is_ticked else palette.soft)
        draw_line(painter, first.translated(0, 21), question.model_answer, font(CAPTION_PX), palette.soft)


def _spoken(question: Question) -> str:
    return f"{question.text} {question.model_answer[:_SPOKEN_ANSWER_CHARS]}"
