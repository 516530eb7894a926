"""The words of an answer with what was found in them, piece by piece, for any page. No Qt, no judgement."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from simulator.analysis.report import AnswerReport, Filler, FillerKind, ReportedWord
from simulator.transcript import Transcript, Word
from ui.words.times import clock, counted

SHOWN_PAUSE_S: Final = 1.0
LEAD_IN_S: Final = 0.5  # a flag plays from half a second before, so that one hears what led to it
NOT_A_FILLER: Final = "Not a filler"
MARK_AS_FILLER: Final = "Mark as filler"
CHOOSE_A_WORD: Final = "Choose a word to play it. You decide whether it is a filler."
_PUNCTUATION: Final = ".,;:!?…\"'“”‘’()-–—"


class PieceKind(StrEnum):
    """What a piece of the text is."""

    WORD = "word"
    HEARD_SOUND = "heard sound"  # an "um" that only the sound has; the words passed over it
    PAUSE = "pause"
    STOP = "stop"  # the marker: you could have stopped here


@dataclass(frozen=True, slots=True)
class TranscriptPiece:
    """One word, or one sign between words.

    Times are None for a typed answer. `play_from_s` is where to listen from. `filler` is the filler the piece belongs
    to; pieces of one filler share one object. `is_extra`: this part could have been left out. `word_index` points into
    the words of the report, for a word.
    """

    kind: PieceKind
    text: str
    start_s: float | None
    end_s: float | None
    filler: Filler | None = None
    is_extra: bool = False
    word_index: int | None = None

    @property
    def filler_kind(self) -> FillerKind | None:
        return self.filler.kind if self.filler else None

    @property
    def play_from_s(self) -> float | None:
        if self.start_s is None or self.filler is None:
            return self.start_s
        return max(0.0, self.start_s - LEAD_IN_S)

    @property
    def bare(self) -> tuple[int, int]:
        """Where the word itself begins and ends in `text`, without the punctuation around it."""
        stripped = self.text.strip(_PUNCTUATION)
        if not stripped:
            return 0, len(self.text)
        start = self.text.index(stripped)
        return start, start + len(stripped)


def marked_words(transcript: Transcript | None, report: AnswerReport | None) -> tuple[TranscriptPiece, ...]:
    """The answer as pieces in order of time; without a report the plain words."""
    return tuple(_pieces(_words(transcript, report), report))


def flag_action(piece: TranscriptPiece) -> str:
    """What the user can do to the flag of this piece."""
    return NOT_A_FILLER if piece.filler is not None else MARK_AS_FILLER


def piece_words(piece: TranscriptPiece) -> str:
    """What is said of a chosen piece: the words, when they were said, and what they count as."""
    first, last = piece.bare
    text = piece.text[first:last] if piece.filler is None else piece.filler.text
    moment = "" if piece.start_s is None else f" at {clock(piece.start_s)}"
    if piece.filler is None:
        return f"“{text}”{moment}"
    kind = {"sound": "a filler sound", "word": "a filler word", "repeat": "a repeat"}[piece.filler.kind]
    return f"“{text}”{moment}: {kind}{', marked by you' if piece.filler.by_user else ''}"


def sound_words(duration_s: float, filler_count: int, stop_s: float | None) -> str:
    """What is marked in a recording, all kinds of fillers together: "1:20 recorded, 3 marks, complete at 1:02"."""
    words = f"{clock(duration_s)} recorded, {counted(filler_count, 'mark')}"
    return words if stop_s is None else f"{words}, complete at {clock(stop_s)}"


def could_stop_s(report: AnswerReport | None) -> float | None:
    """Where the answer was complete, in seconds; None unless the answer was flagged for going on."""
    if report is None or report.rambling is None or not report.rambling.flag:
        return None
    return report.rambling.could_stop_s


def flag_starts(pieces: Iterable[TranscriptPiece]) -> tuple[float, ...]:
    """Where the flags are, in seconds and in order: each filler once, and the place where one could have stopped."""
    starts: list[float] = []
    last: Filler | None = None
    for piece in pieces:
        is_new_filler = piece.filler is not None and piece.filler is not last
        if piece.start_s is not None and (is_new_filler or piece.kind is PieceKind.STOP):
            starts.append(piece.start_s)
        last = piece.filler
    return tuple(sorted(starts))


def _words(transcript: Transcript | None, report: AnswerReport | None) -> Sequence[Word | ReportedWord]:
    if report is not None and report.transcript.words:
        return report.transcript.words  # what the marks point into
    return transcript.words if transcript is not None else ()


def _pieces(words: Sequence[Word | ReportedWord], report: AnswerReport | None) -> Iterator[TranscriptPiece]:
    by_word = _filler_of_word(report.fillers if report else ())
    signs = deque(sorted(_signs(report), key=lambda sign: sign.start_s or 0.0))
    last_needed = _last_needed(words, report)
    for index, word in enumerate(words):
        while signs and _is_before(signs[0], word):
            yield replace(signs.popleft(), is_extra=index > last_needed + 1)
        if index == last_needed + 1:
            yield _stop_sign(could_stop_s(report))
        text = " ".join(word.text.split())
        yield TranscriptPiece(
            PieceKind.WORD, text, word.start_s, word.end_s, by_word.get(index), index > last_needed, index
        )
    yield from signs


def _filler_of_word(fillers: Iterable[Filler]) -> Mapping[int, Filler]:
    return {
        index: filler
        for filler in fillers
        if filler.word_index is not None
        for index in range(filler.word_index, filler.word_index + max(1, filler.word_count))
    }


def _last_needed(words: Sequence[Word | ReportedWord], report: AnswerReport | None) -> int:
    """The index of the last word of the complete answer; past the end if nothing could have been left out."""
    if report is None or report.rambling is None or not report.rambling.flag:
        return len(words)
    if report.rambling.could_stop_word is not None:
        return report.rambling.could_stop_word
    stop_s = report.rambling.could_stop_s
    if stop_s is None:
        return len(words)
    return sum(1 for word in words if (middle := _middle(word)) is not None and middle <= stop_s) - 1


def _signs(report: AnswerReport | None) -> Iterator[TranscriptPiece]:
    """What stands between the words: sounds that only the recording has, and pauses."""
    if report is None:
        return
    for filler in report.fillers:
        if filler.word_index is None and filler.start_s is not None:
            yield TranscriptPiece(PieceKind.HEARD_SOUND, filler.text, filler.start_s, filler.end_s, filler)
    for pause in report.pauses or ():
        length_s = pause.end_s - pause.start_s
        if length_s >= SHOWN_PAUSE_S:
            text = f"· {length_s:.1f} s ·".replace(" ", "\N{NO-BREAK SPACE}")
            yield TranscriptPiece(PieceKind.PAUSE, text, pause.start_s, pause.end_s)


def _stop_sign(stop_s: float | None) -> TranscriptPiece:
    words = "You could have stopped here"
    return TranscriptPiece(PieceKind.STOP, words if stop_s is None else f"{words} · {clock(stop_s)}", stop_s, stop_s)


def _is_before(sign: TranscriptPiece, word: Word | ReportedWord) -> bool:
    middle = _middle(word)
    return middle is not None and sign.start_s is not None and sign.start_s <= middle


def _middle(word: Word | ReportedWord) -> float | None:
    return None if word.start_s is None or word.end_s is None else (word.start_s + word.end_s) / 2
