"""The silence after an answer, which the interviewer does not fill: how long it is held, and whether it was broken."""

from __future__ import annotations

from typing import Final

from simulator.analysis.report import AnswerReport

# Our own. Interviewers who wait are felt to wait after about four seconds (silence above 4 s is noticed); twice that.
HOLD_S: Final = 8.0
# Our own. The key is pressed on the last word, and word times are good to about a third of a second.
SETTLED_S: Final = 0.5
# Our own: who went on talking has come to an end after this much silence.
DONE_S: Final = 2.0


class HeldSilence:
    """Listens to the silence after Stop; knows when it has been held long enough."""

    def __init__(self) -> None:
        self._went_on_s: float | None = None
        self._last_voice_s = 0.0

    @property
    def went_on_s(self) -> float | None:
        """When after Stop a voice was first heard, in seconds; None if it stayed quiet."""
        return self._went_on_s

    def heard(self, held_s: float, is_voice: bool) -> bool:
        """Take in whether there is a voice `held_s` after Stop; whether the silence is over.

        It is after 8 s, or once somebody who went on talking has been quiet for 2 s.
        """
        if is_voice and held_s >= SETTLED_S:
            self._last_voice_s = held_s
            if self._went_on_s is None:
                self._went_on_s = held_s
        is_talking = self._went_on_s is not None and held_s - self._last_voice_s < DONE_S
        return held_s >= HOLD_S and not is_talking


def went_on_after_s(report: AnswerReport, stopped_s: float) -> float | None:
    """How long after Stop the first word came; None if there was none. A cough is no word."""
    starts = (word.start_s for word in report.transcript.words if word.start_s is not None)
    return next((start - stopped_s for start in starts if start > stopped_s + SETTLED_S), None)
