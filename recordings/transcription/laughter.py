"""Laughter in the sound: fits of short voiced bursts in which no word was surely said. No words of its own, no engine.

People laugh in bursts, 4.4 a second on average (Bachorowski, Smoski & Owren 2001, "The acoustic features of human
laughter"); the recogniser writes "uh, uh, uh" for them. Nobody hesitates that fast, or so evenly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recordings.transcription.voiced_islands import Island
from simulator.analysis.fillers.filler_sounds import is_sound
from simulator.transcript import Span, Word

_FEWEST_BURSTS = 4
_MOST_APART_S = 0.35  # from the start of one burst to that of the next
_LONGEST_BURST_S = 0.2
_MOST_SHARED = 1 / 3
_DOUBTED = 0.05  # a word less likely than this was guessed
_NEAR_S = 0.3  # word times in laughter are off by a burst


def fits_of_laughter(islands: Iterable[Island], words: Sequence[Word]) -> tuple[Span, ...]:
    """Where somebody laughs; `words` are those heard in the stretch of the islands, both in order of time."""
    sure = [word for word in words if not _may_be_laughter(word)]
    bursts = [island.span for island in islands if _is_burst(island.span, sure)]
    fits: list[list[Span]] = []
    for burst in bursts:
        if fits and burst.start_s - fits[-1][-1].start_s <= _MOST_APART_S:
            fits[-1].append(burst)
        else:
            fits.append([burst])
    return tuple(Span(fit[0].start_s, fit[-1].end_s) for fit in fits if len(fit) >= _FEWEST_BURSTS)


def without_laughed(words: Iterable[Word], fits: Sequence[Span]) -> tuple[Word, ...]:
    """The words without filler sounds and guesses that were laughed."""
    return tuple(word for word in words if not (_may_be_laughter(word) and _is_within(word, fits)))


def without_bursts(islands: Iterable[Island], fits: Sequence[Span]) -> tuple[Island, ...]:
    """The islands that are no bursts of laughter."""
    return tuple(
        island
        for island in islands
        if not any(fit.start_s <= island.span.start_s and island.span.end_s <= fit.end_s for fit in fits)
    )


def _may_be_laughter(word: Word) -> bool:
    return is_sound(word.text) or (word.probability is not None and word.probability < _DOUBTED)


def _is_burst(span: Span, words: Iterable[Word]) -> bool:
    shared_s = sum(max(0.0, min(span.end_s, word.end_s) - max(span.start_s, word.start_s)) for word in words)
    return span.duration_s <= _LONGEST_BURST_S and shared_s <= _MOST_SHARED * span.duration_s


def _is_within(word: Word, fits: Iterable[Span]) -> bool:
    middle_s = (word.start_s + word.end_s) / 2
    return any(fit.start_s - _NEAR_S <= middle_s <= fit.end_s + _NEAR_S for fit in fits)
