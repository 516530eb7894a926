"""Which words the recogniser is told beforehand: those of a question's field, and the user's own. No engine, no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import Final

from question_bank.models import Question
from simulator.analysis.lexicon import FUNCTION_WORDS

MOST_TERMS: Final = 12  # a long prompt makes Whisper drop whole sentences
_LONGEST: Final = 2  # words: a recogniser that is told a whole phrase may hear a point that was not made
_FEWEST_LETTERS: Final = 6  # shorter words it knows


def terms_of(question: Question | None, own: Sequence[str] = ()) -> tuple[str, ...]:
    """What the recogniser should know how to spell: in turn one of the user's own words and one of the question's."""
    field = _terms_of_field(question) if question else ()
    taken_in_turn = chain.from_iterable(zip_longest(own, field))
    return tuple(dict.fromkeys(term for term in taken_in_turn if term))[:MOST_TERMS]


def _terms_of_field(question: Question) -> Iterator[str]:
    """Cues that name something: a word or two, none of which is too common to name anything."""
    cues = (cue for point in question.key_points for cue in point.cues)
    return (cue for cue in cues if _is_term(cue))


def _is_term(cue: str) -> bool:
    words = cue.split()
    return len(words) <= _LONGEST and len(cue) >= _FEWEST_LETTERS and FUNCTION_WORDS.isdisjoint(words)
