"""The list of filler words: each on or off, one's own added and removed. Which count: `simulator.analysis.fillers`."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.analysis.english.filler_phrases import FILLER_PHRASES
from simulator.analysis.rules import JudgingRules
from ui.theme import SPACE
from ui.widgets.button import Button, IconButton, Switch
from ui.widgets.text_line import TextLine

ANOTHER = "Another filler word or phrase"
_LONGEST = 60
_COLUMNS = 2


class WordList(QWidget):
    """Switches in two columns, and below them a line to add a phrase of one's own.

    Signals:
        switched(str, bool): a phrase counts from now on, or no longer.
        added(str): what the user typed.
        removed(str): one of the user's own phrases is to go.
    """

    switched = Signal(str, bool)
    added = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases: tuple[str, ...] = ()
        self._switches: dict[str, Switch] = {}
        self._rows: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4 * SPACE)
        self._grid.setVerticalSpacing(0)
        self._another = TextLine(ANOTHER, ANOTHER, _LONGEST)
        self._add = Button("Add", is_small=True)
        self._add.setEnabled(False)
        line = QHBoxLayout()
        line.setSpacing(2 * SPACE)
        line.addWidget(self._another, 1)
        line.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        column.addLayout(self._grid)
        column.addLayout(line)
        self._another.textChanged.connect(lambda text: self._add.setEnabled(bool(text.strip())))
        self._another.returnPressed.connect(self._on_added)
        self._add.clicked.connect(self._on_added)

    def show_rules(self, rules: JudgingRules) -> None:
        """Show every phrase of the list and whether it counts. Emits nothing."""
        if rules.phrases() != self._phrases:
            self._phrases = rules.phrases()
            self._fill()
        for phrase, switch in self._switches.items():
            was_blocked = switch.blockSignals(True)
            switch.setChecked(rules.is_on(phrase))
            switch.blockSignals(was_blocked)

    def switch(self, phrase: str) -> Switch:
        """The switch of one phrase."""
        return self._switches[phrase]

    def _fill(self) -> None:
        for row in self._rows:
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._switches = [], {}
        for number, phrase in enumerate(self._phrases):
            row = self._row(phrase)
            self._rows.append(row)
            self._grid.addWidget(row, number // _COLUMNS, number % _COLUMNS)

    def _row(self, phrase: str) -> QWidget:
        where = FILLER_PHRASES.get(phrase, "")
        shown = _shown(phrase)
        switch = Switch(f"{shown}, {where}" if where else shown)
        switch.toggled.connect(partial(self.switched.emit, phrase))
        self._switches[phrase] = switch
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(switch)
        across.addStretch(1)
        if phrase not in FILLER_PHRASES:
            remove = IconButton("x", f"Remove {_shown(phrase)}")
            remove.clicked.connect(partial(self._on_removed, phrase))
            across.addWidget(remove)
        return row

    def _on_added(self) -> None:
        text = self._another.text()
        if text.strip():
            self._another.clear()
            self.added.emit(text)

    def _on_removed(self, phrase: str, _is_checked: bool = False) -> None:
        self._another.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(phrase)


def _shown(phrase: str) -> str:
    """The phrase as one writes it."""
    return " ".join("I" if word == "i" else word for word in phrase.split())
