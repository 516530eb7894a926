"""The nudge, the pacing of cues and the end of strict answers: rules of time, fed with seconds. Reads no clock.

How an answer stands against its target is `simulator.light`.
"""

from __future__ import annotations

from typing import Final

from question_bank.models import TargetTimes

# A nudge after 6 s fired 147 times in 20 calls and made callers start again; 10 s, then a further 20 s, cured it.
NUDGE_FIRST_S: Final = 10.0
NUDGE_AGAIN_S: Final = 20.0
# Neutral wording: anything else changes the task (Ericsson & Simon; Boren & Ramey 2000).
NUDGE_WORDS: Final = "Keep talking"
# One sparse cue at a time was tolerated while speaking (Rhema, N = 30).
CUE_GAP_S: Final = 20.0
# Our own: strict mode announces the end of an answer this long before it comes.
STRICT_WARNING_S: Final = 10.0


def strict_left_s(times: TargetTimes, elapsed_s: float) -> float | None:
    """In strict mode: seconds until the answer is stopped, None while there is nothing to announce.

    The warning starts at the maximum and lasts 10 s; at 0 the answer is to be stopped.
    """
    if elapsed_s < times.max_s:
        return None
    return max(0.0, times.max_s + STRICT_WARNING_S - elapsed_s)


class Nudger:
    """Says when a silence in a think-aloud answer has lasted so long that "Keep talking" is due.

    After `first_s` of silence, and once more `again_s` after the first nudge; speech starts it all anew.
    """

    def __init__(self, first_s: float = NUDGE_FIRST_S, again_s: float = NUDGE_AGAIN_S) -> None:
        self._waits_s = (first_s, again_s)
        self._nudges = 0
        self._since_s: float | None = None

    def heard(self, now_s: float, is_speech: bool) -> bool:
        """Take in what the microphone heard up to `now_s`; True exactly when a nudge is due."""
        if is_speech:
            self.reset()
            return False
        if self._since_s is None:
            self._since_s = now_s
        if self._nudges == len(self._waits_s) or now_s - self._since_s < self._waits_s[self._nudges]:
            return False
        self._nudges += 1
        self._since_s = now_s
        return True

    def reset(self) -> None:
        """Forget the silence so far: the user speaks, or comes back from a pause."""
        self._nudges = 0
        self._since_s = None


class CueGate:
    """Lets a cue through when the last one lies at least `min_gap_s` back."""

    def __init__(self, min_gap_s: float = CUE_GAP_S) -> None:
        self._min_gap_s = min_gap_s
        self._last_s: float | None = None

    def allow(self, now_s: float) -> bool:
        """Whether a cue may be shown now; a True counts as shown."""
        if self._last_s is not None and now_s - self._last_s < self._min_gap_s:
            return False
        self._last_s = now_s
        return True
