"""Key points that an answer touches and does not make. What to ask about them is chosen in `follow_ups.choice`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from question_bank.models import KeyPoint
from simulator.analysis.english import phrase_search
from simulator.analysis.english.claims import HEDGING_A_POINT
from simulator.analysis.english.terms import TERMS
from simulator.analysis.english.word_forms import tokens_of
from simulator.analysis.key_points.cues import SpokenWords
from simulator.analysis.key_points.point_words import weights_by_point
from simulator.analysis.report import KeyPointResult
from simulator.analysis.utterance import Sentence, Utterance

# Our own, chosen on the development part of the labelled follow-ups. A point counts as told from three of its words and
# 0.35 of their weight on (point_words); two words and a little less are a start.
_BEGUN: Final = 0.3
_BEGUN_WORDS: Final = 2
_FEW_WORDS: Final = 5
_MOST_PIECES: Final = 45
_ROW_OF_NAMES: Final = 3
_ROW_REACH: Final = 5
_NAMED_ONLY: Final = 0.37
_TOLD: Final = 0.5


def half_said(
    utterance: Utterance, points: Sequence[KeyPoint], results: Sequence[KeyPointResult], asked: str = ""
) -> dict[str, int]:
    """The points told only in part, each with a word where it was touched, by id.

    That is a point maybe made, a point begun and not made, or one made by a name of which nothing more is said. What is
    said the wrong way round is not half said. `results` say what became of each point; `asked` is the question's text,
    whose words prove nothing.
    """
    answer = _TouchedPoints(utterance, SpokenWords(utterance), weights_by_point(points, asked), results)
    touched = ((result.id, answer.touched_at(result)) for result in results if not result.is_contrary)
    return {point: word_index for point, word_index in touched if word_index is not None}


@dataclass(frozen=True, slots=True)
class _TouchedPoints:
    """An answer beside the words that tell each point."""

    utterance: Utterance
    spoken: SpokenWords
    weights: Mapping[str, Mapping[str, float]]
    results: Sequence[KeyPointResult]

    def touched_at(self, result: KeyPointResult) -> int | None:
        """Where a point was told in part: made by its name alone, begun, or else where it was maybe made."""
        if result.covered:
            return self._named_at(result)
        begun = self._begun_at(result)
        if result.is_maybe:
            return next((index for index in begun if index in result.words), result.word_index)
        return next(begun, None)

    def _begun_at(self, result: KeyPointResult) -> Iterator[int]:
        """Where one sentence says some of a point, in order."""
        weights = self.weights.get(result.id, {})
        if len(weights) < _FEW_WORDS:
            return
        for start, meaning in enumerate(self.spoken.meanings):
            if meaning in weights and _is_some(self._said_from(start, weights), weights):
                yield self.spoken.pieces[start].first

    def _named_at(self, result: KeyPointResult) -> int | None:
        """Where a point was made by a name alone, in a row of names or with a hedge; meaning is no name."""
        if result.found_by != "words" or result.word_index is None:
            return None
        if not self._is_only_named(result, result.word_index):
            return None
        is_in_a_row = any(
            other.covered
            and other.word_index is not None
            and 0 < abs(other.word_index - result.word_index) <= _ROW_REACH
            for other in self.results
        )
        sentence = self.utterance.sentence_at(result.word_index)
        return result.word_index if is_in_a_row or self._is_doubtful(sentence) else None

    def _is_only_named(self, result: KeyPointResult, word_index: int) -> bool:
        """Whether nothing else of the point is said in the name's sentence and the next."""
        weights = self.weights.get(result.id, {})
        named = self._said_in(range(word_index, word_index + result.word_count))
        around = self._said_in(_with_following(self.utterance, word_index)) - named
        said = sum(weights.get(meaning, 0.0) for meaning in named)
        return len(weights) >= _FEW_WORDS and weights.keys().isdisjoint(around) and said <= _NAMED_ONLY

    def _is_doubtful(self, sentence: Sentence) -> bool:
        """Whether the sentence hedges, or is a row of names."""
        words = [self.utterance.words[index] for index in sentence.indexes]
        texts = [token.text for token in tokens_of(words)]
        return bool(phrase_search.first(texts, HEDGING_A_POINT)) or phrase_search.count(texts, TERMS) >= _ROW_OF_NAMES

    def _said_in(self, words: range) -> set[str]:
        heard = zip(self.spoken.pieces, self.spoken.meanings, strict=True)
        return {meaning for piece, meaning in heard if piece.first in words}

    def _said_from(self, start: int, weights: Mapping[str, float]) -> set[str]:
        """Which words of the point are said from this piece on, within its sentence."""
        said: set[str] = set()
        for index in range(start, min(start + _MOST_PIECES, len(self.spoken.pieces))):
            if index > start and self.spoken.has_stop(index - 1, index):
                break
            if self.spoken.meanings[index] in weights:
                said.add(self.spoken.meanings[index])
        return said


def _is_some(said: Collection[str], weights: Mapping[str, float]) -> bool:
    return len(said) >= _BEGUN_WORDS and _BEGUN <= sum(weights[word] for word in said) < _TOLD


def _with_following(utterance: Utterance, word_index: int) -> range:
    """The words of the sentence that holds the word, and of the next."""
    sentence = utterance.sentence_at(word_index)
    following = utterance.sentence_at(min(sentence.last + 1, len(utterance.words) - 1))
    return range(sentence.first, following.last + 1)
