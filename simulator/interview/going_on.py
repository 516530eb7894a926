"""Hands-free: after feedback the interview goes on by itself, once that could be read. Reads no clock."""

from __future__ import annotations

from typing import Final

# Our own: time to look up, see that it is counted down, and say no.
SHORTEST_S: Final = 8.0
# Our own: whoever reads for longer than this stays anyway, and an empty chair is not waited for.
LONGEST_S: Final = 45.0
# Adults read English at 238 words per minute in silence (Brysbaert 2019); a second language takes its time.
READ_WPM: Final = 180.0
# Before the first word there is the eye's way to it.
_LOOK_S: Final = 2.0


def reading_s(words: int) -> float:
    """Seconds in which feedback of so many words can be read, from 8 to 45."""
    return min(LONGEST_S, max(SHORTEST_S, _LOOK_S + words * 60.0 / READ_WPM))


class GoingOn:
    """The countdown after one answer at a time. It begins once for each; who stays, stays."""

    def __init__(self) -> None:
        self._ends_at_s: float | None = None
        self._has_begun = False

    @property
    def is_counting(self) -> bool:
        """Whether the interview is about to go on."""
        return self._ends_at_s is not None

    def forget(self) -> None:
        """There is another answer now, or none: what was counted down is over."""
        self._ends_at_s = None
        self._has_begun = False

    def begin(self, words: int, now_s: float) -> bool:
        """Feedback of so many words shows; whether a countdown begins. It does not where one has begun already."""
        if self._has_begun:
            return False
        self._has_begun = True
        self._ends_at_s = now_s + reading_s(words)
        return True

    def stay(self) -> bool:
        """The user wants to stay; whether there was anything to stop. Nothing begins again for this answer."""
        was_counting = self.is_counting
        self._ends_at_s = None
        self._has_begun = True
        return was_counting

    def left_s(self, now_s: float) -> float | None:
        """Seconds until it goes on, 0 when it does; None while nothing is counted down."""
        return None if self._ends_at_s is None else max(0.0, self._ends_at_s - now_s)
