"""What a job demands, row by row, each to be ticked off, with what was practised of it below. It counts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.own_work.job_practice import DemandPractice
from ui.theme import SPACE
from ui.widgets.button import Switch
from ui.widgets.text import Text, label_for, set_tool_tip
from ui.words.job_practice import practice_words


class DemandRow(QWidget):
    """One demand with its switch; a check box of its name to a screen reader.

    Signals:
        ticked(bool): the user says whether it is one.
    """

    ticked = Signal(bool)

    def __init__(self, name: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = Switch("")
        self._switch.setAccessibleName(name)
        self._practice = Text("", "caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        shown = label_for(self._switch, name, "body")
        set_tool_tip(shown, line)
        words.addWidget(shown)
        words.addWidget(self._practice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._switch.toggled.connect(self.ticked)

    def show_practice(self, practice: DemandPractice) -> None:
        """Show whether it is ticked, and what was practised of it. Emits nothing."""
        words = practice_words(practice) if practice.demand.is_wanted else "not a requirement"
        self._practice.setText(words)
        self._switch.setAccessibleDescription(words)
        was_blocked = self._switch.blockSignals(True)
        self._switch.setChecked(practice.demand.is_wanted)
        self._switch.blockSignals(was_blocked)


class DemandRows(QWidget):
    """Demands of one sort under their heading; gone where there are none.

    Signals:
        ticked(str, bool): the user says whether the demand of this name is one.
    """

    ticked = Signal(str, bool)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._rows: list[DemandRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        self._column.addWidget(Text(heading, "label"))

    def show_practice(self, practice: Sequence[DemandPractice]) -> None:
        """Show these demands, in their order. Rows stay where the demands are the same. Emits nothing."""
        names = tuple(one.demand.name for one in practice)
        if names != self._names:
            self._make_rows(practice)
        for row, one in zip(self._rows, practice, strict=True):
            row.show_practice(one)
        self.setVisible(bool(names))

    def _make_rows(self, practice: Sequence[DemandPractice]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._names = tuple(one.demand.name for one in practice)
        self._rows = [DemandRow(one.demand.name, one.demand.line) for one in practice]
        for row, name in zip(self._rows, self._names, strict=True):
            row.ticked.connect(partial(self.ticked.emit, name))
            self._column.addWidget(row)
            row.show()
