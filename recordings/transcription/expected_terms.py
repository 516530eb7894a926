"""Which words the recogniser is told beforehand: those of a question's field, and the user's own. No engine, no Qt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest
from typing import Final

from question_bank.models import Question
from simulator.analysis.english.grammar import FUNCTION_WORDS
from simulator.entailment.common_words import common_words

MOST_TERMS: Final = 12  # a long prompt makes Whisper drop whole sentences
_LONGEST: Final = 2  # words: a recogniser that is told a whole phrase may hear a point that was not made
_FEWEST_LETTERS: Final = 6  # shorter words it knows
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_NAME: Final = re.compile(r"[\w-]*[A-Z][\w-]*[A-Z][\w-]*|[\w-]*[0-9][\w-]*|[A-Za-z]-[A-Za-z]{3,}")
_WITHIN_A_SENTENCE: Final = re.compile(r"(?<![.!?:] )(?<=[ (])[A-Z][a-z]{3,}(?:-[A-Za-z]+)*")


def terms_of(question: Question) -> tuple[str, ...]:
    """Words of the question's field that the recogniser should know how to spell.

    First abbreviations and names with several capitals or a digit (HNSW, LambdaMART, BM25) and words that begin with a
    single letter (p-value, k-means), then other names (Wasserstein), then words that are not common, each kind by how
    often it stands in the key points, the model answer and the question; then cues that name something: a word or two,
    none of which is too common to name anything.
    """
    text = " ".join((*(point.text for point in question.key_points), question.model_answer, question.text))
    words = _WORD.findall(text)
    kinds = (
        filter(_is_name, words),
        filter(_is_rare, _WITHIN_A_SENTENCE.findall(text)),
        (word for word in words if len(word) >= _FEWEST_LETTERS and not word[0].isupper() and _is_rare(word)),
    )
    cues = (cue for point in question.key_points for cue in point.cues if _is_term(cue))
    return tuple(dict.fromkeys(chain(*map(_most_said, kinds), cues)))[:MOST_TERMS]


def with_own(terms: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
    """The user's own words and those of the question in turn, as far as there is room."""
    in_turn = chain.from_iterable(zip_longest(own, terms))
    return tuple(dict.fromkeys(term for term in in_turn if term))[:MOST_TERMS]


def _most_said(words: Iterable[str]) -> list[str]:
    return [word for word, _ in Counter(words).most_common()]


def _is_name(word: str) -> bool:
    return _NAME.fullmatch(word) is not None


def _is_rare(word: str) -> bool:
    """Whether no part of it is common."""
    return common_words().isdisjoint(word.lower().split("-"))


def _is_term(cue: str) -> bool:
    words = cue.split()
    return len(words) <= _LONGEST and len(cue) >= _FEWEST_LETTERS and FUNCTION_WORDS.isdisjoint(words)
