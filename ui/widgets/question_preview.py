"""One question of the bank, with its answer hidden until asked for. Plays nothing itself, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from question_bank.models import FollowUp, FollowUpTrigger, Question
from ui.theme import SPACE, monospace_font
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_layout import Flow
from ui.widgets.paragraph import Paragraph
from ui.widgets.text import Text
from ui.words.question_facts import facts_with_target, for_whom

_SHOW: Final = "Show the answer"
_HIDE: Final = "Hide the answer"
_WHEN: Final = {
    FollowUpTrigger.COVERED: "when said",
    FollowUpTrigger.MISSED: "when missed",
    FollowUpTrigger.HALF: "when half said",
    FollowUpTrigger.TERM: "when used",
}


@dataclass(frozen=True, slots=True)
class Standings:
    """What the user has to do with the question shown: `origin` and `record` are sentences."""

    origin: str = ""
    record: str = ""
    is_own: bool = False
    is_starred: bool = False
    is_hidden: bool = False


class QuestionPreview(Card):
    """What is asked and for whom; key points and a model answer on request, so that one can think first.

    Signals:
        hear_requested(str): the words to be read aloud.
        star_toggled(str, bool), hide_toggled(str, bool): the question is to be starred or hidden, or no longer.
        edit_requested(str), delete_requested(str): a question of the user's own.
        copy_requested(str): a question of the program's is to be copied and edited.
    """

    hear_requested = Signal(str)
    star_toggled = Signal(str, bool)
    hide_toggled = Signal(str, bool)
    edit_requested = Signal(str)
    copy_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self.setAccessibleName("Question")
        self._question: Question | None = None
        self._standings = Standings()
        self._facts = Text("", "caption")
        self._text = Paragraph("", "strong")
        self._code = QLabel()  # not a Text, whose type is the program's
        self._code.setWordWrap(True)  # in a narrow window; else the lines stay as they are
        self._code.setTextFormat(Qt.TextFormat.PlainText)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._code.setFont(monospace_font())
        self._hear = Button("Hear it", icon_name="volume-2", is_small=True)
        self._star = Button("Star", icon_name="star", is_small=True)
        self._hide = Button("Hide", icon_name="eye-off", is_small=True)
        self._edit = Button("Edit", icon_name="pencil", is_small=True)
        self._copy = Button("Copy and edit", icon_name="copy", is_small=True)
        self._delete = Button("Delete", icon_name="trash-2", is_small=True)
        self._reveal = Button(_SHOW, look="link", icon_name="chevron-down")
        self._reveal.setCheckable(True)
        self._parts = [(Text(title, "label"), Paragraph("", "body")) for title in _PARTS]
        self._record = Text("", "caption")
        self._for_whom = Text("", "caption")
        self._lay_out()
        self._connect()

    @property
    def question_id(self) -> str | None:
        """The id of the question shown."""
        return self._question.id if self._question else None

    def show_question(self, question: Question, standings: Standings) -> None:
        """Show this question; another one than before with its answer hidden."""
        self._show_standings(standings)
        if self._question == question:
            return
        self._question = question
        self._facts.setText(facts_with_target(question))
        self._text.setText(question.text)
        self._code.setText(question.code or "")
        self._code.setVisible(bool(question.code))
        for (_, words), text in zip(self._parts, _texts_of(question), strict=True):
            words.setText(text)
        self._for_whom.setText(for_whom(question))
        self._reveal.setChecked(False)
        self._on_reveal_toggled(False)

    def _show_standings(self, standings: Standings) -> None:
        self._standings = standings
        self._record.setText("\n".join(filter(None, (standings.record, standings.origin))))
        self._star.setText("Remove star" if standings.is_starred else "Star")
        self._hide.setText("Unhide" if standings.is_hidden else "Hide")
        for button in (self._star, self._hide):
            button.updateGeometry()
        self._edit.setVisible(standings.is_own)
        self._delete.setVisible(standings.is_own)
        self._copy.setVisible(not standings.is_own)

    def _lay_out(self) -> None:
        self.body.setSpacing(3 * SPACE)
        left = Qt.AlignmentFlag.AlignLeft
        buttons = Flow()
        for button in (self._hear, self._star, self._hide, self._edit, self._copy, self._delete):
            buttons.add(button)
        for part in (self._facts, self._text, self._code, buttons, self._for_whom, self._record):
            self.body.addWidget(part)
        self.body.addWidget(self._reveal, 0, left)
        for title, words in self._parts:
            self.body.addWidget(title)
            self.body.addWidget(words)

    def _connect(self) -> None:
        self._hear.clicked.connect(self._on_hear_clicked)
        self._reveal.toggled.connect(self._on_reveal_toggled)
        self._star.clicked.connect(lambda: self.star_toggled.emit(self._id, not self._standings.is_starred))
        self._hide.clicked.connect(lambda: self.hide_toggled.emit(self._id, not self._standings.is_hidden))
        self._edit.clicked.connect(lambda: self.edit_requested.emit(self._id))
        self._copy.clicked.connect(lambda: self.copy_requested.emit(self._id))
        self._delete.clicked.connect(lambda: self.delete_requested.emit(self._id))

    @property
    def _id(self) -> str:
        return self.question_id or ""

    def _on_hear_clicked(self) -> None:
        if self._question is not None:
            self.hear_requested.emit(self._question.text)

    def _on_reveal_toggled(self, is_shown: bool) -> None:
        self._reveal.setText(_HIDE if is_shown else _SHOW)
        self._reveal.updateGeometry()
        for title, words in self._parts:
            title.setVisible(is_shown and bool(words.text()))
            words.setVisible(is_shown and bool(words.text()))


_PARTS: Final = ("Key points", "Model answer", "Follow-ups", "Better not", "Read next")


def _texts_of(question: Question) -> tuple[str, ...]:
    """What stands under each of the `_PARTS`."""
    points = {point.id: point.text for point in question.key_points}
    return (
        _listed(point.text for point in question.key_points),
        question.model_answer,
        _listed(f"{asked.text} ({_WHEN[asked.when]}: {_about(asked, points)})" for asked in question.follow_ups),
        _listed(flag.text for flag in question.red_flags),
        " · ".join(question.shelf),
    )


def _about(asked: FollowUp, points: dict[str, str]) -> str:
    return points.get(asked.about, asked.about).rstrip(".")


def _listed(entries: Iterable[str]) -> str:
    return "\n".join(f"•  {entry}" for entry in entries)
