"""All sessions of all time, newest first, in pages as one scrolls. Opens nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from simulator.store.records import SessionSummary
from ui.theme import BODY_PX, CAPTION_PX, SPACE, Palette, font
from ui.widgets.card import Card
from ui.widgets.export_button import ExportButton
from ui.widgets.list_rows import VALUE_ROLE, Index, RowDelegate, RowList, ValueModel, draw_line
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Text
from ui.words.session_summary import session_figures, session_spoken, session_title
from ui.words.times import day_words, time_of_day

_SIDE_PX: Final = 11 * SPACE
_ROW_PX: Final = 68
_DAY_PX: Final = 176
_NARROW_PX: Final = 620
_SEARCH_PAUSE_MS: Final = 150
_NOTHING_YET: Final = "No interviews yet. Your interviews will be kept here, on this computer."
_NOTHING_FOUND: Final = "Nothing found. Try another word; the search covers questions and answers."


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session with the words for its day; `heads_day` where the day is written beside it."""

    session: SessionSummary
    day: str
    heads_day: bool


class HistoryScreen(QWidget):
    """The list of sessions, with a search above it.

    Signals:
        session_opened(int): the session's id.
        delete_requested(int): likewise; nothing is gone yet.
        search_changed(str): what to search for, once the user pauses typing.
        export_requested(object): the id of the session to export, None where none is chosen.
        copy_requested(int): the session's id; it is wanted as text.
        more_requested(): the list has been scrolled to its end.
    """

    session_opened = Signal(int)
    delete_requested = Signal(int)
    search_changed = Signal(str)
    export_requested = Signal(object)
    copy_requested = Signal(int)
    more_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("History")
        self._title = Text("History", "title")
        self._export = ExportButton()
        self._search = SearchBox("Search questions and answers", _SEARCH_PAUSE_MS)
        self._model: ValueModel[SessionRow] = ValueModel(lambda row: session_spoken(row.session, row.day))
        self._list = RowList("Sessions")
        self._empty = Text("", "soft")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_page()

    def clear_sessions(self) -> None:
        """Begin anew, with the newest."""
        self._model.show(())
        self._list.scrollToTop()
        self._show_page()

    def show_sessions(self, sessions: Sequence[SessionSummary], more: bool) -> None:
        """Add a page of sessions below those shown; `more` if there are older ones still."""
        today = date.today()  # noqa: DTZ011 - the user's own day, as the clock on the wall has it
        shown = self._model.values
        last_day = shown[-1].day if shown else ""
        rows = []
        for session in sessions:
            day = day_words(session.started_at.astimezone().date(), today) if session.is_readable else last_day
            rows.append(SessionRow(session, day, day != last_day))
            last_day = day
        self._model.append(rows, more)
        self._show_page()

    def remove_session(self, session_id: int) -> None:
        """Take a session out of the list, which stays where it is otherwise."""
        row = next((row for row, one in enumerate(self._model.values) if one.session.id == session_id), None)
        if row is None:
            return
        gone = self._model.values[row]
        self._model.remove(row)
        below = self._model.values[row] if row < len(self._model.values) else None
        if below is not None and gone.heads_day and below.day == gone.day:
            self._model.change(row, replace(below, heads_day=True))
        self._show_page()

    def menu_for(self, row: int) -> QMenu:
        """What can be done with the session in this row."""
        menu = QMenu(self)
        menu.addAction("Open").triggered.connect(lambda: self._on_row_opened(row))
        menu.addAction("Export…").triggered.connect(lambda: self._ask_to_export(row))
        menu.addAction("Copy as text").triggered.connect(lambda: self._ask_to_copy(row))
        menu.addAction("Delete…").triggered.connect(lambda: self._ask_to_delete(row))
        return menu

    def _lay_out(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(_SessionDelegate(self._list))
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(0, 2 * SPACE, 0, 0)
        column.addWidget(self._empty)
        column.addStretch(1)
        card = Card(padding=3 * SPACE)
        card.body.addWidget(self._list)
        self._pages.addWidget(card)
        self._pages.addWidget(nothing)
        page = QVBoxLayout(self)
        page.setContentsMargins(_SIDE_PX, 9 * SPACE, _SIDE_PX, 6 * SPACE)
        page.setSpacing(4 * SPACE)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        page.addLayout(top)
        page.addWidget(self._search)
        page.addWidget(self._pages, 1)
        top.addWidget(self._export)  # the last, so that Tab comes to it last: whoever comes here searches first

    def _connect(self) -> None:
        self._search.search_changed.connect(self.search_changed)
        self._export.clicked.connect(lambda: self._ask_to_export(self._list.currentIndex().row()))
        self._list.row_opened.connect(self._on_row_opened)
        self._model.more_wanted.connect(self.more_requested)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._on_menu_requested)
        self._list.delete_pressed.connect(self._ask_to_delete)

    def _show_page(self) -> None:
        self._empty.setText(_NOTHING_FOUND if self._search.text() else _NOTHING_YET)
        self._pages.setCurrentIndex(0 if self._model.values else 1)

    def _on_row_opened(self, row: int) -> None:
        self.session_opened.emit(self._model.values[row].session.id)

    def _on_menu_requested(self, place: QPoint) -> None:
        index = self._list.indexAt(place)
        if index.isValid():
            menu = self.menu_for(index.row())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._list.viewport().mapToGlobal(place))

    def _ask_to_export(self, row: int) -> None:
        values = self._model.values
        self.export_requested.emit(values[row].session.id if 0 <= row < len(values) else None)

    def _ask_to_copy(self, row: int) -> None:
        self.copy_requested.emit(self._model.values[row].session.id)

    def _ask_to_delete(self, row: int) -> None:
        self.delete_requested.emit(self._model.values[row].session.id)


class _SessionDelegate(RowDelegate):
    """The day on the left, once for each day; the session on the right."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view, _ROW_PX)

    def ground(self, area: QRect, index: Index) -> QRect:
        return super().ground(area, index).adjusted(self._day_width(area) - 3 * SPACE, 0, 0, 0)

    def paint_row(self, painter: QPainter, area: QRect, index: Index, palette: Palette) -> None:
        row: SessionRow = index.data(VALUE_ROLE)
        left = area.left() + self._day_width(area)
        first = QRect(left, area.top() + 12, area.right() - left - 3 * SPACE, 22)
        second = first.translated(0, 24)
        when = time_of_day(row.session.started_at) if row.session.is_readable else ""
        figures = session_figures(row.session)
        if area.width() < _NARROW_PX:
            draw_line(painter, first, session_title(row.session), font(BODY_PX, 600), palette.ink)
            draw_line(painter, second, f"{row.day}, {when} · {figures}", font(CAPTION_PX), palette.soft)
            return
        if row.heads_day:
            heading = QRect(area.left() + 3 * SPACE, first.top(), _DAY_PX - 4 * SPACE, 22)
            draw_line(painter, heading, row.day, font(CAPTION_PX, 600), palette.soft)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        taken = draw_line(painter, first, figures, font(CAPTION_PX, tabular=True), palette.soft, right)
        title = first.adjusted(0, 0, -taken - 4 * SPACE, 0)
        draw_line(painter, title, session_title(row.session), font(BODY_PX, 600), palette.ink)
        questions = " · ".join(row.session.question_texts)
        draw_line(painter, second, f"{when} · {questions}", font(CAPTION_PX), palette.soft)

    def _day_width(self, area: QRect) -> int:
        return _DAY_PX if area.width() >= _NARROW_PX else 3 * SPACE
