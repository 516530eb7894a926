"""Where a voice is, window by window, by the Silero network that ships with faster-whisper. No words."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from recordings.transcription.sound import SAMPLE_RATE, Samples
from simulator.transcript import Span

WINDOW = 512
WINDOW_S = WINDOW / SAMPLE_RATE
_CONTEXT = 64
_FULL_SCALE = 32768.0

ENTER = 0.5  # Silero's own default: a voice begins at or above this probability …
LEAVE = 0.35  # … and goes on until it falls below this one


class SpeechDetector:
    """The probability of a voice in each window of 32 ms of a stream of samples."""

    def __init__(self) -> None:
        from faster_whisper.vad import get_vad_model

        self._session = get_vad_model().session
        self._h = np.zeros((1, 1, 128), np.float32)
        self._c = np.zeros((1, 1, 128), np.float32)
        self._context = np.zeros(_CONTEXT, np.float32)
        self._rest = np.empty(0, np.float32)

    def feed(self, samples: Samples) -> list[float]:
        """One probability (0 to 1) for each window that these samples complete."""
        stream = np.concatenate([self._rest, samples.astype(np.float32) / _FULL_SCALE])
        whole = len(stream) // WINDOW * WINDOW
        self._rest = stream[whole:]
        return self._run(stream[:whole]) if whole else []

    def finish(self) -> list[float]:
        """The probability of the last, incomplete window, if there is one."""
        return self.feed(np.zeros(WINDOW - len(self._rest), np.int16)) if len(self._rest) else []

    def _run(self, stream: NDArray[np.float32]) -> list[float]:
        windows = _without_offset(stream.reshape(-1, WINDOW))
        with_context = np.concatenate([self._context, windows.ravel()])
        starts = np.arange(len(windows)) * WINDOW
        batch = with_context[starts[:, None] + np.arange(_CONTEXT + WINDOW)]
        self._context = with_context[-_CONTEXT:]
        found, self._h, self._c = self._session.run(None, {"input": batch, "h": self._h, "c": self._c})
        return [float(probability) for probability in found.ravel()]


def _without_offset(windows: NDArray[np.float32]) -> NDArray[np.float32]:
    """A constant offset, as cheap sound cards add, hides a quiet voice from the network."""
    offsets: NDArray[np.float32] = windows.mean(axis=1, keepdims=True)
    return windows - offsets


class Voicing:
    """Turns probabilities into voiced or not, with hysteresis, and remembers the voiced spans."""

    def __init__(self) -> None:
        self.is_voiced = False
        self._runs: list[list[int]] = []
        self._count = 0

    def push(self, probability: float) -> bool:
        """Whether the next window is voiced."""
        was_voiced = self.is_voiced
        self.is_voiced = probability >= (LEAVE if was_voiced else ENTER)
        if self.is_voiced and not was_voiced:
            self._runs.append([self._count, self._count])
        self._count += 1
        if self.is_voiced:
            self._runs[-1][1] = self._count
        return self.is_voiced

    def spans(self, from_s: float = 0.0) -> tuple[Span, ...]:
        """The voiced stretches in seconds that end after `from_s`."""
        first = next(
            (index for index in reversed(range(len(self._runs))) if self._runs[index][1] * WINDOW_S <= from_s), -1
        )
        return tuple(Span(start * WINDOW_S, end * WINDOW_S) for start, end in self._runs[first + 1 :])


def joined(spans: Iterable[Span], duration_s: float, join_s: float = 0.2) -> tuple[Span, ...]:
    """Spans in order of time as speech within `duration_s`; gaps under `join_s`, as in consonants, part nothing."""
    stretches: list[Span] = []
    for span in spans:
        end_s = min(span.end_s, duration_s)
        if stretches and span.start_s - stretches[-1].end_s < join_s:
            stretches[-1] = Span(stretches[-1].start_s, end_s)
        elif end_s > span.start_s:
            stretches.append(Span(span.start_s, end_s))
    return tuple(stretches)
