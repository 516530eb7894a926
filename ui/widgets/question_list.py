"""The list of the bank's questions: one line for the question, one for what it is and how it went. No filters here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from question_bank.models import Question
from simulator.bank_view import UsersView
from ui.theme import BODY_PX, CAPTION_PX, SPACE, Palette, font
from ui.widgets.list_rows import VALUE_ROLE, Index, RowDelegate, RowList, ValueModel, draw_line
from ui.words.question_facts import facts_of, marks_of

_ROW_PX: Final = 62
_MARKS_RIGHT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class QuestionList(RowList):
    """Questions, of which several may be chosen at once.

    Signals:
        selection_changed(): other questions are chosen than before.
    """

    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Question list", parent)
        self._view = UsersView()
        self._values: ValueModel[Question] = ValueModel(self._spoken)
        self.setModel(self._values)
        self.setItemDelegate(_QuestionDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self.selection_changed)

    @property
    def questions(self) -> Sequence[Question]:
        """The questions, in their order."""
        return self._values.values

    @property
    def chosen(self) -> tuple[Question, ...]:
        """The questions chosen, in the order of the list."""
        rows = sorted(row for top, bottom in self._ranges() for row in range(top, bottom + 1))
        return tuple(self._values.values[row] for row in rows)

    @property
    def chosen_count(self) -> int:
        """How many questions are chosen."""
        return sum(bottom + 1 - top for top, bottom in self._ranges())

    @property
    def users_view(self) -> UsersView:
        """What the user has to do with the questions."""
        return self._view

    def show_questions(self, questions: Sequence[Question], view: UsersView) -> None:
        """Show these; nothing is chosen."""
        self._view = view
        self._values.show(questions)

    def show_view(self, view: UsersView) -> None:
        """Show other marks on the same questions."""
        self._view = view
        self.viewport().update()

    def _ranges(self) -> list[tuple[int, int]]:
        """First and last rows of what is chosen: with everything chosen one pair, not ten thousand rows."""
        return [(each.top(), each.bottom()) for each in self.selectionModel().selection().toList()]

    def _spoken(self, question: Question) -> str:
        """The row as a screen reader says it."""
        return " ".join(filter(None, (question.text, facts_of(question), marks_of(question, self._view))))


class _QuestionDelegate(RowDelegate):
    """The question on one line; below it kind, level and topics, and at the right the user's own marks."""

    def __init__(self, view: QuestionList) -> None:
        super().__init__(view, _ROW_PX)
        self._list = view

    def paint_row(self, painter: QPainter, area: QRect, index: Index, palette: Palette) -> None:
        question: Question = index.data(VALUE_ROLE)
        first = QRect(area.left() + 3 * SPACE, area.top() + 10, area.width() - 6 * SPACE, 22)
        draw_line(painter, first, question.text, font(BODY_PX, 500), palette.ink)
        second = first.translated(0, 22)
        if marks := marks_of(question, self._list.users_view):
            draw_line(painter, second, marks, font(CAPTION_PX, 500), palette.accent_ink, _MARKS_RIGHT)
            second.setRight(second.right() - QFontMetrics(font(CAPTION_PX, 500)).horizontalAdvance(marks) - 3 * SPACE)
        draw_line(painter, second, facts_of(question), font(CAPTION_PX), palette.soft)
