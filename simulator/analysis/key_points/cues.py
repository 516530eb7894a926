"""Where the words of a cue stand in an answer. Whether they are meant is judged in `refusals`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final

from simulator.analysis.english.equivalents import NOT, Piece, as_numbers, as_terms, cue_pieces, is_small
from simulator.analysis.english.word_forms import ends_clause, ends_sentence, parts_as_said, stem
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.utterance import Utterance
from simulator.transcript import Word

_MAX_INSERTED: Final = 2
_MIN_JOINED_LETTERS: Final = 6
_SAME_LETTERS: Final = 4
_MAX_JOINED: Final = 3
_MAX_LOOSE_PIECES: Final = 12


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue's words; `core` are the meanings that matter, in order, and empty unless there are two or more of them."""

    pieces: tuple[Piece, ...]
    stems: tuple[str, ...]
    core: tuple[str, ...]
    joined: str

    @classmethod
    @lru_cache(maxsize=8192)
    def of(cls, text: str) -> Cue:
        """The cue as it is searched for."""
        pieces = cue_pieces(text)
        core = tuple(piece.meaning for piece in pieces if not is_small(piece.stem))
        stems = tuple(piece.stem for piece in pieces)
        return cls(pieces, stems, core if len(core) > 1 else (), "".join(piece.text for piece in pieces))


class SpokenWords:
    """The answer as comparable pieces, sounds left out and words said apart put together where cues know them."""

    def __init__(self, utterance: Utterance, cues: Iterable[Cue] = ()) -> None:
        words = utterance.words
        stops = frozenset(index for index, word in enumerate(words) if ends_sentence(word))
        self._commas = frozenset(index for index, word in enumerate(words) if ends_clause(word))
        whole = _whole_words(cues)
        pieces = as_terms(as_numbers(_heard(words), self._commas))
        kept = _without_i_mean(pieces)
        self.pieces: tuple[Piece, ...] = tuple(_put_together(kept, whole, stops) if whole else kept)
        self.meanings: tuple[str, ...] = tuple(piece.meaning for piece in self.pieces)
        self._stems = [piece.stem for piece in self.pieces]
        self._known = frozenset(self.meanings)
        self._stops_before = [0, *accumulate(_is_stop_between(*pair, stops) for pair in pairwise(self.pieces))]

    def places(self, cue: Cue) -> Iterator[tuple[int, int]]:
        """Ranges of pieces (end not included) where the cue stands, in order."""
        if not cue.pieces:
            return
        is_loose = bool(cue.core) and self._known.issuperset(cue.core)
        for start in range(len(self.pieces)):
            end = self._spread_end(start, cue) or self._joined_end(start, cue)
            if not end and is_loose and self.meanings[start] in cue.core:
                end = self._loose_end(start, cue.core)
            if end:
                yield start, end

    def has_stop(self, first: int, last: int) -> bool:
        """Whether a sentence ends between two pieces."""
        return self._stops_before[last] > self._stops_before[first]

    def _spread_end(self, start: int, cue: Cue) -> int | None:
        """The cue's words one after another by stem, with up to two words between neighbours, in one sentence."""
        if self._stems[start] != cue.stems[0]:
            return None
        position = start + 1
        for target in cue.stems[1:]:
            within = range(position, min(position + _MAX_INSERTED + 1, len(self.pieces)))
            found = next((index for index in within if self._stems[index] == target), None)
            if found is None or self.has_stop(position - 1, found):
                return None
            position = found + 1
        return position

    def _joined_end(self, start: int, cue: Cue) -> int | None:
        """The cue written apart or together: "over fitting" for "overfitting", "dropout" for "drop out"."""
        joined = cue.joined
        if len(joined) < _MIN_JOINED_LETTERS or not joined.startswith(self.pieces[start].text[:_SAME_LETTERS]):
            return None
        target, heard = stem(joined), ""
        for end in range(start + 1, min(start + len(cue.pieces) + 2, len(self.pieces)) + 1):
            heard += self.pieces[end - 1].text
            begins_alike = heard[:_SAME_LETTERS] == joined[:_SAME_LETTERS]
            if begins_alike and stem(heard) == target and not self.has_stop(start, end - 1):
                return end
        return None

    def _loose_end(self, start: int, core: Sequence[str]) -> int | None:
        """The words that matter, by meaning and in any order, with two others among them at most, in one sentence.

        A comma counts as a word. A cue that denies is taken in its order and without others in between; into one that
        does not, no negation may come.
        """
        missing = Counter(core)
        most = 0 if NOT in core else _MAX_INSERTED
        inserted = 0
        for index in range(start, min(start + _MAX_LOOSE_PIECES, len(self.pieces))):
            if index > start and self.has_stop(index - 1, index):
                return None
            inserted += index > start and self.pieces[index - 1].last in self._commas
            said = self.meanings[index]
            if missing[said] and self._is_in_order(said, missing, core):
                missing[said] -= 1
            elif index == start or said == NOT:
                return None
            else:
                inserted += not is_small(self._stems[index])
            if inserted > most:
                return None
            if not missing.total():
                return index + 1
        return None

    @staticmethod
    def _is_in_order(said: str, missing: Counter[str], core: Sequence[str]) -> bool:
        return NOT not in core or core[len(core) - missing.total()] == said


def _heard(words: tuple[Word, ...]) -> Iterator[Piece]:
    sounds = sound_indexes(words)
    for index, word in enumerate(words):
        if index not in sounds:
            yield from (Piece(text, index, index) for text in parts_as_said(word.text))


def _is_stop_between(piece: Piece, following: Piece, stops: frozenset[int]) -> bool:
    return piece.last in stops and piece.last != following.last


def _whole_words(cues: Iterable[Cue]) -> frozenset[str]:
    """Stems of the cues' words that a recogniser may write apart."""
    return frozenset(piece.stem for cue in cues for piece in cue.pieces)


def _put_together(pieces: Sequence[Piece], whole: frozenset[str], stops: frozenset[int]) -> Iterator[Piece]:
    """Pieces whose letters make one word of a cue, as that word: "over fits", "r o c"."""
    start = 0
    while start < len(pieces):
        run = _longest_word(pieces[start : start + _MAX_JOINED], whole, stops)
        yield Piece("".join(piece.text for piece in run), run[0].first, run[-1].last)
        start += len(run)


def _longest_word(run: Sequence[Piece], whole: frozenset[str], stops: frozenset[int]) -> Sequence[Piece]:
    """As many pieces from the start of the run as make one word of a cue, else the first."""
    sizes = range(len(run), 1, -1)
    return run[: next((size for size in sizes if _is_one_word(run[:size], whole, stops)), 1)]


def _is_one_word(run: Sequence[Piece], whole: frozenset[str], stops: frozenset[int]) -> bool:
    text = "".join(piece.text for piece in run)
    is_long_enough = len(text) >= _MIN_JOINED_LETTERS or all(len(piece.text) == 1 for piece in run)
    return is_long_enough and stem(text) in whole and stops.isdisjoint(p.last for p in run[:-1])


def _without_i_mean(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces without the "mean" of "I mean" and "you mean", which is no average."""
    kept: list[Piece] = []
    for piece in pieces:
        if not (piece.text == "mean" and kept and kept[-1].text in {"i", "you"}):
            kept.append(piece)
    return kept
