"""What to show of the question bank, chosen from lists and chips. Which questions fit: `question_bank.bank`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from question_bank.coverage import WANTED
from question_bank.labels import area_label, kind_label, role_label, round_label, topic_label
from question_bank.models import Kind, Role, Round
from simulator.bank_view import BankFilter
from simulator.question_record import Standing
from ui.widgets.field import Field
from ui.widgets.field_grid import FieldGrid
from ui.widgets.select import Select
from ui.widgets.toggle_chips import ToggleChips

Options = tuple[tuple[str, object], ...]

_LEVELS: Final = 5
_STEPS: Final = ((860, 6), (520, 3), (0, 2))
_STANDINGS: Final[Options] = (
    ("Any result", None),
    ("Never asked", Standing.NEVER),
    ("Needs work", Standing.WEAK),
    ("Went well", Standing.WELL),
)
_CHIPS: Final[Options] = (
    ("Due", "only_due"),
    ("Starred", "only_starred"),
    ("My own", "only_own"),
    ("Hidden", "only_hidden"),
)


class BankFilters(QWidget):
    """Six lists in a row, or in two or three rows where room is short.

    Signals:
        changed(object): `BankFilter` as it is now.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_topics: tuple[str, ...] = ()
        self._selects: dict[str, Select] = {}
        self.chips = ToggleChips("Show only", _CHIPS)
        self.chips.changed.connect(self._on_changed)
        fields = [self._field(name, label, options) for name, label, options in _lists()]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FieldGrid(fields, _STEPS))

    @property
    def wanted(self) -> BankFilter:
        """What is chosen now."""
        chosen: dict[str, Any] = {name: select.currentData() for name, select in self._selects.items()}
        area_or_topic = chosen.pop("topic")
        on: dict[str, Any] = {str(name): True for name in self.chips.values}
        wanted = BankFilter(**chosen, **on)
        if area_or_topic is None:
            return wanted
        what, value = area_or_topic
        return replace(wanted, area=value) if what == "area" else replace(wanted, topic=value)

    def show_own_topics(self, topics: Sequence[str]) -> None:
        """Offer the user's own topics beside the known ones; what is chosen stays. Emits nothing."""
        if tuple(topics) != self._own_topics:
            self._own_topics = tuple(topics)
            select = self._selects["topic"]
            select.show_options(_topics(self._own_topics), select.currentData())

    def clear(self) -> None:
        """Show everything again."""
        for select in self._selects.values():
            select.choose(None)
        self.chips.choose(())
        self._on_changed()

    def select(self, name: str) -> Select:
        """One of the lists, by the filter's own name for it."""
        return self._selects[name]

    def _field(self, name: str, label: str, options: Options) -> Field:
        select = Select(label)
        select.show_options(options, None)
        select.currentIndexChanged.connect(self._on_changed)
        self._selects[name] = select
        return Field(label, select)

    def _on_changed(self) -> None:
        self.changed.emit(self.wanted)


def _lists() -> tuple[tuple[str, str, Options], ...]:
    return (
        ("role", "Role", (("Every role", None), *((role_label(role), role) for role in Role))),
        ("round", "Round", (("Every round", None), *((round_label(one), one) for one in Round))),
        ("topic", "Topic", _topics(())),
        ("level", "Level", (("Any level", None), *((f"Level {number}", number) for number in range(1, _LEVELS + 1)))),
        ("kind", "Kind", (("Any kind", None), *((kind_label(kind).capitalize(), kind) for kind in Kind))),
        ("standing", "My results", _STANDINGS),
    )


def _topics(own: tuple[str, ...]) -> Options:
    """Areas, each with its topics below it."""
    areas = dict.fromkeys(area_label(topic) for topic in (*WANTED, *own))
    options: list[tuple[str, object]] = [("Every topic", None)]
    for area in areas:
        options.append((area, ("area", area)))
        topics = [topic for topic in (*WANTED, *own) if area_label(topic) == area]
        options += [(f"    {topic_label(topic)}", ("topic", topic)) for topic in topics]
    return tuple(options)
