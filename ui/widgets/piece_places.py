"""Where the pieces of an answer lie among the characters of a document. It knows no document, and shows nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QTextCharFormat

from ui.widgets.transcript_marks import PREFIX, Formats
from ui.words.answer_marks import STRETCHES, AnswerMark, MarkKind
from ui.words.marked_transcript import PieceKind, TranscriptPiece

NO_WORD: Final = -1
_SPACE_BEFORE: Final = {PieceKind.STOP: "\n"}  # what could have been left out begins a paragraph
_SAID: Final = frozenset({PieceKind.WORD, PieceKind.HEARD_SOUND})
_CHOSEN: Final = _SAID | {PieceKind.DELETED, PieceKind.PAUSE}
_SOUNDS_ON_S: Final = 1.0
_SIGNS: Final = {MarkKind.PAUSE: PieceKind.PAUSE, MarkKind.STOP: PieceKind.STOP}


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of the document, as Qt counts them, that sound at `start_s`."""

    first: int
    last: int
    start_s: float
    end_s: float
    play_from_s: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters of the document that can be chosen: a word, a sound, a long pause, or words that were deleted."""

    first: int
    last: int
    piece: TranscriptPiece


@dataclass(slots=True)
class Mark:
    """Characters of the document with something painted behind them."""

    look: str
    first: int
    last: int


class PiecePlaces:
    """Places of what sounds, spots of what can be chosen, and marks; all filled while the `runs` are written.

    Of `stretches`, those that lie over words are marked. What is of a `hidden` kind is neither marked nor written: of a
    filler, the word stays.
    """

    def __init__(
        self,
        pieces: Iterable[TranscriptPiece] = (),
        stretches: Sequence[AnswerMark] = (),
        hidden: Collection[MarkKind] = (),
    ) -> None:
        unwritten = {_SIGNS[kind] for kind in hidden if kind in _SIGNS}
        self._pieces = tuple(piece for piece in pieces if piece.kind not in unwritten)
        self._hidden = frozenset(hidden)
        self._over: dict[int, list[AnswerMark]] = {}
        for mark in stretches:
            if mark.kind in STRETCHES and mark.kind not in hidden:
                for index in mark.words:
                    self._over.setdefault(index, []).append(mark)
        self._paragraph = 0
        self.places: list[Place] = []
        self.spots: list[Spot] = []
        self.marks: list[Mark] = []
        self._marks_of: dict[tuple[str, object], Mark] = {}

    def runs(self, formats: Formats) -> Iterator[tuple[str, QTextCharFormat]]:
        """Stretches of text of one look, as few as possible, while noting where every piece comes to lie."""
        texts: list[str] = []
        current = formats.plain
        position = 0
        for number, piece in enumerate(self._pieces):
            space = _SPACE_BEFORE.get(piece.kind, " ") if number else ""
            self._note(piece, position + len(space))
            for text, text_format in ((space, formats.before(piece)), *formats.parts(piece)):
                if text_format is not current:
                    yield "".join(texts), current
                    texts, current = [], text_format
                texts.append(text)
                position += _qt_length(text)
        yield "".join(texts), current

    def at_time(self, position_s: float) -> int:
        """The index of the place that sounds then, or `NO_WORD`."""
        index = bisect_right(self.places, position_s, key=lambda place: place.start_s) - 1
        if index < 0 or position_s > self.places[index].end_s + _SOUNDS_ON_S:
            return NO_WORD
        return index

    def at_character(self, position: int) -> int:
        """The index of the place there, or `NO_WORD`."""
        index = bisect_right(self.places, position, key=lambda place: place.first) - 1
        return index if index >= 0 and position <= self.places[index].last else NO_WORD

    def piece_at(self, position: int) -> TranscriptPiece | None:
        """What can be chosen there."""
        index = bisect_right(self.spots, position, key=lambda spot: spot.first) - 1
        is_there = index >= 0 and position <= self.spots[index].last
        return self.spots[index].piece if is_there else None

    def words_within(self, first: int, last: int) -> tuple[Spot, ...]:
        """The words that have characters from `first` to before `last`."""
        return tuple(
            spot for spot in self.spots if spot.first < last and first < spot.last and spot.piece.kind is PieceKind.WORD
        )

    def word(self, word_index: int) -> Spot | None:
        """Where this word lies."""
        return next((spot for spot in self.spots if spot.piece.word_index == word_index), None)

    def starting_at(self, start_s: float) -> Spot | None:
        """The word or sound that starts then."""
        return next((spot for spot in self.spots if spot.piece.start_s == start_s), None)

    def mark_found(self, words: Iterable[int]) -> tuple[Spot, ...]:
        """Mark these words as found, and no others; where they lie."""
        spots = tuple(spot for word in words if (spot := self.word(word)) is not None)
        self.marks = [mark for mark in self.marks if mark.look != "found"]
        self.marks += [Mark("found", spot.first, spot.last) for spot in spots]
        return spots

    def _note(self, piece: TranscriptPiece, position: int) -> None:
        first = position + _qt_length(PREFIX.get(piece.kind, ""))
        last = first + _qt_length(piece.text)
        if piece.kind in _CHOSEN:
            self.spots.append(Spot(first, last, piece))
        if piece.start_s is not None and piece.end_s is not None and piece.kind in _SAID:
            self.places.append(Place(first, last, piece.start_s, piece.end_s, piece.play_from_s or 0.0))
        if piece.is_extra and MarkKind.STOP not in self._hidden:
            self._mark("extra", position, last, "extra")
        if piece.filler is not None:
            kind = MarkKind.REPEAT if piece.filler_kind == "repeat" else MarkKind.FILLER
            if kind not in self._hidden:
                self._mark(kind, *_bare(piece, first), piece.filler)
        if piece.kind is PieceKind.STOP:
            self._paragraph += 1
            self._mark("stop", first, last, piece)
        for mark in self._over.get(-1 if piece.word_index is None else piece.word_index, ()):
            self._mark(mark.kind, *_bare(piece, first), (mark, self._paragraph))  # no mark crosses a paragraph

    def _mark(self, look: str, first: int, last: int, owner: object) -> None:
        """Mark these characters; those with the same owner, which are neighbours, become one mark."""
        known = self._marks_of.get((look, owner))
        if known is not None:
            known.last = last
            return
        self._marks_of[look, owner] = Mark(look, first, last)
        self.marks.append(self._marks_of[look, owner])


def _bare(piece: TranscriptPiece, first: int) -> tuple[int, int]:
    """The characters of the word itself, whose piece begins at `first`."""
    start, end = piece.bare
    return first + _qt_length(piece.text[:start]), first + _qt_length(piece.text[:end])


def _qt_length(text: str) -> int:
    """The length as Qt counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
