"""Where words lie in time: fitted to the voice that was detected, clamped and in order. Pure, no engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from simulator.transcript import Span, Word

_MARGIN_S = 0.05  # the detector works in steps of 32 ms and notices a soft onset late


def fitted_to_voice(words: Iterable[Word], voiced: Sequence[Span]) -> list[Word]:
    """The words without the silence that engines add to the word before or after a pause.

    A word that begins before a voice begins, or ends after it has ended, is cut to the voice within it; `voiced` are
    the voiced stretches in order of time. Words without any voice in them keep their times.
    """
    return [_fitted(word, voiced) for word in words]


def _fitted(word: Word, voiced: Sequence[Span]) -> Word:
    inside = [span for span in voiced if span.start_s < word.end_s and span.end_s > word.start_s]
    if not inside:
        return word
    start_s = max(word.start_s, inside[0].start_s - _MARGIN_S)
    end_s = min(word.end_s, inside[-1].end_s + _MARGIN_S)
    return replace(word, start_s=start_s, end_s=max(start_s, end_s))


def in_order(words: Iterable[Word], start_s: float, end_s: float) -> tuple[Word, ...]:
    """The words with times clamped to the stretch, none before the one before it, none ending before it begins."""
    placed: list[Word] = []
    earliest = start_s
    for word in words:
        begin = min(max(word.start_s, earliest), end_s)
        placed.append(replace(word, start_s=round(begin, 3), end_s=round(min(max(word.end_s, begin), end_s), 3)))
        earliest = placed[-1].end_s
    return tuple(placed)
