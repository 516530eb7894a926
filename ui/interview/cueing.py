"""The one cue that may stand on the screen during an answer: when it comes, when it goes. The rules are `timing`'s."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from question_bank.models import Kind, Question
from simulator.interview.timing import NUDGE_WORDS, CueGate, Nudger, strict_left_s
from simulator.settings import Settings

SHOWN_MS: Final = 4_000


class Cueing(QObject):
    """Cues for one answer at a time.

    Signals:
        cue_changed(str): the word, "" when it goes.
        time_is_up(): strict mode ends the answer, after its warning.
    """

    cue_changed = Signal(str)
    time_is_up = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._settings = Settings()
        self._nudger = Nudger()
        self._gate = CueGate()
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(lambda: self.cue_changed.emit(""))

    def begin(self, question: Question, settings: Settings) -> None:
        """An answer to `question` starts."""
        self._question = question
        self._settings = settings
        self._nudger = Nudger(settings.nudge_first_s, settings.nudge_again_s)
        self._gate = CueGate()

    def end(self) -> None:
        """The answer is over; nothing is shown any more."""
        self._question = None
        self._timer.stop()
        self.cue_changed.emit("")

    def resume(self) -> None:
        """The answer goes on after a pause, which was no silence."""
        self._nudger.reset()

    def hear(self, now_s: float, is_voice: bool) -> None:
        """At `now_s` of the answer there is a voice, or none: in think-aloud questions long silence brings a nudge."""
        is_thinking_aloud = self._question is not None and self._question.kind is Kind.THINK_ALOUD
        if not is_thinking_aloud or not self._settings.nudge:
            return
        if self._nudger.heard(now_s, is_voice) and self._gate.allow(now_s):
            self._show(NUDGE_WORDS)

    def tick(self, elapsed_s: float) -> None:
        """The answer has lasted `elapsed_s`: in strict mode the end is announced, then comes."""
        if self._question is None or not self._settings.strict:
            return
        left_s = strict_left_s(self._question.times, elapsed_s)
        if left_s is None:
            return
        if left_s > 0:
            self._show(f"Time is up in {math.ceil(left_s)} s")
        else:
            self.time_is_up.emit()

    def _show(self, words: str) -> None:
        self.cue_changed.emit(words)
        self._timer.start()
