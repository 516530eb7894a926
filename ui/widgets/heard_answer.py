"""Sound and words of one answer on one card, with the same marks in both. Plays nothing itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from simulator.corrections import Correction, put_on, taken_off
from simulator.store.records import AnswerRecord
from simulator.transcript import Transcript
from simulator.word_corrections import AS_HEARD, WordChange, brought_back, correction_of
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flag_bar import FlagBar
from ui.widgets.mark_legend import MarkLegend
from ui.widgets.sound_tools import SoundTools
from ui.widgets.text import Text
from ui.widgets.transcript_view import TranscriptView
from ui.widgets.waveform import Waveform
from ui.widgets.zoomed_waveform import ZoomedWaveform
from ui.words.answer_line import duration_of
from ui.words.answer_marks import STRETCHES, AnswerMark, MarkKind, marks_of, said_of
from ui.words.marked_transcript import BRING_ALL_BACK, BRING_ALL_TYPED_BACK, TranscriptPiece, at_words, changes_words
from ui.words.recording_gaps import gap_words

_UNEXPLAINED: Final = frozenset({MarkKind.PAUSE})
"""Without a legend, what speaks for itself in the words is not marked in the sound."""


class HeardAnswer(Card):
    """A recording as bars, and below it what was said; to be studied, with a legend of the marks, and more of them.

    Signals:
        play_requested(float): from where, in seconds: a click on a word or into the bars.
        stretch_requested(float, object): from and to in seconds: what is about to be put right.
        corrected(object): a `Correction` of a flag or of words of the answer that is shown.
        place_moved(QRect): the part of `transcript` that should be in view.
        loop_changed(object): the `Span` to be heard over and over, None for none any more.
    """

    play_requested = Signal(float)
    stretch_requested = Signal(float, object)
    corrected = Signal(object)
    place_moved = Signal(QRect)
    loop_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, is_studied: bool = False) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self.waveform = ZoomedWaveform() if is_studied else Waveform()
        self.tools = SoundTools(self.waveform) if isinstance(self.waveform, ZoomedWaveform) else None
        self.legend = MarkLegend() if is_studied else None
        self._marks: Sequence[AnswerMark] = ()
        self.transcript = TranscriptView()
        self.flag_bar = FlagBar()
        self._record: AnswerRecord | None = None
        self._gaps = Text("", "caption", selectable=True)
        self._changes = Text("", "caption")
        self._bring_all_back = Button(BRING_ALL_BACK, look="link")
        for part in (self.waveform, self.tools, self._gaps, self.legend, self.transcript, self.flag_bar):
            if part is not None:
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
        self.transcript.piece_reached.connect(self._on_piece_reached)
        if self.tools is not None:
            self.tools.stretch_requested.connect(self.stretch_requested)
            self.tools.loop_changed.connect(self.loop_changed)
        if self.legend is not None:
            self.legend.hidden_changed.connect(self._hide_kinds)
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
        is_new = self._record is None or self._record.id != record.id
        self._record = record
        words = _words_of(record)
        found = marks_of(words, report, record.question)
        self._marks = [mark for mark in found if self.legend is not None or mark.kind not in STRETCHES | _UNEXPLAINED]
        duration_s = duration_of(record)
        self.waveform.show_peaks(peaks, duration_s, self._marks)
        if isinstance(self.waveform, ZoomedWaveform) and is_new:
            self.waveform.choose(None)
            self.waveform.show_all()
        if self.legend is not None:
            self.legend.show_marks(self._marks)
        self.transcript.show_answer(words, report, record.word_changes, self._marks)
        has_words = bool(self.transcript.toPlainText())
        self.waveform.setVisible(duration_s > 0)
        if self.tools is not None:
            self.tools.setVisible(duration_s > 0)
        self.transcript.setVisible(has_words)
        self.flag_bar.setVisible(has_words and report is not None)
        self.flag_bar.show_correctable(is_correctable=words is not None)
        self.flag_bar.show_typed(is_typed=record.file_name is None and record.transcript is None)
        gaps = gap_words(record.gaps)
        self._gaps.setText(gaps)
        self._gaps.setVisible(bool(gaps))
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

    def toggle_loop(self) -> None:
        """Play what is chosen of the recording over and over, or no longer."""
        if self.tools is not None:
            self.tools.toggle_loop()

    def zoom(self, *, is_closer: bool) -> None:
        """Draw the recording a step larger, or smaller."""
        if isinstance(self.waveform, ZoomedWaveform):
            (self.waveform.zoom_in if is_closer else self.waveform.zoom_out)()

    def _hide_kinds(self, hidden: Collection[MarkKind]) -> None:
        self.waveform.hide_kinds(hidden)
        self.transcript.hide_kinds(hidden)

    def _on_piece_reached(self, piece: TranscriptPiece | None) -> None:
        said = "" if piece is None else said_of(self._marks, piece.word_index)
        self.flag_bar.show_piece(piece, said)

    def _show_changes(self, record: AnswerRecord) -> None:
        now, report = _words_of(record), record.report
        is_judged = now is None or report is None or report.is_of(now)
        words = changes_words(record.word_changes, is_judged=is_judged)
        self._changes.setText(words)
        self._changes.setVisible(bool(words))
        self._bring_all_back.setText(BRING_ALL_BACK if record.transcript is not None else BRING_ALL_TYPED_BACK)
        self._bring_all_back.setVisible(bool(record.word_changes))

    def _on_flag_toggled(self, piece: TranscriptPiece) -> None:
        record = self._record
        report = at_words(_words_of(record), record.report) if record else None
        if piece.filler is not None:
            self._correct(taken_off(piece.filler))
        elif piece.word_index is not None and report is not None:
            self._correct(put_on(report, piece.word_index))

    def _on_words_edited(self, word_index: int, word_count: int, text: str) -> None:
        record = self._record
        now = None if record is None else _words_of(record)
        if record is None or now is None or _is_emptied(record, word_count, text):
            return
        correction = correction_of(now.words, record.word_changes, word_index, word_count, text)
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


def _words_of(record: AnswerRecord) -> Transcript | None:
    """The words that can be put right: typed ones once there is a report, which says that they have no times."""
    return record.transcript if record.report is None else record.words_in_use


def _is_emptied(record: AnswerRecord, word_count: int, text: str) -> bool:
    """Whether nothing would be left of a typed answer, which would be none any more."""
    return record.transcript is None and not text.strip() and word_count == len(record.typed.split())
