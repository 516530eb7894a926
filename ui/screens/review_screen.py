"""One kept session, read and heard again: its answers on the left, the chosen one beside them. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from question_bank.models import Question
from simulator.corrections import Correction
from simulator.drills.outcome import Outcome
from simulator.store.records import AnswerRecord, SessionSummary
from ui.theme import SPACE
from ui.widgets.answer_report import AnswerReportView
from ui.widgets.answer_rows import AnswerDelegate
from ui.widgets.asked_question import AskedQuestion
from ui.widgets.card import Card
from ui.widgets.keep_story import KeepStory
from ui.widgets.list_rows import RowList, ValueModel
from ui.widgets.note_field import NoteField
from ui.widgets.other_answers_card import OtherAnswersCard
from ui.widgets.outcome_card import OutcomeCard
from ui.widgets.own_rating import OwnRating
from ui.widgets.read_aloud_button import READ_KEY
from ui.widgets.reading_area import GUTTER_PX, ReadingArea
from ui.widgets.reading_order import tab_in_reading_order
from ui.widgets.review_controls import ReviewControls
from ui.widgets.review_head import ReviewHead
from ui.widgets.sound_tools import LOOP_KEY
from ui.widgets.text import Text
from ui.words.answer_line import answer_spoken, duration_of
from ui.words.answer_title import title_of
from ui.words.flag_steps import flag_after, flag_before
from ui.words.marked_transcript import LEAD_IN_S
from ui.words.trimmed import trimmed

_SIDE_PX: Final = 11 * SPACE
_LIST_PX: Final = 280
_NARROWEST_LIST_PX: Final = 168
_STEP_S: Final = 2.0


class ReviewScreen(QWidget):
    """A session of the library.

    Signals:
        answer_selected(int): the user wants to see this answer; an id of the store.
        play_requested(float, object): from and to in seconds; to is None for "to the end".
        play_toggled(): play, or pause where it is.
        seek_requested(float): go on from this second.
        rate_changed(float): 1.0 is as spoken.
        loop_changed(object): the `Span` to be heard over and over, None for none any more.
        answer_again_requested(object): the `Question` that is to be answered once more.
        note_changed(int, str): the id of an answer and its note, once the user pauses typing.
        corrected(int, object): an answer and a `Correction` of it.
        undo_requested(int): the answer whose latest correction is to be taken back.
        read_aloud_requested(str): the model answer or the key points, to be heard; empty to hear no more.
        transcribe_again_requested(int): an answer whose words could not be written down.
        delete_requested(int): the session's id; nothing is gone yet.
        answer_delete_requested(int): an answer's id, likewise.
        back_requested(): back to where the user came from.
    """

    answer_selected = Signal(int)
    play_requested = Signal(float, object)
    play_toggled = Signal()
    seek_requested = Signal(float)
    rate_changed = Signal(float)
    loop_changed = Signal(object)
    answer_again_requested = Signal(object)
    note_changed = Signal(int, str)
    corrected = Signal(int, object)
    undo_requested = Signal(int)
    read_aloud_requested = Signal(str)
    transcribe_again_requested = Signal(int)
    delete_requested = Signal(int)
    answer_delete_requested = Signal(int)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Review")
        self._session: SessionSummary | None = None
        self._record: AnswerRecord | None = None
        self._is_showing = False
        self._head = ReviewHead()
        self.summary, self.export = self._head.summary, self._head.export
        self._model: ValueModel[AnswerRecord] = ValueModel(answer_spoken)
        self._answers = RowList("Answers")
        self._list_card = Card(padding=2 * SPACE)
        self._question = AskedQuestion()
        self._verdict = Text("", "soft")
        self._ladder = Text("", "soft")
        self._outcome = OutcomeCard()
        self._controls = ReviewControls()
        self.careful, self.volume = self._controls.careful, self._controls.volume
        self.keep_story = KeepStory()
        self._notes = NoteField()
        self.rating = OwnRating()
        self._report = AnswerReportView(below_sound=self._make_notes_card())
        self.others = OtherAnswersCard()
        self._area = ReadingArea()
        self._lay_out()
        self._connect()
        self._add_keys()

    @property
    def rate(self) -> float:
        """The speed chosen; 1.0 is as spoken."""
        return self._controls.speed.rate

    @property
    def position_s(self) -> float:
        """Where the playback stands, in seconds."""
        return self._report.heard.position_s

    def show_way_back(self, name: str) -> None:
        """Name the place that `back_requested` leads to."""
        self._head.show_way_back(name)

    def show_session(self, session: SessionSummary, answers: Sequence[AnswerRecord]) -> None:
        """Show the answers of a session; which of them is shown beside the list is up to `show_answer`."""
        self._notes.show_note(None)
        self._session, self._record = session, None
        self._head.show_session(session)
        self._is_showing = True
        self._model.show(answers)
        self._is_showing = False
        self._area.hide()

    def show_answer(self, record: AnswerRecord, peaks: Sequence[float]) -> None:
        """Show one of the answers; called again for the same answer it keeps the place and an unfinished note."""
        is_new = self._record is None or self._record.id != record.id
        position_s = 0.0 if is_new else self.position_s
        self._record = record
        self._question.show_asked(record.question, self._question_before(record))
        self._verdict.setText(title_of(record))
        self._report.show_record(record, peaks)
        self._controls.show_answer(record, self.position_s)
        if is_new:
            self._notes.show_note(record)
            self.set_playing(False)
        else:
            self.set_position(position_s)
        self._select_row(record)
        self._area.show()
        if is_new:
            self._area.show_top()

    def show_beside(self, outcome: Outcome | None, ladder_end: str) -> None:
        """Show what the drill says of the answer at hand, and why the follow-ups to its question ended with it."""
        self._outcome.show_outcome(outcome)
        self._ladder.setText(ladder_end)
        self._ladder.setVisible(bool(ladder_end))
        tab_in_reading_order(self)

    def shows(self, answer_id: int) -> bool:
        """Whether this answer is in the list."""
        return self._row_of(answer_id) is not None

    def refresh(self, record: AnswerRecord) -> None:
        """Show what has become of one of the answers in the list; which of them is shown beside it stays."""
        row = self._row_of(record.id)
        if row is not None:
            self._model.change(row, record)

    def show_corrected(self, record: AnswerRecord) -> None:
        """Show the answer at hand again after a correction."""
        if self._record is not None and self._record.id == record.id:
            self._record = record
            self._verdict.setText(title_of(record))
            self._report.show_corrected(record)
            self._controls.show_answer(record, self.position_s)
            self.refresh(record)

    def show_found(self, words: Sequence[int]) -> None:
        """Mark these words of the answer at hand, and be ready to play it from the first of them."""
        if (start_s := self._report.heard.transcript.show_found(words)) is not None:
            self.set_position(start_s)

    def show_reading(self, words: str) -> None:
        """Show that these words are being read aloud, or that none are."""
        self._report.key_points.show_reading(words)

    def set_position(self, position_s: float) -> None:
        """Follow the playback, in seconds."""
        self._report.set_position(position_s)
        self._controls.show_position(position_s)

    def set_playing(self, is_playing: bool) -> None:
        """Show whether the answer is sounding."""
        self._controls.show_playing(is_playing=is_playing)

    def _lay_out(self) -> None:
        self._answers.setModel(self._model)
        self._answers.setItemDelegate(AnswerDelegate(self._answers))
        self._list_card.body.addWidget(self._answers)
        self._fill_area()
        halves = QHBoxLayout()
        halves.setSpacing(5 * SPACE)
        halves.addWidget(self._list_card)
        right = QVBoxLayout()
        right.addWidget(self._area)
        right.addStretch(1)
        halves.addLayout(right, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(_SIDE_PX, 6 * SPACE, _SIDE_PX - GUTTER_PX, 6 * SPACE)
        page.setSpacing(SPACE)
        self._head.setContentsMargins(0, 0, GUTTER_PX, 0)
        page.addWidget(self._head)
        page.addSpacing(3 * SPACE)
        page.addLayout(halves, 1)

    def _fill_area(self) -> None:
        body = self._area.body
        body.setSpacing(3 * SPACE)
        self.show_beside(None, "")
        for part in (
            self._question,
            self._verdict,
            self._ladder,
            self._controls,
            self._outcome,
            self.keep_story,
            self._report,
            self.others,
        ):
            body.addWidget(part)

    def _make_notes_card(self) -> Card:
        card = Card("Your notes", padding=4 * SPACE)
        card.body.addWidget(self._notes)
        card.body.addSpacing(2 * SPACE)
        card.body.addWidget(self.rating)
        return card

    def _connect(self) -> None:
        self._head.back_requested.connect(self.back_requested)
        self._head.delete_requested.connect(self._on_delete_requested)
        self._answers.row_chosen.connect(self._on_row_chosen)
        controls = self._controls
        controls.play_toggled.connect(self.play_toggled)
        controls.trimmed_requested.connect(self._on_trimmed_requested)
        controls.again_requested.connect(self._on_again_requested)
        controls.transcribe_again_requested.connect(self._on_transcribe_again_requested)
        controls.delete_requested.connect(self._on_delete_answer_requested)
        controls.rate_changed.connect(self.rate_changed)
        self._report.play_requested.connect(self.play_requested)
        self._report.loop_changed.connect(self.loop_changed)
        self._report.corrected.connect(self._on_corrected)
        self._report.place_moved.connect(self._on_place_moved)
        self._report.row_reached.connect(self._area.ensureWidgetVisible)
        self._report.read_aloud_requested.connect(self.read_aloud_requested)
        self._notes.note_changed.connect(self.note_changed)

    def _add_keys(self) -> None:
        keys = {
            "K": self._controls.play.click,
            "J": lambda: self._seek(self.position_s - _STEP_S),
            "L": lambda: self._seek(self.position_s + _STEP_S),
            ",": lambda: self._seek_flag(-1),
            ".": lambda: self._seek_flag(1),
            "-": self._controls.speed.slow_down,
            "=": self._controls.speed.speed_up,
            LOOP_KEY: self._report.heard.toggle_loop,
            "Ctrl+=": lambda: self._report.heard.zoom(is_closer=True),
            "Ctrl+-": lambda: self._report.heard.zoom(is_closer=False),
            "F": self._report.heard.toggle_flag,
            "F2": self._report.heard.correct_words,
            "V": self._report.key_points.correct_at_hand,
            READ_KEY: self._report.key_points.read_aloud,
            "Ctrl+Z": self._undo,
        }
        gone = QShortcut(QKeySequence("Delete"), self._answers, context=Qt.ShortcutContext.WidgetShortcut)
        gone.setAutoRepeat(False)
        gone.activated.connect(self._on_delete_answer_requested)
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(key not in ("F", "V", LOOP_KEY, READ_KEY))
            shortcut.activated.connect(act)

    def _row_of(self, answer_id: int) -> int | None:
        return next((row for row, one in enumerate(self._model.values) if one.id == answer_id), None)

    def _question_before(self, record: AnswerRecord) -> Question | None:
        """The question that a follow-up belongs to."""
        if not record.rung:
            return None
        same = (one for one in self._model.values if one.position == record.position and not one.rung)
        return next((one.question for one in same), None)

    def _select_row(self, record: AnswerRecord) -> None:
        row = self._row_of(record.id)
        if row is not None:
            self._model.change(row, record)
            self._is_showing = True
            self._answers.choose_row(row)
            self._is_showing = False

    def _seek(self, position_s: float) -> None:
        if self._record is None or duration_of(self._record) <= 0:
            return
        wanted_s = min(max(0.0, position_s), duration_of(self._record))
        self.set_position(wanted_s)
        self.seek_requested.emit(wanted_s)

    def _seek_flag(self, step: int) -> None:
        """Go to the flag after, or before, the place where the playback stands, and choose it."""
        transcript = self._report.heard.transcript
        chosen = transcript.piece_at_caret
        find = flag_after if step > 0 else flag_before
        wanted_s = find(transcript.flag_starts(), self.position_s, chosen.start_s if chosen is not None else None)
        if wanted_s is not None:
            self._area.forget_followed()
            self._seek(wanted_s - LEAD_IN_S)
            transcript.choose_at(wanted_s)

    def _undo(self) -> None:
        if self._record is not None:
            self.undo_requested.emit(self._record.id)

    def _on_delete_requested(self) -> None:
        if self._session is not None:
            self.delete_requested.emit(self._session.id)

    def _on_delete_answer_requested(self) -> None:
        if self._record is not None:
            self.answer_delete_requested.emit(self._record.id)

    def _on_row_chosen(self, row: int) -> None:
        if not self._is_showing:
            self.answer_selected.emit(self._model.values[row].id)

    def _on_trimmed_requested(self) -> None:
        stretch = trimmed(self._record) if self._record else None
        if stretch is not None:
            self.play_requested.emit(stretch.start_s, stretch.end_s)

    def _on_again_requested(self) -> None:
        if self._record is not None:
            self.answer_again_requested.emit(self._question_before(self._record) or self._record.question)

    def _on_transcribe_again_requested(self) -> None:
        if self._record is not None:
            self.transcribe_again_requested.emit(self._record.id)

    def _on_corrected(self, correction: Correction) -> None:
        if self._record is not None:
            self.corrected.emit(self._record.id, correction)

    def _on_place_moved(self, area: QRect) -> None:
        transcript = self._report.heard.transcript
        if area == transcript.spoken_area:
            self._area.follow(transcript, area)
        else:
            self._area.reveal(transcript, area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list_card.setFixedWidth(min(_LIST_PX, max(_NARROWEST_LIST_PX, event.size().width() * 3 // 10)))

    def hideEvent(self, event: QHideEvent) -> None:
        self._notes.keep()
        super().hideEvent(event)
