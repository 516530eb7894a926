"""What a file holds that is to be imported: its questions, or every mistake in it. It imports nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.broken_packs import problem_lines
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.import_preview import ImportPreview
from ui.widgets.text import Text
from ui.words.times import counted

if TYPE_CHECKING:
    from question_bank.exchange.topic_names import UnknownTopic
    from question_bank.loader import Problem
    from question_bank.models import Question

_SHOWN_PROBLEMS: Final = 8


class ImportCard(Card):
    """A card that is only there between choosing a file and importing it.

    Signals:
        confirmed(): take it in.
        dismissed(): leave it.
        previewing(bool): there are questions to tick now, which want all the room there is; or no longer.
    """

    confirmed = Signal()
    dismissed = Signal()
    previewing = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=4 * SPACE)
        self.setAccessibleName("Import")
        self._heading = Text("", "strong")
        self._words = Text("", "body", selectable=True)
        self.preview = ImportPreview()
        self.preview.hide()
        self.preview.changed.connect(self._on_preview_changed)
        self._confirm = Button("Import", look="primary", is_small=True)
        self._dismiss = Button("Cancel", look="quiet", is_small=True)
        self._confirm.clicked.connect(self.confirmed)
        self._dismiss.clicked.connect(self._on_dismissed)
        leave = QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._on_dismissed)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._confirm)
        row.addWidget(self._dismiss)
        row.addStretch(1)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._words)
        self.body.addWidget(self.preview)
        self.body.addLayout(row)
        self.hide()

    def show_found(self, file: str, new: int, known: int, pack: str) -> None:
        """So many questions would become a pack; so many are in the bank already, just so."""
        self._heading.setText(f"{counted(new, 'question')} in {file}")
        self._heading.set_tone("")
        left_out = f" {counted(known, 'question')} left out: already in the bank." if known else ""
        self._words.setText(f"No problems found. The new pack will be called “{pack}”.{left_out}")
        self._show(can_import=True)

    def offer(
        self, questions: Sequence[Question], unknown_topics: Sequence[UnknownTopic], remarks: Sequence[str]
    ) -> None:
        """Behind `show_found`: let the user choose among the questions and say what else of the file is left out."""
        self._words.setText(" ".join((self._words.text(), *remarks)))
        self.preview.show_found(questions, unknown_topics)
        self.preview.show()
        self.previewing.emit(True)
        self.preview.take_focus()

    def show_nothing_new(self, file: str, known: int) -> None:
        """Everything in the file is in the bank already."""
        self._heading.setText(f"Nothing new in {file}")
        self._heading.set_tone("")
        self._words.setText(f"{counted(known, 'question')}, all already in the bank.")
        self._show(can_import=False)

    def show_refused(self, file: str, problems: Sequence[Problem]) -> None:
        """Something is wrong, so nothing is imported."""
        self._heading.setText(f"▲ {file}: nothing was imported, {counted(len(problems), 'problem')}")
        self._heading.set_tone("amber")
        self._words.setText("\n".join(problem_lines(problems, _SHOWN_PROBLEMS)))
        self._show(can_import=False)

    def _show(self, *, can_import: bool) -> None:
        self._end_preview()
        self._confirm.setVisible(can_import)
        self._confirm.setEnabled(can_import)
        self._dismiss.setText("Cancel" if can_import else "Close")
        self._dismiss.updateGeometry()
        self.show()

    def _end_preview(self) -> None:
        self.preview.hide()
        self.previewing.emit(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """A screen that is left for another hides its cards as well; those come back with it."""
        super().hideEvent(event)
        if self.isHidden():
            self._end_preview()

    def _on_preview_changed(self) -> None:
        self._confirm.setEnabled(bool(self.preview.ticked_ids))

    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()
