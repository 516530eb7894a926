"""One question of the bank to be chosen, searched as one types. What is found is brought by whoever opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from question_bank.models import Question
from simulator.bank_view import UsersView
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.question_list import QuestionList
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Text

_SIZE: Final = (640, 560)
_PAUSE_MS: Final = 120
_NOTHING: Final = "No matching questions. Try fewer words."
_TO_THE_LIST: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class QuestionChooser(QDialog):
    """A search field above the questions. Arrow keys move in the list while one types; Enter chooses, Esc leaves.

    `search` gives the questions that fit a text, all for none.

    Signals:
        chosen(object): the `Question`, or None for none.
    """

    chosen = Signal(object)

    def __init__(self, search: Callable[[str], Sequence[Question]], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Choose the question")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._find = search
        self._search = SearchBox("Search the questions", _PAUSE_MS)
        self._list = QuestionList()
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._nothing = Text(_NOTHING, "soft")
        self._choose = Button("Choose", "Enter", "primary", is_small=True)
        self._none = Button("No question", look="quiet", is_small=True)
        self._cancel = Button("Cancel", look="quiet", is_small=True)
        for button in (self._choose, self._none, self._cancel):
            button.setAutoDefault(False)  # Enter in the search field chooses what is current in the list
        self._lay_out(title)
        self._connect()
        self._show_found("")
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TO_THE_LIST:
                self._list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_chosen()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self, title: str) -> None:
        card = Card(padding=2 * SPACE)
        card.body.addWidget(self._nothing)
        card.body.addWidget(self._list, 1)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._none)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addWidget(Text(title, "strong"))
        column.addWidget(self._search)
        column.addWidget(card, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self._search.installEventFilter(self)
        self._search.search_changed.connect(self._show_found)
        self._list.row_opened.connect(lambda _row: self._on_chosen())
        self._choose.clicked.connect(self._on_chosen)
        self._none.clicked.connect(lambda: self._end(None))
        self._cancel.clicked.connect(self.reject)

    def _show_found(self, text: str) -> None:
        found = self._find(text)
        self._list.show_questions(found, UsersView())
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._choose.setEnabled(bool(found))
        if found:
            self._list.choose_row(0)

    def _on_chosen(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._list.questions):
            self._end(self._list.questions[row])

    def _end(self, question: Question | None) -> None:
        self.chosen.emit(question)
        self.accept()
