"""The question bank, to look through: searched as one types, with what is broken shown as broken. Chooses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from question_bank.labels import kind_label, role_label, round_label, topic_label
from question_bank.models import Question, Role, Round
from ui.clock_text import counted
from ui.theme import BODY_PX, CAPTION_PX, SPACE, Palette, font
from ui.widgets.card import Card
from ui.widgets.question_preview import QuestionPreview
from ui.widgets.reading_area import GUTTER_PX, ReadingArea
from ui.widgets.rows import VALUE_ROLE, Index, RowDelegate, RowList, ValueModel, draw_line
from ui.widgets.search_box import SearchBox
from ui.widgets.select import Select
from ui.widgets.text import Text, label_for

if TYPE_CHECKING:
    from question_bank.loader import BrokenPack  # brings YAML, which the window does not wait for

_SIDE_PX: Final = 11 * SPACE
_ROW_PX: Final = 62
_SEARCH_PAUSE_MS: Final = 120
_SHOWN_PROBLEMS: Final = 4


class QuestionsScreen(QWidget):
    """Every question on the left, the chosen one on the right.

    Signals:
        search_changed(str): what to search for; `show_questions` brings what was found.
        hear_requested(str): a question's words, to be read aloud.
    """

    search_changed = Signal(str)
    hear_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Questions")
        self._questions: tuple[Question, ...] = ()
        self._search = SearchBox("Search the questions", _SEARCH_PAUSE_MS)
        self._role = Select("Role")
        self._round = Select("Round")
        self._count = Text("", "caption")
        self._broken = Card(padding=4 * SPACE)
        self._broken_words = Text("", "body", selectable=True)
        self._model: ValueModel[Question] = ValueModel(_spoken)
        self._list = RowList("Question list")
        self._preview = QuestionPreview()
        self._area = ReadingArea()
        self._lay_out()
        self._connect()
        self.show_questions((), ())

    def show_questions(self, questions: Sequence[Question], broken: Sequence[BrokenPack]) -> None:
        """Show these questions, as far as they suit the chosen role and round, and what could not be loaded."""
        self._questions = tuple(questions)
        self._broken_words.setText("\n\n".join(_words_of(pack) for pack in broken))
        self._broken.setVisible(bool(broken))
        self._filter()

    @property
    def shown(self) -> Sequence[Question]:
        """The questions in the list, in order."""
        return self._model.values

    def _lay_out(self) -> None:
        self._role.show_options((("Every role", None), *((role_label(role), role) for role in Role)), None)
        self._round.show_options((("Every round", None), *((round_label(one), one) for one in Round)), None)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_QuestionDelegate(self._list))
        self._broken.setAccessibleName("Packs that could not be loaded")
        heading = Text("▲ Not everything could be loaded", "strong")
        heading.set_tone("amber")
        self._broken.body.addWidget(heading)
        self._broken.body.addWidget(self._broken_words)
        self._area.body.addWidget(self._preview)
        page = QVBoxLayout(self)
        page.setContentsMargins(_SIDE_PX, 9 * SPACE, _SIDE_PX - GUTTER_PX, 6 * SPACE)
        page.setSpacing(3 * SPACE)
        page.addWidget(Text("Questions", "title"))
        page.addLayout(self._make_head())
        page.addLayout(self._make_halves(), 1)

    def _make_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, GUTTER_PX, 0)
        head.setSpacing(3 * SPACE)
        head.addWidget(self._search)
        head.addLayout(self._make_filters())
        head.addWidget(self._broken)
        return head

    def _make_filters(self) -> QHBoxLayout:
        filters = QHBoxLayout()
        filters.setSpacing(2 * SPACE)
        for control, name in ((self._role, "Role"), (self._round, "Round")):
            filters.addWidget(label_for(control, name, "label"))
            filters.addWidget(control, 2)
            filters.addSpacing(3 * SPACE)
        filters.addWidget(self._count, 1)
        return filters

    def _make_halves(self) -> QHBoxLayout:
        card = Card(padding=2 * SPACE)
        card.body.addWidget(self._list)
        right = QVBoxLayout()
        right.addWidget(self._area)
        right.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(5 * SPACE)
        halves.addWidget(card, 1)
        halves.addLayout(right, 1)
        return halves

    def _connect(self) -> None:
        self._search.search_changed.connect(self.search_changed)
        self._role.currentIndexChanged.connect(self._filter)
        self._round.currentIndexChanged.connect(self._filter)
        self._list.row_chosen.connect(self._on_row_chosen)
        self._preview.hear_requested.connect(self.hear_requested)

    def _filter(self) -> None:
        """Narrow the list; the question in the preview stays chosen as long as it is in the list."""
        role, round_ = self._role.currentData(), self._round.currentData()
        shown = [
            question
            for question in self._questions
            if (role is None or role in question.roles) and (round_ is None or round_ in question.rounds)
        ]
        was_shown = self._preview.question_id
        self._model.show(shown)
        self._count.setText(counted(len(shown), "question") if shown else "No question suits. Try fewer words.")
        row = next((row for row, question in enumerate(shown) if question.id == was_shown), 0)
        if shown:
            self._list.choose_row(row)
        self._area.setVisible(bool(shown))

    def _on_row_chosen(self, row: int) -> None:
        self._preview.show_question(self._model.values[row])
        self._area.show_top()


class _QuestionDelegate(RowDelegate):
    """The question on one line, its kind and topic below."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view, _ROW_PX)

    def paint_row(self, painter: QPainter, area: QRect, index: Index, palette: Palette) -> None:
        question: Question = index.data(VALUE_ROLE)
        first = QRect(area.left() + 3 * SPACE, area.top() + 10, area.width() - 6 * SPACE, 22)
        draw_line(painter, first, question.text, font(BODY_PX, 500), palette.ink)
        draw_line(painter, first.translated(0, 22), _place_of(question), font(CAPTION_PX), palette.soft)


def _place_of(question: Question) -> str:
    topics = ", ".join(topic_label(topic) for topic in question.topics)
    return f"{kind_label(question.kind).capitalize()} · level {question.level} · {topics}"


def _spoken(question: Question) -> str:
    """The row as a screen reader says it."""
    return f"{question.text} {_place_of(question)}"


def _words_of(pack: BrokenPack) -> str:
    """What is wrong with a pack, by file and line; of many problems the first few."""
    lines = [f"{pack.source.name}: left out, the other packs are there."]
    for problem in pack.problems[:_SHOWN_PROBLEMS]:
        place = f"line {problem.line}: " if problem.line is not None else ""
        lines.append(f"– {place}{problem.text}")
    more = len(pack.problems) - _SHOWN_PROBLEMS
    return "\n".join([*lines, f"– and {more} more"] if more > 0 else lines)
