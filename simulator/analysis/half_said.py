"""Key points that an answer touches and does not make. What to ask about them is decided elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from question_bank.models import KeyPoint
from simulator.analysis.cues import SpokenWords
from simulator.analysis.point_words import weights_by_point
from simulator.analysis.report import KeyPointResult
from simulator.analysis.utterance import Utterance

# Our own, chosen on the development part of the labelled follow-ups. A point counts as told from three of its words and
# 0.35 of their weight on (point_words); two words and a little less are a start.
_BEGUN: Final = 0.3
_BEGUN_WORDS: Final = 2
_FEW_WORDS: Final = 5
_MOST_PIECES: Final = 45
_NAME_WORDS: Final = 2
_NAMED_ONLY: Final = 0.37
_TOLD: Final = 0.5


def half_said(
    utterance: Utterance, points: Sequence[KeyPoint], results: Sequence[KeyPointResult], asked: str = ""
) -> frozenset[str]:
    """Ids of the points told only in part: begun and not made, or made by a name of which nothing more is said.

    `results` say which points were made; `asked` is the question's text, whose words prove nothing.
    """
    spoken = SpokenWords(utterance)
    weights = weights_by_point(points, asked)
    return frozenset(
        result.id
        for result in results
        if result.id in weights and _is_half(utterance, spoken, weights[result.id], result)
    )


def _is_half(utterance: Utterance, spoken: SpokenWords, weights: Mapping[str, float], result: KeyPointResult) -> bool:
    if len(weights) < _FEW_WORDS:
        return False
    if result.covered:
        return _is_only_named(utterance, spoken, weights, result)
    starts = (index for index, meaning in enumerate(spoken.meanings) if meaning in weights)
    return any(_is_begun(_said_from(spoken, weights, start), weights) for start in starts)


def _is_only_named(
    utterance: Utterance, spoken: SpokenWords, weights: Mapping[str, float], result: KeyPointResult
) -> bool:
    """Whether the point was made by a name alone, its sentence saying nothing else of it."""
    if result.word_index is None or result.word_count > _NAME_WORDS:
        return False
    name = range(result.word_index, result.word_index + result.word_count)
    sentence = utterance.sentence_at(result.word_index).indexes
    heard = tuple(zip(spoken.pieces, spoken.meanings, strict=True))
    named = {meaning for piece, meaning in heard if piece.first in name}
    around = {meaning for piece, meaning in heard if piece.first in sentence} - named
    said = sum(weights.get(meaning, 0.0) for meaning in named)
    return weights.keys().isdisjoint(around) and said <= _NAMED_ONLY


def _is_begun(said: set[str], weights: Mapping[str, float]) -> bool:
    return len(said) >= _BEGUN_WORDS and _BEGUN <= sum(weights[word] for word in said) < _TOLD


def _said_from(spoken: SpokenWords, weights: Mapping[str, float], start: int) -> set[str]:
    """Which words of the point are said from this piece on, within its sentence."""
    said: set[str] = set()
    for index in range(start, min(start + _MOST_PIECES, len(spoken.pieces))):
        if index > start and spoken.has_stop(index - 1, index):
            break
        if spoken.meanings[index] in weights:
            said.add(spoken.meanings[index])
    return said
