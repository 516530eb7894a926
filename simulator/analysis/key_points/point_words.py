"""A key point told by its own words where none of its cues is said. Cues are searched for in `cues`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from question_bank.models import KeyPoint
from simulator.analysis.english.equivalents import NOT, cue_pieces, is_small
from simulator.analysis.key_points.cues import SpokenWords

_ENOUGH: Final = 0.35
"""Share of a point's own words to be said close together. Chosen on the labelled answers for development with the cues
as they were before: F1 rose from 0.90 to 0.94, and of points of unrelated questions 3.4 % were found, not 2.2 %."""

_LEAST_WORDS: Final = 3
_MOST_PIECES: Final = 45
_CUE_WORD_WEIGHT: Final = 0.7


def weights_by_point(points: Sequence[KeyPoint], asked: str = "") -> dict[str, dict[str, float]]:
    """For each point id, the meanings that tell it, with shares of what its text says (words of its cues count less).

    Words of the question tell nothing; a word of several points tells each of them the less.
    """
    known = _meanings([asked])
    of_text = {point.id: _meanings([point.text]) - known for point in points}
    of_cues = {point.id: _meanings(point.cues) - known - of_text[point.id] for point in points}
    spread = Counter(word for point in points for word in of_text[point.id] | of_cues[point.id])
    return {
        point.id: _shares(
            {word: 1 / spread[word] for word in of_text[point.id]},
            {word: _CUE_WORD_WEIGHT / spread[word] for word in of_cues[point.id]},
        )
        for point in points
    }


def places(spoken: SpokenWords, weights: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """Ranges of pieces (end not included), over two sentences at most, that say enough of a point, in order."""
    for start, meaning in enumerate(spoken.meanings):
        if meaning in weights:
            end = _end_of_enough(spoken, weights, start)
            if end:
                yield start, end


def _end_of_enough(spoken: SpokenWords, weights: Mapping[str, float], start: int) -> int | None:
    said: set[str] = set()
    stops = 0
    for index in range(start, min(start + _MOST_PIECES, len(spoken.pieces))):
        stops += index > start and spoken.has_stop(index - 1, index)
        if stops > 1:
            return None
        if spoken.meanings[index] in weights:
            said.add(spoken.meanings[index])
        if len(said) >= _LEAST_WORDS and sum(weights[word] for word in said) >= _ENOUGH:
            return index + 1
    return None


def _shares(of_text: Mapping[str, float], of_cues: Mapping[str, float]) -> dict[str, float]:
    whole = sum(of_text.values()) or 1.0
    return {word: weight / whole for word, weight in {**of_text, **of_cues}.items()}


def _meanings(texts: Iterable[str]) -> set[str]:
    pieces = (piece for text in texts for piece in cue_pieces(text))
    return {piece.meaning for piece in pieces if not is_small(piece.stem)} - {NOT}
