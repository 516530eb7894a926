"""How audible the thinking was, in questions that ask for thinking aloud."""

from __future__ import annotations

from typing import Final

from simulator.analysis.bands import SILENCE_S
from simulator.analysis.english import phrase_search, thinking_aloud
from simulator.analysis.english.frames import spoken_line
from simulator.analysis.english.word_forms import tokens_of
from simulator.analysis.pauses import find_pauses, pauses_within, speaking_s
from simulator.analysis.report import Silence, ThinkAloud
from simulator.analysis.spoken_answer import answer_span
from simulator.analysis.utterance import Utterance

_STATEMENTS: Final = {
    "assumptions": thinking_aloud.ASSUMPTIONS,
    "alternatives": thinking_aloud.ALTERNATIVES,
    "checks": thinking_aloud.CHECKS,
    "conclusion": thinking_aloud.CONCLUSIONS,
}


def measure_think_aloud(utterance: Utterance) -> ThinkAloud:
    """Share of the answer spent speaking, silences of 4 s or more within it, spoken reasons.

    What needs sound is None for a typed answer. The silence before the first word is told with the length.
    """
    texts = [token.text for token in tokens_of(utterance.words)]
    markers = phrase_search.count(texts, thinking_aloud.REASONING)
    states, answer_s = _states(utterance), answer_span(utterance).duration_s
    if not utterance.is_timed or answer_s <= 0:
        return ThinkAloud(None, (), None, markers, states)
    quiet = [Silence(pause.start_s, pause.end_s) for pause in pauses_within(find_pauses(utterance))]
    share = round(min(1.0, speaking_s(utterance) / answer_s), 3)
    long_ones = tuple(silence for silence in quiet if silence.duration_s >= SILENCE_S)
    longest_s = round(max((silence.duration_s for silence in quiet), default=0.0), 3)
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
