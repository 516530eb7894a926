"""Recordings made elsewhere: chosen or dropped, given their questions, and followed while they are taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from question_bank.models import Kind, Question
from recordings.taking_in.batch import Stage
from ui.theme import SPACE, Tone
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.page import Page
from ui.widgets.recording_row import RecordingRow
from ui.widgets.text import Text
from ui.words.taking_in import WITHOUT_QUESTION, item_words, outcome_words, progress_words
from ui.words.times import counted

if TYPE_CHECKING:
    from recordings.taking_in.batch import Batch, Item

_WIDEST: Final = 860
_SUBTITLE: Final = (
    "Answers you recorded elsewhere are copied into your library, transcribed and analysed like any other. "
    "The originals are not changed."
)
_NOTHING_YET: Final = "Drop recordings anywhere on this window, or choose them."
_KINDS: Final = "WAV, FLAC, MP3, M4A, OGG, Opus; the sound from MP4, MOV and WebM; and others."


@dataclass(frozen=True, slots=True)
class Chosen:
    """A recording as the user wants it taken in. `kind` is the question's own, where there is one."""

    path: Path
    question: Question | None
    kind: Kind
    duration_s: float | None


class TakingInScreen(Page):
    """A row for each recording; below them what can be done with all.

    Signals:
        files_requested(): the user wants to choose files.
        question_wanted(object): likewise the question of the recording at this `Path`.
        start_requested(), cancel_requested(): take them in, or leave out what is not done yet.
        review_requested(), again_requested(): see what was added, or add more.
        back_requested(): back to History.
    """

    files_requested = Signal()
    question_wanted = Signal(object)
    start_requested = Signal()
    cancel_requested = Signal()
    review_requested = Signal()
    again_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add recordings", _SUBTITLE, parent, widest_px=_WIDEST)
        self._rows: dict[Path, RecordingRow] = {}
        self._back = Button("History", look="link", icon_name="arrow-left")
        self._card = Card()
        self._empty = Text(_NOTHING_YET, "strong")
        self._kinds = Text(_KINDS, "caption")
        self._list = QVBoxLayout()
        self._faults = Text("", "body", selectable=True)
        self._choose = Button("Choose files…", icon_name="plus")
        self._add = Button("Choose more files…", icon_name="plus")
        self._hint = Text(WITHOUT_QUESTION, "caption")
        self._progress = QProgressBar()
        self._words = Text("", "body")
        self._start = Button("", look="primary")
        self._cancel = Button("Cancel")
        self._review = Button("Open in Review", look="primary")
        self._again = Button("Add more")
        self._refused: list[str] = []
        self._lay_out()
        self._connect()
        self.show_choosing()

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """The recordings, in their order."""
        return tuple(Chosen(row.path, row.question, row.kind, row.duration_s) for row in self._rows.values())

    @property
    def paths(self) -> tuple[Path, ...]:
        """Their files."""
        return tuple(self._rows)

    def add_recording(self, path: Path, duration_s: float | None) -> None:
        """Show one more."""
        if path in self._rows:
            return
        row = RecordingRow(path, duration_s)
        row.question_wanted.connect(partial(self.question_wanted.emit, path))
        row.removed.connect(partial(self._on_removed, path))
        self._rows[path] = row
        self._list.addWidget(row)
        row.show()  # a layout would do so at the next turn of the loop, too late for the focus
        if len(self._rows) == 1:
            row.take_focus()
        self._show_choices()

    def refuse(self, sentence: str) -> None:
        """Say of a file why it is not among them."""
        if sentence not in self._refused:
            self._refused.append(sentence)
        self._show_faults()

    def show_question(self, path: Path, question: Question | None) -> None:
        """This is the question of a recording now."""
        if path in self._rows:
            self._rows[path].show_question(question)
            self._rows[path].take_focus()
            self._show_choices()

    def question_of(self, path: Path) -> Question | None:
        """The question of a recording."""
        return self._rows[path].question if path in self._rows else None

    def show_choosing(self) -> None:
        """Begin with an empty list."""
        for path in list(self._rows):
            self._take_out(path)
        self._refused.clear()
        self._show_faults()
        self._show_only()
        self._show_choices()

    def show_running(self, batch: Batch, left_s: float | None) -> None:
        """Show how far each recording is, and how long the rest will take."""
        had_focus = self._start.hasFocus()
        self._show_items(batch.items)
        self._progress.setRange(0, max(1, round(batch.total_s * 10)))
        self._progress.setValue(round(batch.heard_s * 10))
        self._words.setText(progress_words(batch, left_s))
        self._show_only(self._progress, self._words, self._cancel)
        if had_focus:
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_outcome(self, batch: Batch) -> None:
        """Show what came of each."""
        self._show_items(batch.items)
        self._words.setText(outcome_words(batch))
        has_any = any(item.stage is Stage.ADDED for item in batch.items)
        self._show_only(self._words, self._again, *((self._review,) if has_any else ()))
        (self._review if has_any else self._again).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_items(self, items: Sequence[Item]) -> None:
        for item in items:
            if item.brought.path not in self._rows:
                self.add_recording(item.brought.path, item.duration_s)
            tone: Tone = "amber" if item.stage is Stage.REFUSED or item.sentence else ""
            self._rows[item.brought.path].show_stage(item_words(item), tone)

    def _show_choices(self) -> None:
        count = len(self._rows)
        for part in (self._empty, self._kinds, self._choose):
            part.setVisible(not count)
        for part in (self._start, self._add):
            part.setVisible(bool(count))
        self._hint.setVisible(any(row.question is None for row in self._rows.values()))
        self._start.setText(f"Analyse {counted(count, 'recording')}")
        self._start.updateGeometry()

    def _show_faults(self) -> None:
        self._faults.setText("\n".join(f"▲ {sentence}" for sentence in self._refused))
        self._faults.setVisible(bool(self._refused))

    def _show_only(self, *shown: QWidget) -> None:
        for part in (
            self._choose,
            self._add,
            self._start,
            self._cancel,
            self._review,
            self._again,
            self._progress,
            self._words,
        ):
            part.setVisible(part in shown)
        if self._start not in shown:
            self._hint.hide()

    def _on_removed(self, path: Path) -> None:
        self._take_out(path)
        self._show_choices()
        (self._add if self._rows else self._choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, path: Path) -> None:
        row = self._rows.pop(path)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _lay_out(self) -> None:
        self.column.insertWidget(0, self._back, alignment=Qt.AlignmentFlag.AlignLeft)
        self._faults.set_tone("amber")
        self._progress.setAccessibleName("Adding recordings")
        self._progress.setTextVisible(False)
        self._list.setSpacing(5 * SPACE)
        self._card.body.setSpacing(4 * SPACE)
        for part in (self._empty, self._kinds):
            self._card.body.addWidget(part)
        self._card.body.addLayout(self._list)
        for part in (self._faults, self._hint):
            self._card.body.addWidget(part)
        self._card.body.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(3 * SPACE)
        for button in (self._start, self._add, self._review, self._again, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.foot.setSpacing(2 * SPACE)
        self.foot.addWidget(self._words)
        self.foot.addWidget(self._progress)
        self.foot.addLayout(buttons)
        margins = self.foot.contentsMargins()
        self.foot.setContentsMargins(margins.left(), 3 * SPACE, margins.right(), 6 * SPACE)

    def _connect(self) -> None:
        wishes: dict[Button, Callable[[], object]] = {
            self._back: self.back_requested.emit,
            self._choose: self.files_requested.emit,
            self._add: self.files_requested.emit,
            self._start: self.start_requested.emit,
            self._cancel: self.cancel_requested.emit,
            self._review: self.review_requested.emit,
            self._again: self.again_requested.emit,
        }
        for button, wish in wishes.items():
            button.clicked.connect(partial(_ask, wish))


def _ask(wish: Callable[[], object], _is_checked: bool = False) -> None:
    wish()
