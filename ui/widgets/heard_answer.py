"""Sound and words of one answer on one card, with the same marks in both. Plays nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from simulator.analysis.report import AnswerReport
from simulator.corrections import put_on, taken_off
from simulator.store.records import AnswerRecord
from simulator.transcript import Span
from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.flag_bar import FlagBar
from ui.widgets.transcript_view import TranscriptView
from ui.widgets.waveform import Waveform
from ui.words.answer_line import duration_of
from ui.words.marked_transcript import TranscriptPiece, could_stop_s


class HeardAnswer(Card):
    """A recording as bars, and below it what was said.

    Signals:
        play_requested(float): from where, in seconds: a click on a word or into the bars.
        flag_corrected(object): a `FlagCorrection` of the answer that is shown.
        place_moved(QRect): the part of `transcript` that should be in view.
    """

    play_requested = Signal(float)
    flag_corrected = Signal(object)
    place_moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self.waveform = Waveform()
        self.transcript = TranscriptView()
        self.flag_bar = FlagBar()
        self._report: AnswerReport | None = None
        self.body.addWidget(self.waveform)
        self.body.addWidget(self.transcript)
        self.body.addWidget(self.flag_bar)
        self.waveform.seek_requested.connect(self.play_requested)
        self.transcript.word_clicked.connect(self.play_requested)
        self.transcript.place_moved.connect(self.place_moved)
        self.transcript.piece_reached.connect(self.flag_bar.show_piece)
        for source in (self.transcript.flag_toggled, self.flag_bar.toggled):
            source.connect(self._on_flag_toggled)

    def show_answer(self, record: AnswerRecord, peaks: Sequence[float]) -> None:
        """Show a kept answer; without a recording or without words that part is hidden, without both the card."""
        report = record.report
        self._report = report
        fillers = report.fillers if report else ()
        marks = [Span(one.start_s, one.end_s) for one in fillers if one.start_s is not None and one.end_s is not None]
        duration_s = duration_of(record)
        self.waveform.show_peaks(peaks, duration_s, marks, could_stop_s(report))
        self.transcript.show_answer(record.transcript, report)
        has_words = bool(self.transcript.toPlainText())
        self.waveform.setVisible(duration_s > 0)
        self.transcript.setVisible(has_words)
        self.flag_bar.setVisible(has_words and report is not None)
        self.setVisible(has_words or duration_s > 0)

    def set_position(self, position_s: float) -> None:
        """Follow the playback."""
        self.waveform.set_position(position_s)
        self.transcript.set_position(position_s)

    def toggle_flag(self) -> None:
        """Take the flag of the chosen word off, or put one on; nothing without a chosen word."""
        self.flag_bar.button.click()

    def _on_flag_toggled(self, piece: TranscriptPiece) -> None:
        if piece.filler is not None:
            self.flag_corrected.emit(taken_off(piece.filler))
        elif piece.word_index is not None and self._report is not None:
            self.flag_corrected.emit(put_on(self._report, piece.word_index))
        # The marks change without the text: tell a screen reader what the word counts as now.
        said = QAccessibleAnnouncementEvent(self.transcript, self.flag_bar.words)
        QAccessible.updateAccessibility(said)

    @property
    def position_s(self) -> float:
        return self.waveform.position_s
