"""The words of an answer with what was found in them, piece by piece, for any page. No Qt, no judgement."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from simulator.analysis.report import AnswerReport, Filler, FillerKind, ReportedTranscript, ReportedWord
from simulator.transcript import Transcript, Word
from simulator.word_corrections import WordChange
from ui.words.times import clock, counted

SHOWN_PAUSE_S: Final = 1.0
LEAD_IN_S: Final = 0.5  # a flag plays from half a second before, so that one hears what led to it
NOT_A_FILLER: Final = "Not a filler"
MARK_AS_FILLER: Final = "Mark as filler"
CORRECT_WORD: Final = "Correct"
JOIN_WORDS: Final = "Join with the next word"
DELETE_WORD: Final = "Delete"
BRING_ALL_BACK: Final = "Restore the words as heard"
BRING_ALL_TYPED_BACK: Final = "Restore the words as typed"
CHOOSE_A_WORD: Final = "Choose a word to play it. You can then correct it or say whether it is a filler."
CHOOSE_A_TYPED_WORD: Final = "Choose a word. You can then correct it or say whether it is a filler."
_SHOWN_HEARD: Final = 24
_PUNCTUATION: Final = ".,;:!?…\"'“”‘’()-–—"


class PieceKind(StrEnum):
    """What a piece of the text is."""

    WORD = "word"
    HEARD_SOUND = "heard sound"  # an "um" that only the sound has; the words passed over it
    PAUSE = "pause"
    STOP = "stop"  # the marker: you could have stopped here
    DELETED = "deleted"  # words that were heard or typed and that the user took out


@dataclass(frozen=True, slots=True)
class TranscriptPiece:
    """One word, or one sign between words.

    Times are None for a typed answer. `play_from_s` is where to listen from. `filler` is the filler the piece belongs
    to; pieces of one filler share one object. `is_extra`: this part could have been left out. `word_index` points into
    the words shown, for a word. `change` is what the user put right there.
    """

    kind: PieceKind
    text: str
    start_s: float | None
    end_s: float | None
    filler: Filler | None = None
    is_extra: bool = False
    word_index: int | None = None
    change: WordChange | None = None

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


def marked_words(
    transcript: Transcript | None, report: AnswerReport | None, changes: Sequence[WordChange] = ()
) -> tuple[TranscriptPiece, ...]:
    """The answer as pieces in order of time; without a report the plain words.

    Words that the report is not of, as they were put right since, keep the marks of the time they are said in. Where
    `changes` are given, what was deleted has a sign of its own.
    """
    report = at_words(transcript, report)
    words: Sequence[Word | ReportedWord] = report.transcript.words if report else ()
    words = words or (transcript.words if transcript is not None else ())
    pieces = _with_changes(_pieces(words, report), changes)
    return tuple(_untimed(pieces) if _is_typed(report) else pieces)


def flag_action(piece: TranscriptPiece) -> str:
    """What the user can do to the flag of this piece."""
    return NOT_A_FILLER if piece.filler is not None else MARK_AS_FILLER


def can_be_flagged(piece: TranscriptPiece) -> bool:
    """Whether it was said, so that it may be a filler or not."""
    return piece.kind not in (PieceKind.DELETED, PieceKind.PAUSE)


def bring_back_action(change: WordChange) -> str:
    """What brings the machine's words back."""
    heard = change.heard_text
    return f"Restore “{heard if len(heard) <= _SHOWN_HEARD else heard[:_SHOWN_HEARD].rstrip() + '…'}”"


def changes_words(changes: Sequence[WordChange], *, is_judged: bool) -> str:
    """What is said below an answer whose words were put right; nothing of one whose words stand as heard."""
    if not is_judged:
        return "Judging the corrected words…"
    return f"{counted(len(changes), 'correction')} by you" if changes else ""


def piece_words(piece: TranscriptPiece, said: str = "") -> str:
    """What is said of a chosen piece: the words, when they were said, what they count as, and what else is `said`."""
    first, last = piece.bare
    text = piece.text[first:last] if piece.filler is None else piece.filler.text
    moment = "" if piece.start_s is None else f" at {clock(piece.start_s)}"
    if piece.kind is PieceKind.PAUSE:
        return f"A pause of {piece.text.strip('· ')}{moment}"
    if piece.kind is PieceKind.DELETED and piece.change is not None:
        return f"“{piece.change.heard_text}”{moment}: deleted by you"
    if piece.change is not None:
        moment += f", {'typed' if piece.start_s is None else 'heard'} as “{piece.change.heard_text}”"
    if piece.filler is None:
        return f"“{text}”{moment}{': ' if said else ''}{said}"
    kind = {"sound": "a filler sound", "word": "a filler word", "repeat": "a repeat"}[piece.filler.kind]
    return f"“{text}”{moment}: {kind}{', marked by you' if piece.filler.by_user else ''}{'; ' if said else ''}{said}"


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


def at_words(transcript: Transcript | None, report: AnswerReport | None) -> AnswerReport | None:
    """The report itself if it is of these words; until there is one, its marks at what is said at the same time.

    Words that were typed have no time, and no marks until then.
    """
    if transcript is None or report is None or report.is_of(transcript):
        return report
    words = tuple(ReportedWord(word.text, word.start_s, word.end_s) for word in transcript.words)
    if _is_typed(report):
        words = tuple(ReportedWord(word.text, None, None) for word in words)
    fillers = tuple(moved for filler in report.fillers if (moved := _moved_filler(filler, words)) is not None)
    rambling = replace(report.rambling, could_stop_word=None) if report.rambling else None
    reported = ReportedTranscript(transcript.text, words)
    return replace(report, transcript=reported, fillers=fillers, rambling=rambling)


def _is_typed(report: AnswerReport | None) -> bool:
    return report is not None and any(word.start_s is None for word in report.transcript.words)


def _untimed(pieces: Iterable[TranscriptPiece]) -> Iterator[TranscriptPiece]:
    return (replace(piece, start_s=None, end_s=None) for piece in pieces)


def _moved_filler(filler: Filler, words: Sequence[ReportedWord]) -> Filler | None:
    """The filler at the words in its time; None where they are gone. A sound that no word has stays where it is."""
    if filler.word_index is None or filler.start_s is None or filler.end_s is None:
        return filler if filler.word_index is None else None
    middles = (_middle(word) for word in words)
    inside = [index for index, at_s in enumerate(middles) if at_s and filler.start_s <= at_s <= filler.end_s]
    return replace(filler, word_index=inside[0], word_count=len(inside)) if inside else None


def _with_changes(pieces: Iterable[TranscriptPiece], changes: Sequence[WordChange]) -> Iterator[TranscriptPiece]:
    """The pieces with what was put right: words know it, and before the word after them come those that are gone."""
    gone = deque(change for change in changes if not change.word_count)
    by_word = {index: one for one in changes for index in range(one.word_index, one.end_index)}
    is_extra = False
    for piece in pieces:
        while gone and piece.word_index is not None and gone[0].word_index <= piece.word_index:
            yield _deleted(gone.popleft(), is_extra=piece.is_extra)
        change = None if piece.word_index is None else by_word.get(piece.word_index)
        is_extra = piece.is_extra
        yield piece if change is None else replace(piece, change=change)
    yield from (_deleted(change, is_extra=is_extra) for change in gone)


def _deleted(change: WordChange, *, is_extra: bool) -> TranscriptPiece:
    text = f"[{change.heard_text}]"
    first, last = change.heard[0], change.heard[-1]
    return TranscriptPiece(PieceKind.DELETED, text, first.start_s, last.end_s, is_extra=is_extra, change=change)


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
