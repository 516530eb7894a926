"""One recording to be taken in: its file, the question it answers, what kind of answer it is, and how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from question_bank.labels import kind_label
from question_bank.models import Kind, Question
from ui.theme import SPACE, Tone
from ui.widgets.button import IconButton
from ui.widgets.page import TurningRow
from ui.widgets.select import Select
from ui.widgets.text import Text, label_for, set_tool_tip
from ui.words.taking_in import NO_QUESTION
from ui.words.times import clock

_NARROW_PX: Final = 520
_GLYPH_PX: Final = 48  # the arrow, and the margins on both sides
_KINDS: Final = tuple((kind_label(kind).capitalize(), kind) for kind in Kind)


class QuestionSelect(Select):
    """Looks like a list, and asks for the question to be chosen elsewhere: a thousand are too many for a list.

    Signals:
        wanted(): the user wants to choose.
    """

    wanted = Signal()

    _text = NO_QUESTION

    def show_question(self, question: Question | None) -> None:
        """Show what is chosen."""
        self._text = question.text if question else NO_QUESTION
        self.show_options(((self._text, None),), None)
        self.setAccessibleDescription(f"{self.accessibleName()}: {self._text}")
        self._shorten()

    def _shorten(self) -> None:
        """To what there is room for; the tool tip has all of it."""
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width() - _GLYPH_PX)
        if shown != self.itemText(0):
            self.setItemText(0, shown)
            set_tool_tip(self, self._text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def showPopup(self) -> None:
        self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.wanted.emit()
            return
        event.ignore()


class RecordingRow(QWidget):
    """A file and what is said of it.

    Signals:
        question_wanted(), removed(): the user wants to choose the question, or does not want this recording.
    """

    question_wanted = Signal()
    removed = Signal()

    def __init__(self, path: Path, duration_s: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.duration_s = duration_s
        self.question: Question | None = None
        self._name = Text(path.name, "strong")
        set_tool_tip(self._name, str(path))
        self._length = Text("" if duration_s is None else clock(duration_s), "caption", wraps=False)
        self._remove = IconButton("x", f"Remove {path.name}")
        self._question = QuestionSelect(f"Question for {path.name}")
        self._kind = Select(f"Kind of answer, {path.name}")
        self._labels = tuple(label_for(one, one.accessibleName(), "caption") for one in (self._question, self._kind))
        self._kind.show_options(_KINDS, Kind.SHORT)
        self._choices = TurningRow(_NARROW_PX, 2 * SPACE)
        self._stage = Text("", "caption", selectable=True)
        self._lay_out()
        self._question.wanted.connect(self.question_wanted)
        self._remove.clicked.connect(self.removed)
        self.show_question(None)

    @property
    def kind(self) -> Kind:
        """What kind of answer it is: the question's own, where there is one."""
        return Kind(self._kind.currentData())

    def show_question(self, question: Question | None) -> None:
        """This is the question; None for none. A question knows its kind."""
        self.question = question
        self._question.show_question(question)
        if question is not None:
            self._kind.choose(question.kind)
        self._kind.setEnabled(question is None)

    def show_stage(self, words: str, tone: Tone = "") -> None:
        """It is being taken in, or was: nothing can be chosen any more; "" lets one choose again."""
        self._choices.setVisible(not words)
        self._remove.setVisible(not words)
        self._stage.setVisible(bool(words))
        if words != self._stage.text():
            self._stage.setText(words)
            self._stage.set_tone(tone)

    def take_focus(self) -> None:
        """Go to the first thing to choose."""
        self._question.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(3 * SPACE)
        head.addWidget(self._name, 1)
        head.addWidget(self._length)
        head.addWidget(self._remove)
        self._choices.row.addWidget(self._question, 5)
        self._choices.row.addWidget(self._kind, 2)
        self._stage.hide()
        for label in self._labels:  # for screen readers alone: one sees which file they belong to
            label.setParent(self)
            label.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self._choices)
        column.addWidget(self._stage)
