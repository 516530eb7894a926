"""A job advertisement: where it is pasted or opened, what was found in it, what was practised. It reads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from simulator.own_work.advertisement.demands import Advertisement, DemandSort
from simulator.own_work.job_practice import DemandPractice
from ui.theme import SPACE, Tone
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.demand_rows import DemandRows
from ui.widgets.text import Text
from ui.widgets.text_line import TextArea
from ui.words.job_practice import job_words, practised_words

_PASTE_PX: Final = 120


class AdvertisementCard(Card):
    """The job that one prepares for.

    Signals:
        text_given(str): an advertisement that was pasted, to be read.
        file_wanted(): one is to be read from a file.
        ticked(str, bool): the demand of this name is one, or is none.
        practise_requested(): an interview for this job.
        removal_requested(): the advertisement is to go.
    """

    text_given = Signal(str)
    file_wanted = Signal()
    ticked = Signal(str, bool)
    practise_requested = Signal()
    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Job advertisement", parent)
        self._text = TextArea("Job advertisement text", "Paste the advertisement here.", _PASTE_PX)
        self._read = Button("Read it", is_small=True)
        self._file = Button("Open an advertisement…", look="quiet")
        self._reading = Text("", "caption")
        self._job = Text("", "body")
        self._practised = Text("", "soft")
        self._techniques, self._duties = DemandRows("Techniques"), DemandRows("Responsibilities")
        self._practise = Button("Interview for this job", look="primary")
        self._remove = Button("Remove this job", look="quiet")
        self._lay_out()
        self._connect()
        self.show_reading("")
        self.show_job(Advertisement(), ())

    def show_job(self, advertisement: Advertisement, practice: Sequence[DemandPractice]) -> None:
        """Show what was found, and what was practised of it. Emits nothing."""
        is_there = not advertisement.is_empty
        self._job.setText(job_words(advertisement) if is_there else "")
        self._practised.setText(practised_words(practice) if is_there else "")
        for rows, sort in ((self._techniques, DemandSort.TECHNIQUE), (self._duties, DemandSort.DUTY)):
            rows.show_practice([one for one in practice if one.demand.sort is sort])
        for widget in (self._job, self._practised, self._practise, self._remove):
            widget.setVisible(is_there)

    def show_reading(self, words: str, tone: Tone = "", *, is_busy: bool = False) -> None:
        """Say how reading one goes, or went; "" takes the line away."""
        self._reading.setText(words)
        self._reading.set_tone(tone)
        self._reading.setVisible(bool(words))
        self._file.setEnabled(not is_busy)
        self._read.setEnabled(not is_busy and self._has_text())

    def clear_text(self) -> None:
        """Forget what was pasted, undo included."""
        self._text.document().clear()
        self._text.document().clearUndoRedoStacks()

    def _lay_out(self) -> None:
        self.body.setSpacing(3 * SPACE)
        kept = "PDF, DOCX, Markdown or plain text. Only what the job asks for is kept, not the text."
        self.body.addWidget(self._text)
        self._add_row(self._read, self._file)
        for widget in (self._reading, Text(kept, "caption"), self._job, self._practised):
            self.body.addWidget(widget)
        for rows in (self._techniques, self._duties):
            self.body.addWidget(rows)
        self._add_row(self._practise, self._remove)

    def _add_row(self, *buttons: Button) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._text.textChanged.connect(lambda: self._read.setEnabled(self._has_text()))
        self._read.clicked.connect(lambda: self.text_given.emit(self._text.toPlainText()))
        self._file.clicked.connect(self.file_wanted)
        self._practise.clicked.connect(self.practise_requested)
        self._remove.clicked.connect(self.removal_requested)
        for rows in (self._techniques, self._duties):
            rows.ticked.connect(self.ticked)

    def _has_text(self) -> bool:
        return bool(self._text.toPlainText().strip())
