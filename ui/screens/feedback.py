"""The screen after an answer: what to try next time, the figures, the sound and the words. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from simulator.analysis.report import Usual
from simulator.store.records import AnswerRecord
from ui.marked_words import could_stop_s
from ui.theme import SPACE
from ui.verdict import AnswerState, state_of, title_of
from ui.widgets.answer_report import AnswerReportView
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.heard_answer import duration_of
from ui.widgets.reading_area import GUTTER_PX, ReadingArea
from ui.widgets.text import Text

_SIDE_PX = 11 * SPACE
_TOP_PX = 9 * SPACE


class FeedbackScreen(QGroupBox):
    """One answer just given.

    Signals:
        play_requested(float, object): from and to in seconds; to is None for "to the end".
        play_toggled(): play, or pause where it is.
        next_requested(), answer_again_requested(): the buttons.
        flag_corrected(object), undo_requested(): a `Correction` of the answer shown, and the latest one taken back.
        transcribe_again_requested(): the words could not be written down; try once more.
    """

    play_requested = Signal(float, object)
    play_toggled = Signal()
    next_requested = Signal()
    answer_again_requested = Signal()
    flag_corrected = Signal(object)
    undo_requested = Signal()
    transcribe_again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Feedback")
        self._record: AnswerRecord | None = None
        self._header = Text("", "soft")
        self._title = Text("", "title")
        self._report = AnswerReportView()
        self._area = ReadingArea()
        self._next = Button("Next question", "N", "primary")
        self._play = Button("Play answer", "K")
        self._play_trimmed = Button("Play trimmed")
        self._try_again = Button("Try again")
        self._answer_again = Button("Answer again")
        self._lay_out()
        self._connect()

    def show_answer(
        self,
        record: AnswerRecord,
        peaks: Sequence[float],
        usual: Usual | None,
        number: int,
        total: int,
        is_last: bool,
    ) -> None:
        """Show what the store holds of the answer to question `number` (from 1) of `total`."""
        is_new = self._record is None or self._record.id != record.id
        self._record = record
        self._header.setText(f"Question {number} of {total} · {record.question.text}")
        self._report.show_record(record, peaks, usual)
        self._report.show()
        self._show_title(title_of(record))
        self._show_buttons(record, is_last)
        if is_new:
            self.set_playing(False)
            self._area.show_top()
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_corrected(self, record: AnswerRecord) -> None:
        """Show the answer at hand again after a correction; nothing else changes."""
        if self._record is not None and self._record.id == record.id:
            self._record = record
            self._report.show_corrected(record)

    def show_waiting(
        self, text: str, record: AnswerRecord | None = None, number: int = 0, total: int = 0, is_last: bool = False
    ) -> None:
        """Say what is being waited for; the recording can be heard meanwhile, and one may go on."""
        if record is not None:
            self.show_answer(replace(record, failure=None), (), None, number, total, is_last)
        else:
            self._record = None
            self._header.clear()
            self._report.hide()
            for button in (self._play, self._play_trimmed, self._try_again, self._answer_again):
                button.hide()
        self._show_title(text)

    def set_position(self, position_s: float) -> None:
        """Follow the playback, in seconds."""
        self._report.set_position(position_s)

    def set_playing(self, is_playing: bool) -> None:
        """Show whether the answer is sounding."""
        self._play.setText("Pause" if is_playing else "Play answer")
        self._play.setAccessibleName("Play answer")
        self._play.updateGeometry()

    @property
    def position_s(self) -> float:
        """Where the playback stands, in seconds."""
        return self._report.heard.position_s

    def _lay_out(self) -> None:
        self._next.setAccessibleName("Next question")
        body = self._area.body
        body.setSpacing(SPACE)
        body.addWidget(self._header)
        body.addWidget(self._title)
        body.addSpacing(3 * SPACE)
        body.addWidget(self._report)
        buttons = Flow(spacing=2 * SPACE)
        for button in (self._next, self._play, self._play_trimmed, self._try_again, self._answer_again):
            buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE_PX, _TOP_PX, _SIDE_PX - GUTTER_PX, 6 * SPACE)
        column.setSpacing(4 * SPACE)
        column.addWidget(self._area)
        column.addWidget(buttons)
        column.addStretch(1)

    def _connect(self) -> None:
        self._next.clicked.connect(self.next_requested)
        self._play.clicked.connect(self.play_toggled)
        self._play_trimmed.clicked.connect(self._on_play_trimmed_clicked)
        self._try_again.clicked.connect(self.transcribe_again_requested)
        self._answer_again.clicked.connect(self.answer_again_requested)
        self._report.play_requested.connect(self.play_requested)
        self._report.flag_corrected.connect(self.flag_corrected)
        self._report.place_moved.connect(self._on_place_moved)
        for key, act in (("N", self._next.click), ("K", self._play.click), ("Ctrl+Z", self.undo_requested.emit)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _show_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleDescription(title)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _show_buttons(self, record: AnswerRecord, is_last: bool) -> None:
        self._next.setText("Finish" if is_last else "Next question")
        self._next.updateGeometry()
        can_play = duration_of(record) > 0
        self._play.setVisible(can_play)
        self._play_trimmed.setVisible(can_play and could_stop_s(record.report) is not None)
        self._try_again.setVisible(state_of(record) is AnswerState.FAILED)
        self._answer_again.show()

    def _on_play_trimmed_clicked(self) -> None:
        stop_s = could_stop_s(self._record.report if self._record else None)
        self.play_requested.emit(0.0, stop_s)

    def _on_place_moved(self, area: QRect) -> None:
        self._area.reveal(self._report.heard.transcript, area)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
