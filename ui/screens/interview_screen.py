"""An interview as one sees it: the question, the ring, the level, at most one line of words. What happens when:
`simulator.interview.session`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from question_bank.labels import kind_label
from question_bank.models import Question, TargetTimes
from simulator.interview.session import Stage
from ui.theme import SPACE
from ui.widgets.button import Button, Switch
from ui.widgets.caption_line import CaptionLine
from ui.widgets.level_strip import LevelStrip
from ui.widgets.look_up import LookUp
from ui.widgets.points_hint import PointsHint
from ui.widgets.question_body import QuestionBody
from ui.widgets.question_view import WIDEST, QuestionView
from ui.widgets.story_hint import StoryHint
from ui.widgets.text import Text
from ui.widgets.text_line import LimitedText
from ui.widgets.timer_ring import TimerRing
from ui.words.interview_heading import Heading
from ui.words.interview_stage import stage_words

_LOW_PX: Final = 640
_UNDER_WAY: Final = (Stage.ASKING, Stage.READY, Stage.ANSWERING)
_STOPPABLE: Final = (Stage.ANSWERING, Stage.HOLDING, Stage.CLOSING)
_CALM: Final = (Stage.HOLDING, Stage.DECIDING)


class InterviewScreen(QWidget):
    """The whole window during a question.

    Signals:
        answer_toggled(): start or stop the answer.
        answer_typed(str): the answer, typed because there is no microphone.
        draft_changed(str): what is typed of it so far.
        replay_requested(), skip_requested(), pause_toggled(), end_requested(): the buttons of those names.
        captions_toggled(bool): live captions on or off.
        silence_requested(): Esc; stop speaking.
    """

    answer_toggled = Signal()
    answer_typed = Signal(str)
    draft_changed = Signal(str)
    replay_requested = Signal()
    skip_requested = Signal()
    pause_toggled = Signal()
    end_requested = Signal()
    captions_toggled = Signal(bool)
    silence_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Interview")
        self._stage = Stage.ASKING
        self._times = TargetTimes(0, 1, 1)
        self._is_typing = False
        self._is_timed = True
        self._is_hands_free = False
        self._place = Text("", "soft")
        self._captions = Switch("Live captions")
        self._pause = Button("Pause", "P", is_small=True)
        self._end = Button("End interview", is_small=True)
        self._news = Text("", "strong")
        self._question = QuestionView()
        self._replay = Button("Replay question", "R", "quiet", icon_name="volume-2")
        self.story_hint = StoryHint()
        self.points_hint = PointsHint()
        self._look_ups: tuple[LookUp, ...] = (self.story_hint, self.points_hint)
        self._ring = TimerRing()
        self._strip = LevelStrip()
        self._typed = _typed_answer()
        self._caption_line = CaptionLine()
        self._words = Text("", "soft")
        self._answer = Button("Start answer", "Space", "primary")
        self._skip = Button("Skip question", "S")
        self._body = QuestionBody("Question and code")
        self._is_focus_due = True
        self._lay_out()
        self._connect()
        self._add_keys()
        self.show_captions(False)
        self.show_stage(Stage.ASKING)

    def show_question(self, question: Question, heading: Heading, *, is_timed: bool = True) -> None:
        """Show a question, with nothing left of the one before. A new round is said.

        `is_timed`: the clock shows, at nought; not where the user is to guess how long the answer was.
        """
        self._times = question.times
        self._is_timed = is_timed
        self._show_clock()
        parts = (*heading.words.split(" · "), heading.round_words, kind_label(question.kind))
        self._place.setText("  ·  ".join(part for part in parts if part))
        self._news.setText(heading.news)
        self._news.setVisible(bool(heading.news))
        self._question.show_question(question)
        self._ring.show_idle(question.times)
        self._strip.clear()
        self._typed.clear()
        self._body.fit()
        self.show_caption("", "")
        self._is_focus_due = True

    def show_stage(self, stage: Stage) -> None:
        """Show what the interview is doing, and offer what can be done in it."""
        if stage is Stage.READY and self._stage is not Stage.PAUSED:
            self._ring.show_idle(self._times)
        if stage is Stage.HOLDING:
            self._ring.show_silence()
        self._stage = stage
        self._pause.setText("Resume" if stage is Stage.PAUSED else "Pause")
        self._pause.setEnabled(stage in (*_UNDER_WAY, Stage.PAUSED))
        self._skip.setEnabled(stage in (*_UNDER_WAY, Stage.DECIDING))
        self._replay.setEnabled(stage in (Stage.ASKING, Stage.READY))
        self._typed.setEnabled(stage in _UNDER_WAY)
        if stage in _CALM:
            self._strip.clear()
        self._show_answer_button()
        self.show_cue("")

    def show_clock(self, elapsed_s: float, times: TargetTimes) -> None:
        """Show the answer's own clock against its target times; at nought there is no light yet, nor in a silence."""
        if self._stage is Stage.HOLDING:
            return
        if elapsed_s > 0:
            self._ring.show_clock(elapsed_s, times)
        else:
            self._ring.show_idle(times)

    def show_level(self, level: float) -> None:
        """Add the newest level, 0 to 1; there is none in a silence."""
        if self._stage not in _CALM:
            self._strip.push(level)

    def show_captions(self, is_on: bool) -> None:
        """Show or hide the line of captions, without a signal."""
        was_blocked = self._captions.blockSignals(True)
        self._captions.setChecked(is_on)
        self._captions.blockSignals(was_blocked)
        self._caption_line.setVisible(is_on)

    def show_caption(self, settled: str, tentative: str) -> None:
        """Show the words heard so far; `tentative` ones may still change."""
        self._caption_line.show_words(settled, tentative)

    def show_cue(self, text: str) -> None:
        """Show one short cue in place of the stage's own words; "" brings those back."""
        self._words.setText(text or self._stage_words)
        self._words.set_tone("accent" if text else "")

    def show_hands_free(self, is_on: bool) -> None:
        """Say, or no longer say, that an answer begins by itself."""
        self._is_hands_free = is_on
        self.show_cue("")

    def show_typed_answer(self) -> None:
        """No microphone: an editor takes the place of ring and level, so that one can practise all the same."""
        self._set_typing(True)

    def show_spoken_answer(self) -> None:
        """Back to ring and level."""
        self._set_typing(False)

    @property
    def _stage_words(self) -> str:
        return stage_words(self._stage, is_typing=self._is_typing, is_hands_free=self._is_hands_free)

    def _set_typing(self, is_typing: bool) -> None:
        self._is_typing = is_typing
        self._typed.setVisible(is_typing)
        self._captions.setVisible(not is_typing)
        self._show_clock()
        self._body.fit()
        self._caption_line.setVisible(not is_typing and self._captions.isChecked())
        self._answer.set_key_hint("Ctrl+Enter" if is_typing else "Space")
        self._show_answer_button()
        self.show_cue("")
        if is_typing:
            self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_clock(self) -> None:
        self._ring.setVisible(self._is_timed and not self._is_typing)

    def _show_answer_button(self) -> None:
        is_open = self._is_typing or self._stage in _STOPPABLE
        self._answer.setText("Stop answer" if is_open else "Start answer")
        has_answer = not self._is_typing or bool(self._typed.toPlainText().strip())
        self._answer.setEnabled(has_answer and self._stage in (*_UNDER_WAY, Stage.HOLDING))
        self._give_focus()

    def _give_focus(self) -> None:
        """To where the answer goes, once for each question and as soon as that takes it; after that the user decides.

        Given while it is disabled, focus goes to whatever stands next.
        """
        target: QWidget = self._typed if self._is_typing else self._answer
        if self._is_focus_due and self.isVisible() and target.isEnabled():
            self._is_focus_due = False
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._header())
        outer.addWidget(self._lay_out_body(), 1)
        outer.addLayout(self._lines())
        outer.addLayout(self._footer())

    def _on_turned(self, is_beside: bool) -> None:
        """Beside the question the clock takes less room, and a story has all the height that there is."""
        is_low = self.height() < _LOW_PX
        self._ring.set_compact(is_beside)
        self._question.set_compact(is_beside)
        self._strip.set_compact(is_beside)
        self._strip.setVisible(not is_low and not self._is_typing)
        self._typed.setMinimumHeight((30 if is_low else 45) * SPACE)
        for look_up in self._look_ups:
            look_up.set_room(self._body.height() if is_beside else None)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(9 * SPACE, 5 * SPACE, 9 * SPACE, 3 * SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._place, 1)
        row.addWidget(self._captions)
        row.addSpacing(3 * SPACE)
        row.addWidget(self._pause)
        row.addWidget(self._end)
        return row

    def _lay_out_body(self) -> QuestionBody:
        question, clock = self._body.question, self._body.clock
        question.addStretch(1)
        self._news.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._news.set_tone("accent")
        question.addWidget(self._news)
        question.addLayout(_centred(self._question))
        question.addWidget(self._replay, 0, Qt.AlignmentFlag.AlignHCenter)
        for look_up in self._look_ups:
            question.addLayout(_centred(look_up))
        question.addStretch(1)
        clock.addStretch(1)
        clock.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignCenter)
        clock.addLayout(_centred(self._typed))
        clock.addWidget(self._strip, 0, Qt.AlignmentFlag.AlignHCenter)
        clock.addStretch(1)
        return self._body

    def _lines(self) -> QVBoxLayout:
        """At most one line of captions and one of other words, at a height that never jumps."""
        lines = QVBoxLayout()
        lines.setContentsMargins(9 * SPACE, 6 * SPACE, 9 * SPACE, 4 * SPACE)
        lines.setSpacing(SPACE)
        lines.addLayout(_centred(self._caption_line))
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setMinimumHeight(6 * SPACE)
        lines.addWidget(self._words)
        return lines

    def _footer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(9 * SPACE, 3 * SPACE, 9 * SPACE, 7 * SPACE)
        row.setSpacing(3 * SPACE)
        row.addStretch(1)
        row.addWidget(self._answer)
        row.addWidget(self._skip)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._body.turned.connect(self._on_turned)
        for look_up in self._look_ups:
            look_up.opened.connect(partial(self._body.reveal, look_up))
        self._captions.toggled.connect(self._on_captions_toggled)
        self._pause.clicked.connect(self._on_pause_clicked)
        self._end.clicked.connect(self._on_end_clicked)
        self._replay.clicked.connect(self._on_replay_clicked)
        self._answer.clicked.connect(self._on_answer_clicked)
        self._skip.clicked.connect(self._on_skip_clicked)
        self._typed.textChanged.connect(self._on_draft_changed)

    def _add_keys(self) -> None:
        """A key acts once, whatever has the focus: a shortcut takes Space before the focused button sees it."""
        self._add_key("Space", self._answer.click)
        self._add_key("Ctrl+Return", self._answer.click)
        self._add_key("Ctrl+Enter", self._answer.click)
        self._add_key("R", self._replay.click)
        self._add_key("S", self._skip.click)
        self._add_key("P", self._pause.click)
        for look_up in self._look_ups:
            self._add_key(look_up.key, look_up.toggle)
        self._add_key("Esc", self.silence_requested.emit)

    def _add_key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _on_answer_clicked(self) -> None:
        if self._is_typing:
            self.answer_typed.emit(self._typed.toPlainText())
        else:
            self.answer_toggled.emit()

    def _on_draft_changed(self) -> None:
        self._show_answer_button()
        self.draft_changed.emit(self._typed.toPlainText())

    def _on_captions_toggled(self, is_on: bool) -> None:
        self._caption_line.setVisible(is_on)
        self.captions_toggled.emit(is_on)

    def _on_pause_clicked(self) -> None:
        self.pause_toggled.emit()

    def _on_end_clicked(self) -> None:
        self.end_requested.emit()

    def _on_replay_clicked(self) -> None:
        self.replay_requested.emit()

    def _on_skip_clicked(self) -> None:
        self.skip_requested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_focus_due = True
        self._give_focus()


def _typed_answer() -> LimitedText:
    editor = LimitedText()
    editor.setAccessibleName("Typed answer")
    editor.setPlaceholderText("Your answer, as you would say it")
    editor.setTabChangesFocus(True)
    editor.setMaximumWidth(WIDEST)
    editor.hide()
    return editor


def _centred(widget: QWidget) -> QHBoxLayout:
    """A row that keeps `widget` in the middle at up to its own greatest width."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 100)
    row.addStretch(1)
    return row
