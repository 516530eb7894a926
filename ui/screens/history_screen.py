"""All sessions and answers of all time, newest first, in pages as one scrolls. Opens nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from simulator.store.history_view import (
    ANYTHING,
    Choices,
    Column,
    Found,
    FoundAnswer,
    FoundSession,
    HistoryFilter,
    Request,
    View,
)
from simulator.store.records import AnswerId, SessionId
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chips import ChipGroup
from ui.widgets.export_button import ExportButton
from ui.widgets.fold import Fold
from ui.widgets.history_filters import HistoryFilters
from ui.widgets.history_table import HistoryModel, HistoryTable
from ui.widgets.label_dialog import LabelDialog
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Text
from ui.words.history_rows import HistoryRow, row_of, rows_counted
from ui.words.session_summary import own_title

_SIDE_PX: Final = 11 * SPACE
_SEARCH_PAUSE_MS: Final = 150
_NOTHING_YET: Final = "No interviews yet. Your interviews will be kept here, on this computer."
_NOTHING_FOUND: Final = "Nothing matches. Try another word or fewer filters."
_FALLING: Final = frozenset({Column.STAR, Column.WHEN, Column.ANSWERS, Column.LENGTH, Column.ON_TIME, Column.POINTS})
"""Columns of which one wants to see the largest first."""


class HistoryScreen(QWidget):
    """Two tables, of sessions and of answers, with a search and filters above them.

    Signals:
        opened(object): the `Found` that the user wants to see.
        delete_requested(object): the `Found` that is to go.
        starred(object, bool): a `Found`, and whether it is to have a star.
        labelled(int, str, object): a session's id, the name and the tags that it is to have.
        request_changed(): something else is asked for (see `request`).
        more_requested(): the table has been scrolled to its end.
        undo_requested(): the last deletion is to be undone.
        export_requested(object): the id of the session to export, None where none is chosen.
        copy_requested(int): the session's id; it is wanted as text.
        add_requested(): the user has recordings that were made elsewhere.
    """

    opened = Signal(object)
    delete_requested = Signal(object)
    starred = Signal(object, bool)
    labelled = Signal(int, str, object)
    request_changed = Signal()
    more_requested = Signal()
    undo_requested = Signal()
    export_requested = Signal(object)
    copy_requested = Signal(int)
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("History")
        self._title = Text("History", "title", wraps=False)
        self._view = ChipGroup("Show", (("Interviews", View.SESSIONS), ("Answers", View.ANSWERS)))
        self._count = Text("", "soft", wraps=False)
        self._export = ExportButton()
        self._add = Button("Add recordings…", look="link", icon_name="plus")
        self._search = SearchBox("Search questions, answers and notes", _SEARCH_PAUSE_MS)
        self.filters = HistoryFilters()
        self._fold = Fold("Filters and sorting", "Hide filters", lambda: self.filters)
        self._models = {view: HistoryModel(view) for view in View}
        names = {View.SESSIONS: "Sessions", View.ANSWERS: "All answers"}
        self._tables = {view: HistoryTable(names[view], self._models[view]) for view in View}
        self._sorts = dict.fromkeys(View, (Column.WHEN, True))
        self._empty = Text("", "soft")
        self._clear = Button("Clear search and filters", is_small=True)
        self._pages = QStackedWidget()
        self._is_asked = False
        self._lay_out()
        self._connect()
        self._show_sort()
        self._show_page()

    @property
    def request(self) -> Request:
        """What is asked for now; its first page."""
        column, is_descending = self._sorts[self.view]
        return Request(self.view, self.filters.wanted, self._search.text().strip(), column, is_descending)

    @property
    def view(self) -> View:
        """Whether sessions or answers are shown."""
        return View.ANSWERS if self._view.value == View.ANSWERS else View.SESSIONS

    @property
    def rows(self) -> Sequence[HistoryRow]:
        """What is shown, in order."""
        return self._models[self.view].rows

    def show_rows(self, found: Sequence[Found], *, more: bool) -> None:
        """Show these rows and no others; `more` if there are some below them. The current row stays if it is there."""
        model, table = self._models[self.view], self._tables[self.view]
        current = table.current_row()
        chosen = model.rows[current].id if current is not None and current < len(model.rows) else None
        scrolled = table.verticalScrollBar().value()
        model.show(_rows(found), has_more=more)
        self._is_asked = True
        self._show_page()
        row = self._row_of(chosen) if chosen is not None else None
        if row is not None:
            table.choose_row(row)
            table.verticalScrollBar().setValue(scrolled)

    def add_rows(self, found: Sequence[Found], *, more: bool) -> None:
        """Add rows below those shown."""
        self._models[self.view].append(_rows(found), has_more=more)

    def show_count(self, count: int | None) -> None:
        """Say how many rows there are in all; None says nothing."""
        self._count.setText("" if count is None else rows_counted(self.view, count))

    def show_choices(self, choices: Choices) -> None:
        """Offer what there is to filter by."""
        self.filters.show_choices(choices)

    def remove(self, session: SessionId, answer: AnswerId | None = None) -> None:
        """Take a session out of the table, or an answer; the row after it becomes the current one."""
        model, table = self._models[self.view], self._tables[self.view]
        if answer is not None and self.view is View.SESSIONS:
            return
        for number in reversed(range(len(model.rows))):
            row = model.rows[number]
            if row.session.id == session and answer in (None, row.id):
                model.remove(number)
                if model.rows:
                    table.choose_row(min(number, len(model.rows) - 1))
        self.show_count(None)
        self._show_page()

    def change(self, found: Found) -> None:
        """Show what has become of a row that is shown."""
        row = _row(found)
        number = self._row_of(row.id)
        if number is not None:
            self._models[self.view].change(number, row)

    def menu_for(self, number: int) -> QMenu:
        """What can be done with this row."""
        row = self.rows[number]
        menu = QMenu(self)
        menu.addAction("Open").triggered.connect(lambda: self._on_opened(number))
        star = "Remove star" if row.is_starred else "Add star"
        menu.addAction(star).triggered.connect(lambda: self._on_star_pressed(number))
        menu.addAction("Name and tags…").triggered.connect(lambda: self._on_rename_pressed(number))
        if isinstance(found := row.found, FoundAnswer):
            only = menu.addAction("Only answers to this question")
            only.triggered.connect(lambda: self.filters.choose_question(found.question_id, found.question_text))
        session = row.session.id
        menu.addAction("Export…").triggered.connect(lambda: self.export_requested.emit(session))
        menu.addAction("Copy as text").triggered.connect(lambda: self.copy_requested.emit(session))
        menu.addAction("Delete").triggered.connect(lambda: self._on_delete_pressed(number))
        return menu

    def clear_filters(self) -> None:
        """Ask for everything again."""
        self._search.clear()
        self.filters.clear()

    def _lay_out(self) -> None:
        nothing = QWidget()
        empty = QVBoxLayout(nothing)
        empty.setContentsMargins(0, 4 * SPACE, 0, 0)
        empty.setSpacing(4 * SPACE)
        empty.addWidget(self._empty)
        empty.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        empty.addStretch(1)
        for view in View:
            card = Card(padding=2 * SPACE)
            card.body.addWidget(self._tables[view])
            self._pages.addWidget(card)
        self._pages.addWidget(nothing)
        top = QHBoxLayout()
        top.setSpacing(4 * SPACE)
        top.addWidget(self._title)
        top.addWidget(self._view, 1)
        self._view.setMinimumWidth(self._view.sizeHint().width())  # the two stay side by side
        top.addWidget(self._count)
        top.addWidget(self._export)
        top.addWidget(self._add)
        page = QVBoxLayout(self)
        page.setContentsMargins(_SIDE_PX, 8 * SPACE, _SIDE_PX, 6 * SPACE)
        page.setSpacing(3 * SPACE)
        page.addLayout(top)
        page.addWidget(self._search)
        page.addWidget(self._fold)
        page.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._search.search_changed.connect(self.request_changed)
        self.filters.changed.connect(self._on_filters_changed)
        self.filters.sort_chosen.connect(self._sort_by)
        self._view.chosen.connect(self._on_view_chosen)
        self._clear.clicked.connect(self.clear_filters)
        self._add.clicked.connect(self.add_requested)
        self._export.clicked.connect(self._on_export_clicked)
        for view in View:
            table = self._tables[view]
            table.row_opened.connect(self._on_opened)
            table.star_pressed.connect(self._on_star_pressed)
            table.delete_pressed.connect(self._on_delete_pressed)
            table.rename_pressed.connect(self._on_rename_pressed)
            table.heading_pressed.connect(self._on_heading_pressed)
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            table.customContextMenuRequested.connect(self._on_menu_requested)
            self._models[view].more_wanted.connect(self.more_requested)
        undo = QShortcut(QKeySequence("Ctrl+Z"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.undo_requested)

    def _show_page(self) -> None:
        is_asked_for_some = bool(self._search.text().strip()) or self.filters.wanted != ANYTHING
        self._empty.setText(_NOTHING_FOUND if is_asked_for_some else _NOTHING_YET)
        self._clear.setVisible(self._is_asked and is_asked_for_some)
        self._empty.setVisible(self._is_asked)
        self._pages.setCurrentIndex(list(View).index(self.view) if self.rows else len(View))

    def _show_sort(self) -> None:
        column, is_descending = self._sorts[self.view]
        self._models[self.view].show_sort(column, is_descending=is_descending)
        self.filters.show_sort(self.view, column, is_descending=is_descending)

    def _sort_by(self, column: Column, is_descending: bool) -> None:
        self._sorts[self.view] = column, is_descending
        self._show_sort()
        self.request_changed.emit()

    def _row_of(self, identity: int) -> int | None:
        return next((number for number, row in enumerate(self.rows) if row.id == identity), None)

    def _on_view_chosen(self) -> None:
        self._is_asked = False
        self._show_sort()
        self.show_count(None)
        self._show_page()
        self.request_changed.emit()

    def _on_filters_changed(self, _wanted: HistoryFilter) -> None:
        self._fold.show_summary(self.filters.summary)
        self.request_changed.emit()

    def _on_heading_pressed(self, column: Column) -> None:
        """Press the same once more, and it is turned round."""
        sorted_by, is_descending = self._sorts[self.view]
        self._sort_by(column, not is_descending if column is sorted_by else column in _FALLING)

    def _on_opened(self, number: int) -> None:
        self.opened.emit(self.rows[number].found)

    def _on_star_pressed(self, number: int) -> None:
        row = self.rows[number]
        self.starred.emit(row.found, not row.is_starred)

    def _on_delete_pressed(self, number: int) -> None:
        self.delete_requested.emit(self.rows[number].found)

    def _on_export_clicked(self) -> None:
        number = self._tables[self.view].current_row()
        is_chosen = number is not None and number < len(self.rows)
        self.export_requested.emit(self.rows[number].session.id if is_chosen and number is not None else None)

    def _on_rename_pressed(self, number: int) -> None:
        session = self.rows[number].session
        dialog = LabelDialog(own_title(session), session.name, session.tags, self)
        dialog.accepted.connect(lambda: self.labelled.emit(session.id, dialog.name, dialog.tags))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_menu_requested(self, place: QPoint) -> None:
        table = self._tables[self.view]
        index = table.indexAt(place)
        if index.isValid():
            menu = self.menu_for(index.row())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(table.viewport().mapToGlobal(place))


def starred(found: Found, *, is_on: bool) -> Found:
    """The same row with a star, or without."""
    if isinstance(found, FoundSession):
        return replace(found, summary=replace(found.summary, is_starred=is_on))
    return replace(found, is_starred=is_on)


def _rows(found: Sequence[Found]) -> list[HistoryRow]:
    return [_row(one) for one in found]


def _row(found: Found) -> HistoryRow:
    return row_of(found, date.today())  # noqa: DTZ011 - the user's own day, as the clock on the wall has it
