"""One question of the bank, with its answer hidden until asked for. Plays nothing itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from question_bank.labels import kind_label, role_label, round_label, topic_label
from question_bank.models import Question
from ui.clock_text import clock
from ui.theme import SPACE, monospace_font
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.paragraph import Paragraph
from ui.widgets.text import Text

_SHOW: Final = "Show the answer"
_HIDE: Final = "Hide the answer"


class QuestionPreview(Card):
    """What is asked and for whom; key points and a model answer on request, so that one can think first.

    Signals:
        hear_requested(str): the words to be read aloud.
    """

    hear_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self.setAccessibleName("Question")
        self._question: Question | None = None
        self._facts = Text("", "caption")
        self._text = Paragraph("", "strong")
        self._code = QLabel()  # not a Text, whose type is the program's
        self._code.setWordWrap(True)  # in a narrow window; else the lines stay as they are
        self._code.setTextFormat(Qt.TextFormat.PlainText)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._code.setFont(monospace_font())
        self._hear = Button("Hear it", icon_name="volume-2", is_small=True)
        self._reveal = Button(_SHOW, look="link", icon_name="chevron-down")
        self._reveal.setCheckable(True)
        self._points = Paragraph("", "body")
        self._model_answer = Paragraph("", "body")
        self._shelf = Text("", "caption", selectable=True)
        self._for_whom = Text("", "caption")
        self._lay_out()

    @property
    def question_id(self) -> str | None:
        """The id of the question shown."""
        return self._question.id if self._question else None

    def show_question(self, question: Question) -> None:
        """Show this question with its answer hidden; the same question again changes nothing."""
        if self._question == question:
            return
        self._question = question
        topics = ", ".join(topic_label(topic) for topic in question.topics)
        kind = kind_label(question.kind).capitalize()
        self._facts.setText(f"{kind} · level {question.level} · target {clock(question.times.target_s)} · {topics}")
        self._text.setText(question.text)
        self._code.setText(question.code or "")
        self._code.setVisible(bool(question.code))
        self._points.setText("\n".join(f"•  {point.text}" for point in question.key_points))
        self._model_answer.setText(question.model_answer)
        self._shelf.setText(f"Read next: {' · '.join(question.shelf)}" if question.shelf else "")
        roles = ", ".join(role_label(role) for role in question.roles)
        self._for_whom.setText(f"{', '.join(round_label(one) for one in question.rounds)}\n{roles}")
        self._reveal.setChecked(False)
        self._on_reveal_toggled(False)

    def _lay_out(self) -> None:
        self.body.setSpacing(3 * SPACE)
        left = Qt.AlignmentFlag.AlignLeft
        self.body.addWidget(self._facts)
        self.body.addWidget(self._text)
        self.body.addWidget(self._code)
        self.body.addWidget(self._hear, 0, left)
        self.body.addWidget(self._for_whom)
        self.body.addWidget(self._reveal, 0, left)
        self._labels = [Text("Key points", "label"), Text("A model answer", "label")]
        for part in (self._labels[0], self._points, self._labels[1], self._model_answer, self._shelf):
            self.body.addWidget(part)
        self._hear.clicked.connect(self._on_hear_clicked)
        self._reveal.toggled.connect(self._on_reveal_toggled)

    def _on_hear_clicked(self) -> None:
        if self._question is not None:
            self.hear_requested.emit(self._question.text)

    def _on_reveal_toggled(self, is_shown: bool) -> None:
        self._reveal.setText(_HIDE if is_shown else _SHOW)
        self._reveal.updateGeometry()
        for part in (*self._labels, self._points, self._model_answer):
            part.setVisible(is_shown)
        self._shelf.setVisible(is_shown and bool(self._shelf.text()))
