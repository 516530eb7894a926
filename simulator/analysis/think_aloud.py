"""How audible the thinking was, in questions that ask for thinking aloud."""

from __future__ import annotations

from typing import Final

from simulator.analysis.bands import SILENCE_S
from simulator.analysis.english import phrase_search, thinking_aloud
from simulator.analysis.english.word_forms import tokens_of
from simulator.analysis.pauses import silences
from simulator.analysis.report import Silence, ThinkAloud
from simulator.analysis.utterance import Utterance

_STATEMENTS: Final = {
    "assumptions": thinking_aloud.ASSUMPTIONS,
    "alternatives": thinking_aloud.ALTERNATIVES,
    "conclusion": thinking_aloud.CONCLUSIONS,
}


def measure_think_aloud(utterance: Utterance) -> ThinkAloud:
    """Share of the time speaking, silences of 4 s or more, spoken reasons; None where a typed answer has no sound."""
    texts = [token.text for token in tokens_of(utterance.words)]
    markers = phrase_search.count(texts, thinking_aloud.REASONING)
    states = tuple(name for name, wordings in _STATEMENTS.items() if phrase_search.first(texts, wordings))
    if not utterance.is_timed or utterance.duration_s <= 0:
        return ThinkAloud(None, (), None, markers, states)
    quiet = silences(utterance)
    share = round(min(1.0, utterance.speech_s / utterance.duration_s), 3)
    long_ones = tuple(Silence(round(s.start_s, 3), round(s.end_s, 3)) for s in quiet if s.duration_s >= SILENCE_S)
    longest_s = round(max((span.duration_s for span in quiet), default=0.0), 3)
    return ThinkAloud(share, long_ones, longest_s, markers, states)
