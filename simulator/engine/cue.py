"""The one cue that may stand on the screen during an answer: when it comes, when it goes. The rules are `timing`'s."""

from __future__ import annotations

import math
from typing import Final

from question_bank.models import Kind, Question
from simulator.interview.timing import NUDGE_WORDS, CueGate, Nudger, strict_left_s
from simulator.settings import Settings

SHOWN_S: Final = 4.0


class LiveCue:
    """The cue of one answer at a time; `words` are those that stand there, "" when there are none.

    `now_s` is in monotonic seconds; the other times are seconds of the answer, whose clock stands still in a pause.
    """

    def __init__(self) -> None:
        self.words = ""
        self._question: Question | None = None
        self._settings = Settings()
        self._is_strict = False
        self._nudger = Nudger()
        self._gate = CueGate()
        self._goes_at_s: float | None = None
        self._counted: int | None = None

    @property
    def wake_at_s(self) -> float | None:
        """When `wake` is to be called, in monotonic seconds; None while no cue stands there."""
        return self._goes_at_s

    def begin(self, question: Question, settings: Settings, *, is_strict: bool) -> None:
        """An answer to `question` starts; `is_strict`: it is ended when its time is up."""
        self._question = question
        self._settings = settings
        self._is_strict = is_strict
        self._nudger = Nudger(settings.nudge_first_s, settings.nudge_again_s)
        self._gate = CueGate()

    def end(self) -> None:
        """The answer is over; nothing is shown any more."""
        self._question = self._counted = None
        self._clear()

    def resume(self) -> None:
        """The answer goes on after a pause, which was no silence."""
        self._nudger.reset()

    def hear(self, at_s: float, now_s: float, *, is_voice: bool) -> bool:
        """Whether a cue is due: in think-aloud questions long silence brings a nudge."""
        is_thinking_aloud = self._question is not None and self._question.kind is Kind.THINK_ALOUD
        if not is_thinking_aloud or not self._settings.nudge:
            return False
        is_due = self._nudger.heard(at_s, is_voice) and self._gate.allow(at_s)
        if is_due:
            self._show(NUDGE_WORDS, now_s)
        return is_due

    def warn(self, elapsed_s: float, now_s: float) -> bool:
        """Whether a strict answer that has lasted `elapsed_s` is told its end."""
        left_s = self._left_s(elapsed_s)
        if left_s:
            self._show(f"Time is up in {math.ceil(left_s)} s", now_s)
        return bool(left_s)

    def count_down(self, left_s: float | None, now_s: float) -> bool:
        """Whether the words change: the end of a hands-free answer is counted down, or no longer is."""
        before, self._counted = self._counted, None if left_s is None else math.ceil(left_s)
        if before == self._counted:
            return False
        if self._counted is None:
            self._clear()
        else:
            self._show(f"Stopping in {self._counted} s. Speak to go on.", now_s)
        return True

    def is_time_up(self, elapsed_s: float) -> bool:
        """Whether a strict answer that has lasted `elapsed_s` is to be ended."""
        return self._left_s(elapsed_s) == 0

    def wake(self, now_s: float) -> bool:
        """The time is `now_s`; whether the cue goes now."""
        is_due = self._goes_at_s is not None and now_s >= self._goes_at_s
        if is_due:
            self._clear()
        return is_due

    def _left_s(self, elapsed_s: float) -> float | None:
        if self._question is None or not self._is_strict:
            return None
        return strict_left_s(self._question.times, elapsed_s)

    def _show(self, words: str, now_s: float) -> None:
        self.words = words
        self._goes_at_s = now_s + SHOWN_S

    def _clear(self) -> None:
        self.words = ""
        self._goes_at_s = None
