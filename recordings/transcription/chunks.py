"""Where an answer is cut into chunks for the recogniser: a pure rule on voiced windows. No sound, no engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recordings.transcription.speech_detector import WINDOW_S


def _windows(seconds: float) -> int:
    return round(seconds / WINDOW_S)


MAX_LENGTH = _windows(
    8.0
)  # the prompt that makes fillers audible fades with length: 8 s found 12 of 14, 30 s 67 of 158
ENOUGH_LENGTH = _windows(4.0)  # a chunk this long ends at the first pause …
SHORT_PAUSE = _windows(0.5)
LONG_PAUSE = _windows(1.0)  # … a shorter one waits for a longer pause, as each chunk costs a whole encoder pass
LEAD = _windows(0.25)  # the network notices a soft onset late
TAIL = _windows(0.25)
MIN_GAP = _windows(0.1)  # shorter gaps are closures inside words
EARLIEST_CUT = _windows(2.5)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Windows `start` to `end` (exclusive). `is_forced` if no pause was found: the end may lie inside a word."""

    start: int
    end: int
    is_forced: bool = False


class Chunker:
    """Takes voiced / not voiced window by window and says when a chunk is complete.

    After a forced chunk, `resume_at` may move the start of the next one back to a boundary between words.
    """

    def __init__(self) -> None:
        self._now = 0
        self._floor = 0
        self._start: int | None = None
        self._last_voice = 0
        self._gaps: list[tuple[int, int]] = []

    @property
    def open_start(self) -> int | None:
        """The first window of the chunk that is still growing; None in silence."""
        return self._start

    @property
    def voiced_until(self) -> int:
        """The window after the last voiced one."""
        return self._last_voice

    @property
    def needed_from(self) -> int:
        """Windows before this one belong to chunks already given out, or to silence."""
        return self._start if self._start is not None else max(self._floor, self._now - LEAD)

    def push(self, is_voiced: bool) -> Chunk | None:
        """Takes the next window; returns the chunk that it completes, if it does."""
        self._now += 1
        if is_voiced:
            self._voice()
        if self._start is None:
            return None
        if not is_voiced and self._is_pause_enough(self._start):
            return self._close(self._start)
        if self._now - self._start >= MAX_LENGTH:
            return self._cut(self._start)
        return None

    def finish(self) -> Chunk | None:
        """The chunk that is still open at the end, if there is one."""
        return self._close(self._start) if self._start is not None else None

    def resume_at(self, window: int) -> None:
        """Starts the next chunk at `window`, at or before the end of the forced chunk just given out."""
        self._floor = self._start = window
        self._gaps = []

    def _voice(self) -> None:
        if self._start is None:
            self._start = max(self._floor, self._now - 1 - LEAD)
            self._gaps = []
        elif self._now - 1 - self._last_voice >= MIN_GAP:
            self._gaps.append((self._last_voice, self._now - 1))
        self._last_voice = self._now

    def _is_pause_enough(self, start: int) -> bool:
        length, pause = self._last_voice - start, self._now - self._last_voice
        return pause >= (SHORT_PAUSE if length >= ENOUGH_LENGTH else LONG_PAUSE)

    def _close(self, start: int) -> Chunk:
        end = min(self._last_voice + TAIL, self._now)
        self._floor, self._start = end, None
        return Chunk(start, end)

    def _cut(self, start: int) -> Chunk:
        """Cuts in the widest gap (the later one of equals), else right here."""
        if self._now - self._last_voice >= MIN_GAP:
            return self._close(start)
        gap = _widest(gap for gap in self._gaps if gap[0] - start >= EARLIEST_CUT)
        if gap is None:
            self._floor, self._start = self._now, None
            return Chunk(start, self._now, is_forced=True)
        middle = (gap[0] + gap[1]) // 2
        self._floor = self._start = middle
        self._gaps = [later for later in self._gaps if later[0] > gap[0]]
        return Chunk(start, middle)


def _widest(gaps: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    return max(gaps, key=lambda gap: (gap[1] - gap[0], gap[0]), default=None)
