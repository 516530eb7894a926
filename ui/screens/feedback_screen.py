"""The screen after an answer: what to try next time, the figures, the sound, the words, and what comes next. It
decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from question_bank.questions_to_ask import QuestionToAsk
from simulator.analysis.report import Usual
from simulator.drills.outcome import Outcome
from simulator.store.records import AnswerRecord
from ui.theme import SPACE
from ui.widgets.answer_report import AnswerReportView
from ui.widgets.button import Button
from ui.widgets.careful_button import CarefulButton
from ui.widgets.flow_layout import Flow
from ui.widgets.going_on_line import GoingOnLine
from ui.widgets.good_questions_card import GoodQuestionsCard
from ui.widgets.guess_card import GuessCard
from ui.widgets.keep_story import KeepStory
from ui.widgets.outcome_card import OutcomeCard
from ui.widgets.own_rating import OwnRating
from ui.widgets.read_aloud_button import READ_KEY
from ui.widgets.reading_area import GUTTER_PX, ReadingArea
from ui.widgets.reading_order import tab_in_reading_order
from ui.widgets.text import Text
from ui.widgets.volume_control import VolumeControl
from ui.words.answer_line import duration_of
from ui.words.answer_title import can_be_transcribed_again, title_of
from ui.words.comparison import WITH_PREVIOUS
from ui.words.interview_heading import Heading
from ui.words.marked_transcript import could_stop_s

NEXT_QUESTION: Final = "Next question"
FINISH: Final = "Finish"
DECIDING: Final = "One moment: the next question depends on your answer…"

_SIDE_PX = 11 * SPACE
_TOP_PX = 9 * SPACE
_LOW_PX = 480


class FeedbackScreen(QGroupBox):
    """One answer just given.

    Signals:
        play_requested(float, object): from and to in seconds; to is None for "to the end".
        play_toggled(): play, or pause where it is.
        next_requested(), answer_again_requested(): the buttons.
        leave_requested(): on to the next question of the plan, without a follow-up.
        end_requested(): enough for now, although there is more to come.
        rated(int): how it was for the user, from 1 ("again") to 4 ("easy").
        guessed(int, int): how long the answer was, in seconds, and how many filler sounds, before the report shows.
        corrected(object), undo_requested(): a `Correction` of the answer shown, and the latest one taken back.
        read_aloud_requested(str): the model answer or the key points, to be heard; empty to hear no more.
        transcribe_again_requested(): the words could not be written down; try once more.
    """

    play_requested = Signal(float, object)
    play_toggled = Signal()
    next_requested = Signal()
    answer_again_requested = Signal()
    leave_requested = Signal()
    end_requested = Signal()
    rated = Signal(int)
    guessed = Signal(int, int)
    corrected = Signal(object)
    undo_requested = Signal()
    read_aloud_requested = Signal(str)
    transcribe_again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Feedback")
        self._record: AnswerRecord | None = None
        self._header = Text("", "soft")
        self._title = Text("", "title")
        self._guess = GuessCard()
        self._outcome = OutcomeCard()
        self._report = AnswerReportView()
        self._good_questions = GoodQuestionsCard()
        self.keep_story = KeepStory()
        self._rating = OwnRating()
        self._area = ReadingArea()
        self._what_next = Text("", "soft")
        self.going_on = GoingOnLine()
        self._next = Button(NEXT_QUESTION, "N", "primary")
        self._leave = Button("Skip the follow-up")
        self._play = Button("Play answer", "K")
        self._play_trimmed = Button("Play trimmed")
        self.volume = VolumeControl()
        self._try_again = Button("Try again")
        self._answer_again = Button("Answer again")
        self.careful = CarefulButton()
        self.compare = Button(WITH_PREVIOUS)
        self._end = Button("End interview", look="quiet")
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()

    def show_answer(
        self,
        record: AnswerRecord,
        peaks: Sequence[float],
        usual: Usual | None,
        heading: Heading,
        next_label: str = NEXT_QUESTION,
    ) -> None:
        """Show what the store holds of the answer to the question that `heading` names."""
        was_guessing = self._guess.isVisibleTo(self)
        is_new = self._record is None or self._record.id != record.id
        self._show_head(record, heading, next_label)
        self._report.show_record(record, peaks, usual)
        self._report.show()
        self._show_title(title_of(record))
        self._show_buttons(record)
        self._next.show()
        self._next.setEnabled(True)
        tab_in_reading_order(self)
        if is_new:
            self._begin(record)
        if is_new or was_guessing:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_guess(self, record: AnswerRecord, heading: Heading, next_label: str = NEXT_QUESTION) -> None:
        """Before anything of the report shows: what does the user think?"""
        self._show_head(record, heading, next_label)
        self._begin(record)
        self._report.hide()
        self._show_title("What do you think?")
        for button in (self._next, self._play, self._play_trimmed, self.volume, self._try_again, self._answer_again):
            button.hide()
        self._next.setEnabled(False)
        self._guess.show()
        self._guess.begin()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show what the drill says of the answer at hand."""
        self._outcome.show_outcome(outcome)

    def show_good_questions(self, questions: Sequence[QuestionToAsk]) -> None:
        """Offer questions to practise; they are for an answer in which the user was to ask."""
        self._good_questions.show_questions(questions)

    def show_rating(self, rating: int | None, *, is_asked: bool) -> None:
        """Ask how it was for the user, showing what was said before; not of every answer it is asked."""
        self._rating.show_rating(rating)
        self._rating.setVisible(is_asked)

    def show_what_next(self, words: str, *, is_follow_up: bool) -> None:
        """Say quietly what follows, and why; a follow-up may be passed over."""
        self._what_next.setText(words)
        self._what_next.setVisible(bool(words))
        self._next.setEnabled(True)
        self._leave.setVisible(is_follow_up)

    def show_next_label(self, label: str) -> None:
        """Say on the button what the next thing is; its name stays."""
        self._next.setText(label)
        self._next.updateGeometry()
        self._end.setVisible(label != FINISH)

    def show_deciding(self) -> None:
        """The user wants to go on before it is known what follows: one moment, or on without a follow-up."""
        self.show_what_next(DECIDING, is_follow_up=True)
        self._next.setEnabled(False)
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_corrected(self, record: AnswerRecord) -> None:
        """Show the answer at hand again after a correction; the buttons below stay but for what can be played."""
        if self._record is not None and self._record.id == record.id:
            self._report.show_corrected(record)
            tab_in_reading_order(self)
            self._show_title(title_of(record))
            self._show_buttons(record)

    def show_waiting(self, text: str, record: AnswerRecord, heading: Heading, next_label: str = NEXT_QUESTION) -> None:
        """Say what is being waited for; the recording can be heard meanwhile, and one may go on."""
        self.show_answer(replace(record, failure=None), (), None, heading, next_label)
        self._show_title(text)

    def show_reading(self, words: str) -> None:
        """Show that these words are being read aloud, or that none are."""
        self._report.key_points.show_reading(words)

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
        self._next.setAccessibleName(NEXT_QUESTION)
        body = self._area.body
        body.setSpacing(SPACE)
        body.addWidget(self._header)
        body.addWidget(self._title)
        body.addSpacing(3 * SPACE)
        parts = QVBoxLayout()
        parts.setSpacing(4 * SPACE)
        for part in (self._guess, self._outcome, self._report, self._good_questions, self.keep_story, self._rating):
            parts.addWidget(part)
        body.addLayout(parts)
        self._guess.hide()
        self._rating.hide()
        self._what_next.hide()
        self._leave.hide()
        buttons = Flow(spacing=2 * SPACE)
        for button in (
            self._next,
            self._leave,
            self._play,
            self._play_trimmed,
            self.volume,
            self._try_again,
            self._answer_again,
            self.compare,
            self.careful,
            self._end,
        ):
            buttons.add(button)
        column = self._column
        self._fit(is_low=False)
        column.addWidget(self._area)
        column.addWidget(self._what_next)
        column.addWidget(self.going_on)
        column.addWidget(buttons)
        column.addStretch(1)

    def _fit(self, *, is_low: bool) -> None:
        """In a low window what is to be read has the room that stood empty around it."""
        top, bottom = (3 * SPACE, 2 * SPACE) if is_low else (_TOP_PX, 6 * SPACE)
        self._column.setContentsMargins(_SIDE_PX, top, _SIDE_PX - GUTTER_PX, bottom)
        self._column.setSpacing(2 * SPACE if is_low else 4 * SPACE)

    def _connect(self) -> None:
        self._next.clicked.connect(self.next_requested)
        self._leave.clicked.connect(self.leave_requested)
        self._end.clicked.connect(self.end_requested)
        self._guess.guessed.connect(self.guessed)
        self._rating.rated.connect(self.rated)
        self._play.clicked.connect(self.play_toggled)
        self._play_trimmed.clicked.connect(self._on_play_trimmed_clicked)
        self._try_again.clicked.connect(self.transcribe_again_requested)
        self._answer_again.clicked.connect(self.answer_again_requested)
        self._report.play_requested.connect(self.play_requested)
        self._report.corrected.connect(self.corrected)
        self._report.place_moved.connect(self._on_place_moved)
        self._report.row_reached.connect(self._area.ensureWidgetVisible)
        self._report.read_aloud_requested.connect(self.read_aloud_requested)
        keys = {
            "N": self._next.click,
            "K": self._play.click,
            "F": self._report.heard.toggle_flag,
            "F2": self._report.heard.correct_words,
            "V": self._report.key_points.correct_at_hand,
            READ_KEY: self._report.key_points.read_aloud,
            "Ctrl+Z": self.undo_requested.emit,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(key not in ("F", "V", READ_KEY))
            shortcut.activated.connect(act)

    def _show_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleDescription(title)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _show_head(self, record: AnswerRecord, heading: Heading, next_label: str) -> None:
        self._header.setText(f"{heading.words} · {record.question.text}")
        self.show_next_label(next_label)
        self._guess.hide()

    def _begin(self, record: AnswerRecord) -> None:
        """Nothing of the answer before is left."""
        self._record = record
        self.set_playing(False)
        self._area.show_top()
        self.show_outcome(None)
        self.show_good_questions(())
        self.keep_story.show_offer(None)
        self.show_rating(None, is_asked=False)
        self.show_what_next("", is_follow_up=False)

    def _show_buttons(self, record: AnswerRecord) -> None:
        self._record = record
        can_play = duration_of(record) > 0
        self._play.setVisible(can_play)
        self.volume.setVisible(can_play)
        self._play_trimmed.setVisible(can_play and could_stop_s(record.report) is not None)
        self._try_again.setVisible(can_be_transcribed_again(record))
        self._answer_again.show()

    def _on_play_trimmed_clicked(self) -> None:
        stop_s = could_stop_s(self._record.report if self._record else None)
        self.play_requested.emit(0.0, stop_s)

    def _on_place_moved(self, area: QRect) -> None:
        self._area.reveal(self._report.heard.transcript, area)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._guess.isVisibleTo(self):
            self._guess.begin()
        else:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(is_low=event.size().height() < _LOW_PX)
        super().resizeEvent(event)
