"""The question bank, to look through: searched as one types, narrowed, marked and practised. Chooses nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from question_bank.models import Question
from simulator.bank_view import UsersView, practise_count
from simulator.settings import Settings
from ui.theme import SPACE
from ui.widgets.bank_filters import BankFilters
from ui.widgets.broken_packs import BrokenPacks
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.import_card import ImportCard
from ui.widgets.question_list import QuestionList
from ui.widgets.question_preview import QuestionPreview, Standings
from ui.widgets.reading_area import GUTTER_PX, ReadingArea
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Text
from ui.words.times import counted

if TYPE_CHECKING:
    from question_bank.loader import BrokenPack  # brings YAML, which the window does not wait for

_SIDE_PX: Final = 11 * SPACE
_SEARCH_PX: Final = 190
_SMALL_PX: Final = 600
_SEARCH_PAUSE_MS: Final = 120
_NOTHING: Final = "No matching questions. Try fewer words, or show every role, round and topic."


class QuestionsScreen(QWidget):
    """Every question on the left, the chosen one on the right.

    Signals:
        search_changed(str), filter_changed(object): what to look for; `show_questions` brings what was found.
        question_chosen(object): `Question` that is to be previewed; `show_preview` brings it.
        practise_requested(): ask what is shown or chosen.
        new_requested(), import_requested(), export_requested(), folder_requested(), undo_requested(): as they say.
    """

    search_changed = Signal(str)
    filter_changed = Signal(object)
    question_chosen = Signal(object)
    practise_requested = Signal()
    new_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    folder_requested = Signal()
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Questions")
        self._usual_count = Settings().question_count
        self._search = SearchBox("Search the questions", _SEARCH_PAUSE_MS)
        self.filters = BankFilters()
        self.preview = QuestionPreview()
        self.import_card = ImportCard()
        self._broken = BrokenPacks()
        self._count = Text("", "caption")
        self._practise = Button("Practise these", look="primary", is_small=True)
        self._new = Button("New question", icon_name="plus", is_small=True)
        self._import = Button("Import", look="quiet", is_small=True)
        self._export = Button("Export", look="quiet", is_small=True)
        self._more = Button("Filters", look="quiet", is_small=True)
        self._more.setCheckable(True)
        self._title = Text("Questions", "title")
        self._head_of_list = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._list = QuestionList()
        self._area = ReadingArea()
        self._halves = QWidget()
        self._is_previewing = False
        self._lay_out()
        self._connect()
        self.show_broken(())
        self.show_questions((), UsersView())

    def show_questions(self, questions: Sequence[Question], view: UsersView, chosen_id: str | None = None) -> None:
        """Show these. The one called `chosen_id`, else the one in the preview, stays chosen if it is among them."""
        wanted = chosen_id or self.preview.question_id
        self._list.show_questions(questions, view)
        row = next((row for row, question in enumerate(questions) if question.id == wanted), 0)
        if questions:
            self._list.choose_row(row)
        self._area.setVisible(bool(questions))
        self._show_count()

    def show_view(self, view: UsersView) -> None:
        """Show other marks on the same questions."""
        self._list.show_view(view)

    def show_preview(self, question: Question, standings: Standings) -> None:
        """Show a question on the right."""
        if question.id != self.preview.question_id:
            self._area.show_top()
        self.preview.show_question(question, standings)

    def show_broken(self, broken: Sequence[BrokenPack]) -> None:
        """Show what could not be loaded."""
        self._broken.show_packs(broken)

    def show_usual_count(self, count: int) -> None:
        """How many questions the user likes to be asked."""
        self._usual_count = count
        self._show_count()

    @property
    def shown(self) -> Sequence[Question]:
        """The questions in the list, in order."""
        return self._list.questions

    @property
    def chosen(self) -> tuple[Question, ...]:
        """The questions that the user chose in the list."""
        return self._list.chosen

    def _lay_out(self) -> None:
        self._area.body.addWidget(self.preview)
        page = QVBoxLayout(self)
        page.setContentsMargins(_SIDE_PX, 8 * SPACE, _SIDE_PX - GUTTER_PX, 6 * SPACE)
        page.setSpacing(3 * SPACE)
        page.addLayout(self._make_head())
        page.addLayout(self._make_import())
        page.addWidget(self._halves, 1)
        self._lay_out_halves()

    def _make_head(self) -> QVBoxLayout:
        title = QHBoxLayout()
        title.setSpacing(2 * SPACE)
        title.addWidget(self._title)
        title.addStretch(1)
        for button in (self._more, self._import, self._export, self._new):
            title.addWidget(button)
        search = QHBoxLayout()
        search.setSpacing(3 * SPACE)
        self._search.setMinimumWidth(_SEARCH_PX)
        search.addWidget(self._search, 1)
        search.addWidget(self.filters.chips, 0, Qt.AlignmentFlag.AlignVCenter)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, GUTTER_PX, 0)
        head.setSpacing(3 * SPACE)
        head.addLayout(title)
        head.addLayout(search)
        for part in (self.filters, self._broken):
            head.addWidget(part)
        return head

    def _make_import(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, GUTTER_PX, 0)
        row.addWidget(self.import_card)
        return row

    def _lay_out_halves(self) -> None:
        card = Card(padding=2 * SPACE)
        line = self._head_of_list
        line.setContentsMargins(3 * SPACE, SPACE, SPACE, SPACE)
        line.addWidget(self._count, 1)
        line.addWidget(self._practise)
        card.body.addLayout(line)
        card.body.addWidget(self._list, 1)
        right = QVBoxLayout()
        right.addWidget(self._area)
        right.addStretch(1)
        halves = QHBoxLayout(self._halves)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(5 * SPACE)
        halves.addWidget(card, 1)
        halves.addLayout(right, 1)

    def _connect(self) -> None:
        self._search.search_changed.connect(self.search_changed)
        self.filters.changed.connect(self.filter_changed)
        self._more.toggled.connect(self._show_room)
        self._list.row_chosen.connect(lambda row: self.question_chosen.emit(self._list.questions[row]))
        self._list.selection_changed.connect(self._show_count)
        self._practise.clicked.connect(self.practise_requested)
        self._new.clicked.connect(self.new_requested)
        self._import.clicked.connect(self.import_requested)
        self._export.clicked.connect(self.export_requested)
        self.import_card.previewing.connect(self._on_previewing)
        self._broken.folder_requested.connect(self.folder_requested)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo_requested)

    def _on_previewing(self, is_previewing: bool) -> None:
        """What a file holds takes the place of what is in the bank until it is decided on."""
        self._is_previewing = is_previewing
        self._halves.setVisible(not is_previewing)
        self._show_room()

    def _show_room(self) -> None:
        """In a small window the lists fold away behind a button, and the navigation alone says where one is."""
        is_small = self.width() < _SMALL_PX
        self._title.setVisible(not is_small)
        self._more.setVisible(is_small)
        self.filters.setVisible(not self._is_previewing and (not is_small or self._more.isChecked()))
        direction = QBoxLayout.Direction.TopToBottom if is_small else QBoxLayout.Direction.LeftToRight
        self._head_of_list.setDirection(direction)
        self._head_of_list.setStretch(0, 0 if is_small else 1)

    def _show_count(self) -> None:
        """How many are shown and chosen, and what “Practise these” would ask."""
        shown, chosen = len(self._list.questions), self._list.chosen_count
        words = counted(shown, "question") if shown else _NOTHING
        self._count.setText(f"{words}, {chosen} chosen" if chosen > 1 else words)
        pool = chosen if chosen > 1 else shown
        asked = practise_count(shown, chosen, self._usual_count)
        words = "Practise this" if asked == 1 else f"Practise these {asked}"
        self._practise.setText(words if asked == pool else f"Practise {asked} of these")
        self._practise.setEnabled(bool(shown))
        self._practise.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_room()
