"""The user's own pronunciations: a word and how it is said, heard, added and removed. Nothing is spoken here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.voice.spoken_text import OwnWords
from ui.theme import SPACE
from ui.widgets.button import Button, IconButton
from ui.widgets.text import Text
from ui.widgets.text_line import TextLine

_LONGEST_WORD = 60
_LONGEST_SAID = 120


class Pronunciations(QWidget):
    """One row for each word, and below them a line to add another; a word that is there already is said anew.

    Signals:
        changed(object): `OwnWords` as they are now.
        hear_requested(str): a word, to be read aloud.
    """

    changed = Signal(object)
    hear_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: OwnWords = ()
        self._rows: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE)
        self._word = TextLine("Word", "Word, such as SQL", _LONGEST_WORD)
        self._said = TextLine("Said as", "How to say it, for example “sequel”", _LONGEST_SAID)
        self._add = Button("Add", is_small=True)
        line = QHBoxLayout()
        line.setSpacing(2 * SPACE)
        line.addWidget(self._word, 2)
        line.addWidget(self._said, 3)
        line.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        column.addLayout(self._list)
        column.addLayout(line)
        for field in (self._word, self._said):
            field.textChanged.connect(self._show_whether_complete)
            field.returnPressed.connect(self._on_added)
        self._add.clicked.connect(self._on_added)
        self._show_whether_complete()

    def show_words(self, words: OwnWords) -> None:
        """Show these. Emits nothing."""
        if words == self._words:
            return
        self._words = words
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(written, said) for written, said in words]
        for row in self._rows:
            self._list.addWidget(row)

    def _row(self, written: str, said: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(Text(written, "strong"), 2)
        across.addWidget(Text(said, "body"), 3)
        hear = IconButton("volume-2", f"Hear {written}")
        hear.clicked.connect(partial(self._on_hear_clicked, written))
        remove = IconButton("x", f"Remove {written}")
        remove.clicked.connect(partial(self._on_removed, written))
        across.addWidget(hear)
        across.addWidget(remove)
        return row

    def _show_whether_complete(self) -> None:
        self._add.setEnabled(bool(self._word.text().strip() and self._said.text().strip()))

    def _on_added(self) -> None:
        written, said = (" ".join(field.text().split()) for field in (self._word, self._said))
        if not written or not said:
            return
        self._word.clear()
        self._said.clear()
        self._word.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change((*(pair for pair in self._words if pair[0] != written), (written, said)))

    def _on_removed(self, written: str, _is_checked: bool = False) -> None:
        self._word.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change(tuple(pair for pair in self._words if pair[0] != written))

    def _on_hear_clicked(self, written: str, _is_checked: bool = False) -> None:
        self.hear_requested.emit(written)

    def _change(self, words: OwnWords) -> None:
        self.show_words(words)
        self.changed.emit(words)
