"""Sound and words of one answer on one card, with the same marks in both. Plays nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from simulator.corrections import Correction, put_on, taken_off
from simulator.store.records import AnswerRecord
from simulator.transcript import Span
from simulator.word_corrections import AS_HEARD, WordChange, brought_back, correction_of
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flag_bar import FlagBar
from ui.widgets.text import Text
from ui.widgets.transcript_view import TranscriptView
from ui.widgets.waveform import Waveform
from ui.words.answer_line import duration_of
from ui.words.marked_transcript import BRING_ALL_BACK, TranscriptPiece, at_words, changes_words, could_stop_s


class HeardAnswer(Card):
    """A recording as bars, and below it what was said.

    Signals:
        play_requested(float): from where, in seconds: a click on a word or into the bars.
        stretch_requested(float, object): from and to in seconds: what is about to be put right.
        corrected(object): a `Correction` of a flag or of words of the answer that is shown.
        place_moved(QRect): the part of `transcript` that should be in view.
    """

    play_requested = Signal(float)
    stretch_requested = Signal(float, object)
    corrected = Signal(object)
    place_moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self.waveform = Waveform()
        self.transcript = TranscriptView()
        self.flag_bar = FlagBar()
        self._record: AnswerRecord | None = None
        self._changes = Text("", "caption")
        self._bring_all_back = Button(BRING_ALL_BACK, look="link")
        for part in (self.waveform, self.transcript, self.flag_bar):
            self.body.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(self._changes, 1)
        line.addWidget(self._bring_all_back)
        self.body.addLayout(line)
        self._connect()

    def _connect(self) -> None:
        self.waveform.seek_requested.connect(self.play_requested)
        self.transcript.word_clicked.connect(self.play_requested)
        self.transcript.place_moved.connect(self.place_moved)
        self.transcript.piece_reached.connect(self.flag_bar.show_piece)
        for source in (self.transcript.flag_toggled, self.flag_bar.toggled):
            source.connect(self._on_flag_toggled)
        for source in (self.transcript.brought_back, self.flag_bar.brought_back):
            source.connect(self._on_brought_back)
        self.transcript.stretch_wanted.connect(self.stretch_requested)
        self.transcript.words_edited.connect(self._on_words_edited)
        self.transcript.editing_changed.connect(lambda is_editing: self.flag_bar.show_editing(is_editing=is_editing))
        self.flag_bar.correct_requested.connect(self.transcript.correct_chosen)
        self._bring_all_back.clicked.connect(lambda: self._correct(AS_HEARD))

    def show_answer(self, record: AnswerRecord, peaks: Sequence[float]) -> None:
        """Show a kept answer; without a recording or without words that part is hidden, without both the card."""
        report = record.report
        self._record = record
        fillers = report.fillers if report else ()
        marks = [Span(one.start_s, one.end_s) for one in fillers if one.start_s is not None and one.end_s is not None]
        duration_s = duration_of(record)
        self.waveform.show_peaks(peaks, duration_s, marks, could_stop_s(report))
        self.transcript.show_answer(record.transcript, report, record.word_changes)
        has_words = bool(self.transcript.toPlainText())
        self.waveform.setVisible(duration_s > 0)
        self.transcript.setVisible(has_words)
        self.flag_bar.setVisible(has_words and report is not None)
        self.flag_bar.show_correctable(is_correctable=record.transcript is not None)
        self._show_changes(record)
        self.setVisible(has_words or duration_s > 0)

    def set_position(self, position_s: float) -> None:
        """Follow the playback."""
        self.waveform.set_position(position_s)
        self.transcript.set_position(position_s)

    def toggle_flag(self) -> None:
        """Take the flag of the chosen word off, or put one on; nothing without a chosen word."""
        self.flag_bar.button.click()

    def correct_words(self) -> None:
        """Let the chosen words be put right where they stand; nothing without a chosen word."""
        self.flag_bar.correct.click()

    def _show_changes(self, record: AnswerRecord) -> None:
        transcript, report = record.transcript, record.report
        is_judged = transcript is None or report is None or report.is_of(transcript)
        words = changes_words(record.word_changes, is_judged=is_judged)
        self._changes.setText(words)
        self._changes.setVisible(bool(words))
        self._bring_all_back.setVisible(bool(record.word_changes))

    def _on_flag_toggled(self, piece: TranscriptPiece) -> None:
        record = self._record
        report = at_words(record.transcript, record.report) if record else None
        if piece.filler is not None:
            self._correct(taken_off(piece.filler))
        elif piece.word_index is not None and report is not None:
            self._correct(put_on(report, piece.word_index))

    def _on_words_edited(self, word_index: int, word_count: int, text: str) -> None:
        record = self._record
        if record is None or record.transcript is None:
            return
        correction = correction_of(record.transcript.words, record.word_changes, word_index, word_count, text)
        if correction is not None:
            self._correct(correction)

    def _on_brought_back(self, change: WordChange) -> None:
        self._correct(brought_back(change))

    def _correct(self, correction: Correction) -> None:
        """Tell it, and tell a screen reader what the word at the caret is now: the marks change without the text."""
        self.corrected.emit(correction)
        said = QAccessibleAnnouncementEvent(self.transcript, self.flag_bar.words)
        QAccessible.updateAccessibility(said)

    @property
    def position_s(self) -> float:
        return self.waveform.position_s
