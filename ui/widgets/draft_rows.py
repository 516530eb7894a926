"""The parts of a question of which there may be several, each in a row: key points, follow-ups, red flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from question_bank.drafting import DraftFlag, DraftFollowUp, DraftPoint, Field
from question_bank.models import FollowUpTrigger
from ui.theme import SPACE
from ui.widgets.button import Button, IconButton
from ui.widgets.select import Select
from ui.widgets.text import Text, label_for
from ui.widgets.text_line import TextLine

_LONGEST_SHOWN: Final = 48
_TRIGGERS: Final = (
    ("When missed", FollowUpTrigger.MISSED),
    ("When half said", FollowUpTrigger.HALF),
    ("When said", FollowUpTrigger.COVERED),
    ("When a term is used", FollowUpTrigger.TERM),
)


class DraftRow(QWidget):
    """One entry: its controls, a cross to remove it, and a line for what is wrong.

    Signals:
        changed(), remove_requested(): as they say.
    """

    changed = Signal()
    remove_requested = Signal()

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remove = IconButton("x", f"Remove {what}")
        self.remove.clicked.connect(self.remove_requested)
        self._fault = Text("", "caption")
        self._fault.set_tone("red")
        self._fault.hide()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(SPACE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        across = QHBoxLayout()
        outer.addLayout(across)
        outer.addWidget(self._fault)
        across.addLayout(self.lines, 1)
        across.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong; "" takes the line away."""
        self._fault.setText(f"▲ {sentence}")
        self._fault.setVisible(bool(sentence))


class CuedRow(DraftRow):
    """Something to listen for in an answer, and the cues that show it was said."""

    def __init__(self, what: str, number: int, hints: tuple[str, str], parent: QWidget | None = None) -> None:
        """`hints` stand in the two fields while they are empty."""
        super().__init__(f"{what} {number}", parent)
        self.text = TextLine(f"{what.capitalize()} {number}", hints[0])
        self.cues = TextLine(f"Cues for {what} {number}", hints[1])
        for field in (self.text, self.cues):
            field.textChanged.connect(self.changed)
        grid = QGridLayout()
        grid.setSpacing(SPACE)
        grid.addWidget(Text(str(number), "label"), 0, 0)
        grid.addWidget(self.text, 0, 1)
        grid.addWidget(label_for(self.cues, "Cues", "caption"), 1, 0)
        grid.addWidget(self.cues, 1, 1)
        self.lines.addLayout(grid)

    def _fill(self, text: str, cues: str) -> None:
        for field, typed in ((self.text, text), (self.cues, cues)):
            field.setText(typed)
            field.setCursorPosition(0)


class KeyPointRow(CuedRow):
    """A key point and its cues."""

    def __init__(self, number: int, point: DraftPoint, parent: QWidget | None = None) -> None:
        hints = ("One thing that a good answer says", "Words that show it: penalty, shrink weights")
        super().__init__("key point", number, hints, parent)
        self._id = point.id
        self._fill(point.text, point.cues)

    @property
    def value(self) -> DraftPoint:
        """What is typed."""
        return DraftPoint(self.text.text(), self.cues.text(), self._id)


class RedFlagRow(CuedRow):
    """A red flag and its cues, if it has any."""

    def __init__(self, number: int, flag: DraftFlag, parent: QWidget | None = None) -> None:
        hints = ("One thing that a good answer should not say", "Words that state the mistake: more trees overfit")
        super().__init__("red flag", number, hints, parent)
        self._fill(flag.text, flag.cues)

    @property
    def value(self) -> DraftFlag:
        """What is typed."""
        return DraftFlag(self.text.text(), self.cues.text())


class FollowUpRow(DraftRow):
    """A follow-up, and what calls it."""

    def __init__(self, number: int, asked: DraftFollowUp, points: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(f"follow-up {number}", parent)
        self.text = TextLine(f"Follow-up {number}", "A deeper question")
        self.text.setText(asked.text)
        self.text.setCursorPosition(0)
        self.when = Select(f"When to ask follow-up {number}")
        self.when.show_options(_TRIGGERS, asked.when)
        self.point = Select(f"Key point for follow-up {number}")
        self.term = TextLine(f"Term for follow-up {number}", "The term")
        self.term.setText(asked.term)
        self.show_points(points, asked.point)
        second = QHBoxLayout()
        second.setSpacing(2 * SPACE)
        second.addWidget(label_for(self.when, "Ask it", "caption"))
        second.addWidget(self.when, 1)
        self._about = label_for(self.point, "About", "caption")
        second.addWidget(self._about)
        second.addWidget(self.point, 2)
        second.addWidget(self.term, 2)
        self.lines.addWidget(self.text)
        self.lines.addLayout(second)
        self.text.textChanged.connect(self.changed)
        self.term.textChanged.connect(self.changed)
        self.point.activated.connect(self.changed)
        self.when.currentIndexChanged.connect(self._on_when_changed)
        self._show_about()

    @property
    def value(self) -> DraftFollowUp:
        """What is typed and chosen."""
        point = self.point.currentData()
        return DraftFollowUp(self.text.text(), self._trigger, 0 if point is None else point, self.term.text())

    def show_points(self, points: Sequence[str], chosen: int) -> None:
        """Offer these key points."""
        options = tuple((f"{number + 1}. {_short(text)}", number) for number, text in enumerate(points))
        self.point.show_options(options, chosen)

    def _on_when_changed(self) -> None:
        self._show_about()
        self.changed.emit()

    @property
    def _trigger(self) -> FollowUpTrigger:
        return FollowUpTrigger(self.when.currentData())  # Qt gives back the plain text of it

    def _show_about(self) -> None:
        is_term = self._trigger is FollowUpTrigger.TERM
        self._about.setVisible(not is_term)
        self.term.setVisible(is_term)
        self.point.setVisible(not is_term)


RowT = TypeVar("RowT", bound=DraftRow)


class DraftRows(QWidget, Generic[RowT]):
    """Rows one below the other, and a button to add one. Subclasses say what a row is.

    Signals:
        changed(): something was typed, added or removed.
        removed(int): the row with this number, from 0, is gone; comes before `changed`.
    """

    changed = Signal()
    removed = Signal(int)

    def __init__(self, add_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RowT] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(3 * SPACE)
        self.add = Button(add_words, icon_name="plus", is_small=True)
        self.add.clicked.connect(self._on_add_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def rows(self) -> Sequence[RowT]:
        """The rows in their order."""
        return self._rows

    def show_faults(self, faults: Mapping[Field, str]) -> None:
        """Say what is wrong at the rows; `faults` are those of a whole question, `()` names no row."""
        for number, row in enumerate(self._rows):
            row.show_fault(next((said for field, said in faults.items() if field[1:2] == (number,)), ""))

    def _fill(self, rows: Sequence[RowT]) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = list(rows)
        for row in self._rows:
            self._list.addWidget(row)
            row.show()
            row.changed.connect(self.changed)
            row.remove_requested.connect(lambda row=row: self._remove(row))

    def _remove(self, row: RowT) -> None:
        number = self._rows.index(row)
        self._without(number)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(number)
        self.changed.emit()

    def _without(self, number: int) -> None:
        raise NotImplementedError

    def _on_add_clicked(self) -> None:
        raise NotImplementedError


class KeyPointRows(DraftRows[KeyPointRow]):
    """What a good answer says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add a key point", parent)

    @property
    def values(self) -> tuple[DraftPoint, ...]:
        """The key points as typed."""
        return tuple(row.value for row in self._rows)

    def show_values(self, points: Sequence[DraftPoint]) -> None:
        """Show these. Emits nothing."""
        self._fill([KeyPointRow(number, point) for number, point in enumerate(points, 1)])

    def _without(self, number: int) -> None:
        self.show_values([value for index, value in enumerate(self.values) if index != number])

    def _on_add_clicked(self) -> None:
        self.show_values((*self.values, DraftPoint()))
        self._rows[-1].text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class RedFlagRows(DraftRows[RedFlagRow]):
    """What a good answer does not say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add a red flag", parent)

    @property
    def values(self) -> tuple[DraftFlag, ...]:
        """The red flags as typed."""
        return tuple(row.value for row in self._rows)

    def show_values(self, flags: Sequence[DraftFlag]) -> None:
        """Show these. Emits nothing."""
        self._fill([RedFlagRow(number, flag) for number, flag in enumerate(flags, 1)])

    def _without(self, number: int) -> None:
        self.show_values([value for index, value in enumerate(self.values) if index != number])

    def _on_add_clicked(self) -> None:
        self.show_values((*self.values, DraftFlag()))
        self._rows[-1].text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class FollowUpRows(DraftRows[FollowUpRow]):
    """Where to go deeper; `points` are the texts of the key points they may be about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add a follow-up", parent)
        self._points: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[DraftFollowUp, ...]:
        """The follow-ups as typed."""
        return tuple(row.value for row in self._rows)

    def show_values(self, asked: Sequence[DraftFollowUp]) -> None:
        """Show these. Emits nothing."""
        self._fill([FollowUpRow(number, one, self._points) for number, one in enumerate(asked, 1)])

    def show_points(self, points: Sequence[str], gone: int | None = None) -> None:
        """Offer these key points; `gone` is the number of one that was removed. What a row is about stays with it."""
        if tuple(points) == self._points:
            return
        self._points = tuple(points)
        for row in self._rows:
            chosen = row.value.point
            row.show_points(points, chosen - 1 if gone is not None and chosen > gone else chosen)

    def _without(self, number: int) -> None:
        self.show_values([value for index, value in enumerate(self.values) if index != number])

    def _on_add_clicked(self) -> None:
        self.show_values((*self.values, DraftFollowUp()))
        self._rows[-1].text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rstrip()}…"
