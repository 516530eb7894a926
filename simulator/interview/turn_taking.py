"""Hands-free turns: an answer begins when somebody speaks and ends after a silence. Reads no clock."""

from __future__ import annotations

from typing import Final

DEFAULT_SILENCE_S: Final = 4.0
# Our own. The detector holds on for 0.3 s, so that this is a third of a second of voice: longer than a cough or a key.
BEGINS_AFTER_S: Final = 0.6
# All that was said until then belongs to the answer, with a moment before it.
PRE_ROLL_S: Final = 1.2
# Our own: long enough to be read and spoken into, short enough not to appear at every pause for thought.
COUNTDOWN_S: Final = 3.0


class TurnTaking:
    """The turns of one answer. `silence_s` ends it; None where only the user ends it, as when thinking aloud."""

    def __init__(self, silence_s: float | None = DEFAULT_SILENCE_S) -> None:
        self._silence_s = silence_s
        self._voice_s = 0.0
        self._quiet_since_s: float | None = None
        self._has_spoken = False

    def begins(self, lasted_s: float, *, is_voice: bool) -> bool:
        """Before an answer: for `lasted_s` seconds more there was a voice, or none; whether the answer begins now."""
        self._voice_s = self._voice_s + lasted_s if is_voice else 0.0
        return self._voice_s >= BEGINS_AFTER_S

    def left_s(self, at_s: float, *, is_voice: bool) -> float | None:
        """At `at_s` seconds of an answer: how long until it ends, 0 when it does; None while nothing is counted down.

        Nothing is before the first word: whoever thinks first is not cut off.
        """
        self._has_spoken = self._has_spoken or is_voice
        if is_voice or not self._has_spoken or self._silence_s is None:
            self._quiet_since_s = None
            return None
        if self._quiet_since_s is None:
            self._quiet_since_s = at_s
        left_s = max(0.0, self._silence_s - (at_s - self._quiet_since_s))
        return left_s if left_s <= COUNTDOWN_S else None

    def resume(self) -> None:
        """The answer goes on after a pause, which was no silence."""
        self._quiet_since_s = None
