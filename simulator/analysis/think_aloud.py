"""How audible the thinking was, in questions that ask for thinking aloud."""

from __future__ import annotations

from typing import Final

from simulator.analysis.bands import SILENCE_S
from simulator.analysis.english import phrase_search, thinking_aloud
from simulator.analysis.english.frames import spoken_line
from simulator.analysis.english.word_forms import tokens_of
from simulator.analysis.pauses import silences
from simulator.analysis.report import Silence, ThinkAloud
from simulator.analysis.utterance import Utterance

_STATEMENTS: Final = {
    "assumptions": thinking_aloud.ASSUMPTIONS,
    "alternatives": thinking_aloud.ALTERNATIVES,
    "checks": thinking_aloud.CHECKS,
    "conclusion": thinking_aloud.CONCLUSIONS,
}


def measure_think_aloud(utterance: Utterance) -> ThinkAloud:
    """Share of the time speaking, silences of 4 s or more, spoken reasons; None where a typed answer has no sound."""
    texts = [token.text for token in tokens_of(utterance.words)]
    markers = phrase_search.count(texts, thinking_aloud.REASONING)
    states = _states(utterance)
    if not utterance.is_timed or utterance.duration_s <= 0:
        return ThinkAloud(None, (), None, markers, states)
    quiet = silences(utterance)
    share = round(min(1.0, utterance.speech_s / utterance.duration_s), 3)
    long_ones = tuple(Silence(round(s.start_s, 3), round(s.end_s, 3)) for s in quiet if s.duration_s >= SILENCE_S)
    longest_s = round(max((span.duration_s for span in quiet), default=0.0), 3)
    return ThinkAloud(share, long_ones, longest_s, markers, states)


def _states(utterance: Utterance) -> tuple[str, ...]:
    spoken = spoken_line(utterance.words[one.first : one.last + 1] for one in utterance.sentences)
    heard = [name for name, frames in _STATEMENTS.items() if frames.are_heard(spoken)]
    if "conclusion" not in heard and _is_choice_made(spoken):
        heard.append("conclusion")
    return tuple(heard)


def _is_choice_made(spoken: str) -> bool:
    """Whether something is chosen after alternatives were named: "I'd fill them in" concludes only then."""
    weighed_at = min(thinking_aloud.ALTERNATIVES.places(spoken), default=None)
    return weighed_at is not None and thinking_aloud.CHOICES_BETWEEN.are_heard(spoken[weighed_at:])
