"""Which words the recogniser is told beforehand: those of a question's field, and the user's own. No engine, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest
from typing import Final

from question_bank.models import Question
from simulator.analysis.english.grammar import FUNCTION_WORDS

MOST_TERMS: Final = 12  # a long prompt makes Whisper drop whole sentences
_LONGEST: Final = 2  # words: a recogniser that is told a whole phrase may hear a point that was not made
_FEWEST_LETTERS: Final = 6  # shorter words it knows


def terms_of(question: Question) -> tuple[str, ...]:
    """Words of the question's field that the recogniser should know how to spell: cues that name something.

    Those are a word or two, none of which is too common to name anything.
    """
    cues = (cue for point in question.key_points for cue in point.cues)
    return tuple(dict.fromkeys(cue for cue in cues if _is_term(cue)))[:MOST_TERMS]


def with_own(terms: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
    """The user's own words and those of the question in turn, as far as there is room."""
    in_turn = chain.from_iterable(zip_longest(own, terms))
    return tuple(dict.fromkeys(term for term in in_turn if term))[:MOST_TERMS]


def _is_term(cue: str) -> bool:
    words = cue.split()
    return len(words) <= _LONGEST and len(cue) >= _FEWEST_LETTERS and FUNCTION_WORDS.isdisjoint(words)
