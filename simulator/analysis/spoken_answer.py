"""The answer within its recording: its words without filler sounds, and the time from the first of them to the last."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.utterance import Utterance
from simulator.transcript import Span, Word


def spoken_words(utterance: Utterance) -> tuple[Word, ...]:
    """The words without filler sounds."""
    sounds = sound_indexes(utterance.words)
    return tuple(word for index, word in enumerate(utterance.words) if index not in sounds)


def answer_span(utterance: Utterance) -> Span:
    """From the start of the first word to the end of the last, in seconds; empty without words.

    What comes before is thinking, whatever comes after is a Stop that was pressed late; neither is part of the answer.
    An engine may stretch a word over the silence beside it, so the first and the last are taken where a voice is heard.
    """
    words = spoken_words(utterance)
    if not words:
        return Span(0.0, 0.0)
    first = min(words, key=lambda word: word.start_s)
    last = max(words, key=lambda word: word.end_s)
    start_s, end_s = _voiced(first, utterance.speech).start_s, _voiced(last, utterance.speech).end_s
    return Span(start_s, max(start_s, end_s))


def _voiced(word: Word, speech: Sequence[Span]) -> Span:
    """The part of the word in which there is a voice; all of it where voice activity heard none."""
    heard = [span for span in speech if span.start_s < word.end_s and span.end_s > word.start_s]
    if not heard:
        return Span(word.start_s, word.end_s)
    return Span(max(word.start_s, heard[0].start_s), min(word.end_s, heard[-1].end_s))
