"""How fast the answer goes from its first word to its last. Filler sounds are not words here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.analysis.pauses import speaking_s
from simulator.analysis.report import Pace
from simulator.analysis.spoken_answer import answer_span, spoken_words
from simulator.analysis.utterance import Utterance
from simulator.transcript import Span, Word

_MIN_WORDS_FOR_TREND: Final = 60


def measure_pace(utterance: Utterance) -> Pace:
    """Words a minute over the answer and over its speech alone, and how the last third compares with the rest."""
    words = spoken_words(utterance)
    return Pace(
        _per_minute(len(words), answer_span(utterance).duration_s),
        _per_minute(len(words), speaking_s(utterance)),
        _closing_ratio(words, utterance.speech),
    )


def _per_minute(count: int, seconds: float) -> float | None:
    return round(60 * count / seconds, 1) if seconds > 0 else None


def _closing_ratio(words: Sequence[Word], speech: Sequence[Span]) -> float | None:
    """Articulation rate of the last third of the words ÷ that of the first two thirds; None when too short to tell."""
    if len(words) < _MIN_WORDS_FOR_TREND:
        return None
    cut = len(words) - len(words) // 3
    cut_s = words[cut].start_s
    early_s = _speech_between(speech, 0.0, cut_s)
    late_s = _speech_between(speech, cut_s, words[-1].end_s)
    if early_s <= 0 or late_s <= 0:
        return None
    return round(((len(words) - cut) / late_s) / (cut / early_s), 2)


def _speech_between(speech: Sequence[Span], start_s: float, end_s: float) -> float:
    return sum(max(0.0, min(span.end_s, end_s) - max(span.start_s, start_s)) for span in speech)
