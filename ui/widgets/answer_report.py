"""All that is shown of one answer: advice, figures, sound and words, key points. For any screen; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.analysis.report import Usual
from simulator.store.records import AnswerRecord
from ui.theme import SPACE
from ui.widgets.advice_card import AdviceCard
from ui.widgets.card import Card
from ui.widgets.figure_row import FigureRow
from ui.widgets.heard_answer import HeardAnswer
from ui.widgets.key_points_card import KeyPointsCard
from ui.widgets.text import Text
from ui.words.answer_line import duration_of
from ui.words.answer_title import AnswerState, sentence_of, state_of
from ui.words.shown_advice import shown_advice
from ui.words.shown_measures import also_measured, five_measures


class AnswerReportView(QWidget):
    """Shows a record of the store, whatever became of the answer.

    Signals:
        play_requested(float, object): from and to in seconds; to is None for "to the end".
        corrected(object): a `Correction` of the answer that is shown.
        place_moved(QRect): the part of `heard.transcript` that should be in view.
        row_reached(object): a widget inside that should be in view.
        read_aloud_requested(str): the user wants to hear this read, or nothing more if it is empty.
        loop_changed(object): the `Span` to be heard over and over, None for none any more.
    """

    play_requested = Signal(float, object)
    corrected = Signal(object)
    place_moved = Signal(QRect)
    row_reached = Signal(object)
    read_aloud_requested = Signal(str)
    loop_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, below_sound: QWidget | None = None) -> None:
        """Advice comes first, right after an answer; with a widget to stand `below_sound`, the sound, to be studied."""
        super().__init__(parent)
        self._peaks: Sequence[float] = ()
        self._usual: Usual | None = None
        self._sentence = Text("", "body", selectable=True)
        self._sentence_card = Card(padding=5 * SPACE)
        self._sentence_card.body.addWidget(self._sentence)
        self.advice = AdviceCard()
        self.figures = FigureRow()
        self._also = Text("", "caption", selectable=True)
        self._also.setAccessibleName("Also measured")
        self.heard = HeardAnswer(is_studied=below_sound is not None)
        self.key_points = KeyPointsCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * SPACE)
        judged = (self.advice, self.figures, self._also)
        heard = (self.heard,) if below_sound is None else (self.heard, below_sound)
        middle = (*judged, *heard) if below_sound is None else (*heard, *judged)
        for part in (self._sentence_card, *middle, self.key_points):
            column.addWidget(part)
        self._connect()

    def show_record(self, record: AnswerRecord, peaks: Sequence[float], usual: Usual | None = None) -> None:
        """Show this answer; `peaks` are empty while they are unknown."""
        self._peaks, self._usual = peaks, usual
        report = record.report
        is_judged = state_of(record) in (AnswerState.JUDGED, AnswerState.BRIEF)
        can_play = duration_of(record) > 0
        sentence = sentence_of(record)
        self._sentence.setText(sentence)
        self._sentence_card.setVisible(bool(sentence))
        self.advice.show_advice(shown_advice(report) if report and is_judged else (), can_play)
        self.figures.show_figures(five_measures(record, usual))
        also = also_measured(report) if report else ()
        self._also.setText(f"Also: {' · '.join(also)}")
        self._also.setVisible(bool(also))
        self.heard.show_answer(record, peaks)
        self.key_points.show_points(record.question, report, can_play)

    def show_corrected(self, record: AnswerRecord) -> None:
        """Show the answer at hand again, after a correction: same sound, same words, same place."""
        position_s, is_revealed = self.heard.position_s, self.key_points.is_model_answer_shown
        self.show_record(record, self._peaks, self._usual)
        self.set_position(position_s)
        self.key_points.reveal_model_answer(is_revealed)

    def set_position(self, position_s: float) -> None:
        """Follow the playback."""
        self.heard.set_position(position_s)

    def _connect(self) -> None:
        self.advice.play_requested.connect(self.play_requested)
        self.heard.play_requested.connect(self._on_place_chosen)
        self.key_points.play_requested.connect(self._on_place_chosen)
        self.heard.stretch_requested.connect(self.play_requested)
        self.heard.corrected.connect(self.corrected)
        self.key_points.verdict_corrected.connect(self.corrected)
        self.key_points.row_reached.connect(self.row_reached)
        self.key_points.read_aloud_requested.connect(self.read_aloud_requested)
        self.heard.place_moved.connect(self.place_moved)
        self.heard.loop_changed.connect(self.loop_changed)

    def _on_place_chosen(self, start_s: float) -> None:
        self.play_requested.emit(start_s, None)
