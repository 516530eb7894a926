"""What to show of History, chosen from lists. Which rows fit: `simulator.store.history_conditions`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from question_bank.labels import area_label, role_label, round_label, topic_label
from question_bank.models import Role, Round
from simulator.light import LIGHT_WORDS_AFTER, Light
from simulator.store.history_view import Choices, Column, Flag, HistoryFilter, Points, Practised, View
from ui.theme import BODY_PX, SPACE, font
from ui.widgets.field import Field
from ui.widgets.field_grid import FieldGrid
from ui.widgets.select import Select
from ui.widgets.toggle_chips import ToggleChips
from ui.words.history_rows import HEADINGS, SORT_NAMES

Options = tuple[tuple[str, object], ...]

_STEPS: Final = ((700, 5), (520, 3), (0, 2))
_HEIGHT_PX: Final = 44
_CHOSEN_DATES: Final = "dates"
_ARROWS: Final = ("↓", "↑")
_DATES: Final[Options] = (
    ("Any time", None),
    ("Today", 0),
    ("Last 7 days", 6),
    ("Last 30 days", 29),
    ("Last 12 months", 364),
    ("Between two days", _CHOSEN_DATES),
)
_LISTS: Final[tuple[tuple[str, str, Options], ...]] = (
    (
        "practised",
        "Kind",
        (("Every kind", None), ("Interviews", Practised.INTERVIEWS), ("Drills", Practised.DRILLS)),
    ),
    ("role", "Role", (("Every role", None), *((role_label(role), role) for role in Role))),
    ("round", "Round", (("Every round", None), *((round_label(one), one) for one in Round))),
    ("dates", "Date", _DATES),
    ("topic", "Topic", (("Every topic", None),)),
    ("question_id", "Question", (("Any question", None),)),
    (
        "points",
        "Key points",
        (
            ("Any verdict", None),
            ("All made", Points.ALL_MADE),
            ("Some missing", Points.SOME_MISSED),
            ("Said the opposite", Points.CONTRARY),
        ),
    ),
    ("light", "Length", (("Any length", None), *((LIGHT_WORDS_AFTER[light].capitalize(), light) for light in Light))),
    ("flag", "Flags", (("Any", None), ("Rambling", Flag.RAMBLING), ("Many fillers", Flag.FILLERS))),
    ("tag", "Tag", (("Every tag", None),)),
)


class HistoryFilters(QWidget):
    """Ten lists, the two days that dates may lie between, a star, and what rows are sorted by.

    Signals:
        changed(object): `HistoryFilter` as it is now.
        sort_chosen(object, bool): a `Column`, and whether the largest comes first.
    """

    changed = Signal(object)
    sort_chosen = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selects: dict[str, Select] = {}
        self._first, self._last = _day_field("From"), _day_field("To")
        self._days = QWidget()
        self._starred = ToggleChips("Show only", (("Starred", True),))
        self._sort = Select("Sort by")
        self._lay_out()
        self._connect()

    @property
    def wanted(self) -> HistoryFilter:
        """What is chosen now."""
        chosen = {name: select.currentData() for name, select in self._selects.items()}
        since, until = self._dates(chosen.pop("dates"))
        return HistoryFilter(**chosen, since=since, until=until, only_starred=bool(self._starred.values))

    @property
    def summary(self) -> str:
        """What is chosen, in a line; "" if everything is shown."""
        chosen = [select.currentText() for select in self._selects.values() if select.currentData() is not None]
        return " · ".join((*chosen, *(["Starred"] if self._starred.values else [])))

    def select(self, name: str) -> Select:
        """One of the lists, by the filter's own name for it; "dates" is that of days."""
        return self._selects[name]

    def clear(self) -> None:
        """Show everything again."""
        for select in self._selects.values():
            select.choose(None)
        self._starred.choose(())
        self._on_changed()

    def show_choices(self, choices: Choices) -> None:
        """Offer what there is; what is chosen stays if it is there still. Emits nothing."""
        topics = sorted((f"{area_label(topic)}: {topic_label(topic)}", topic) for topic in choices.topics)
        questions = sorted(((words, one) for one, words in choices.questions), key=lambda pair: pair[0].casefold())
        self._offer("topic", "Every topic", topics)
        self._offer("question_id", "Any question", questions)
        self._offer("tag", "Every tag", [(tag, tag) for tag in choices.tags])

    def choose_question(self, question_id: str, words: str) -> None:
        """Show only answers to this question."""
        select = self._selects["question_id"]
        if not select.choose(question_id):
            select.addItem(words, question_id)
            select.choose(question_id)
        self._on_changed()

    def show_sort(self, view: View, column: Column, *, is_descending: bool) -> None:
        """Offer what this view can be sorted by, with what it is sorted by chosen. Emits nothing."""
        columns = [one for one, _heading in HEADINGS[view]]
        options = [(f"{SORT_NAMES[one]} {arrow}", f"{arrow}{one}") for one in columns for arrow in _ARROWS]
        self._sort.show_options(tuple(options), f"{_ARROWS[not is_descending]}{column}")

    def _lay_out(self) -> None:
        fields = []
        for name, label, options in _LISTS:
            self._selects[name] = select = Select(label)
            select.show_options(options, None)
            fields.append(Field(label, select))
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(2 * SPACE)
        days.addWidget(Field("From", self._first))
        days.addWidget(Field("To", self._last))
        days.addStretch(1)
        self._days.hide()
        foot = QHBoxLayout()
        foot.addWidget(self._starred, 1, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(Field("Sort by", self._sort))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        column.addWidget(FieldGrid(fields, _STEPS))
        column.addWidget(self._days)
        column.addLayout(foot)

    def _connect(self) -> None:
        for select in self._selects.values():
            select.currentIndexChanged.connect(self._on_changed)
        for day in (self._first, self._last):
            day.dateChanged.connect(self._on_changed)
        self._starred.changed.connect(self._on_changed)
        self._sort.currentIndexChanged.connect(self._on_sort_chosen)

    def _offer(self, name: str, everything: str, options: Sequence[tuple[str, object]]) -> None:
        select = self._selects[name]
        select.show_options(((everything, None), *options), select.currentData())

    def _dates(self, chosen: object) -> tuple[datetime | None, datetime | None]:
        if chosen == _CHOSEN_DATES:
            first, last = sorted((_day_in(self._first), _day_in(self._last)))
            return _midnight(first), _midnight(last + timedelta(days=1))
        if isinstance(chosen, int):
            return _midnight(date.today() - timedelta(days=chosen)), None  # noqa: DTZ011 - the user's own day
        return None, None

    def _on_changed(self) -> None:
        self._days.setVisible(self._selects["dates"].currentData() == _CHOSEN_DATES)
        self.changed.emit(self.wanted)

    def _on_sort_chosen(self) -> None:
        chosen: str = self._sort.currentData()
        self.sort_chosen.emit(Column(chosen[1:]), chosen[0] == _ARROWS[0])


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit(QDate.currentDate())
    field.setAccessibleName(name)
    field.setCalendarPopup(True)
    field.setDisplayFormat("d MMM yyyy")
    field.setFont(font(BODY_PX))
    field.setMinimumHeight(_HEIGHT_PX)
    return field


def _day_in(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()
