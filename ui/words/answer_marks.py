"""What is marked in an answer, in its sound and in its words: of which kind, where, and what is said of it. No Qt.

Which words are fillers, and where the sign "you could have stopped here" stands, `marked_transcript` shows as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from question_bank.models import Question
from simulator.analysis.report import AnswerReport, Filler, ReportedWord
from simulator.transcript import Transcript, Word
from ui.words.marked_transcript import (
    SHOWN_PAUSE_S,
    PieceKind,
    TranscriptPiece,
    at_words,
    could_stop_s,
    flag_starts,
)
from ui.words.times import clock, counted

_QUOTED_LETTERS: Final = 70


class MarkKind(StrEnum):
    """Kinds of marks, in the order of the legend."""

    FILLER = "filler"
    REPEAT = "repeat"
    PAUSE = "pause"
    HEDGE = "hedge"
    CONTRARY = "contrary"
    RAMBLING = "rambling"
    STOP = "stop"


KIND_NAMES: Final[dict[MarkKind, str]] = {
    MarkKind.FILLER: "Fillers",
    MarkKind.REPEAT: "Repeats",
    MarkKind.PAUSE: "Long pauses",
    MarkKind.HEDGE: "Hedges",
    MarkKind.CONTRARY: "Opposite of a key point",
    MarkKind.RAMBLING: "Rambling",
    MarkKind.STOP: "Could have stopped here",
}
STRETCHES: Final = frozenset({MarkKind.HEDGE, MarkKind.CONTRARY, MarkKind.RAMBLING})
"""Kinds that lie over words, whatever else these are."""

_ONE_AND_MANY: Final[dict[MarkKind, tuple[str, str]]] = {
    MarkKind.FILLER: ("filler", "fillers"),
    MarkKind.REPEAT: ("repeat", "repeats"),
    MarkKind.PAUSE: ("long pause", "long pauses"),
    MarkKind.HEDGE: ("hedge", "hedges"),
    MarkKind.CONTRARY: ("statement of the opposite", "statements of the opposite"),
    MarkKind.RAMBLING: ("rambling stretch", "rambling stretches"),
}


@dataclass(frozen=True, slots=True)
class AnswerMark:
    """One mark. Times are None for a typed answer; `word_index` is None for what lies between the words.

    `said` is what a screen reader says of the words it lies over: "a hedge".
    """

    kind: MarkKind
    start_s: float | None
    end_s: float | None
    word_index: int | None = None
    word_count: int = 0
    said: str = ""

    @property
    def words(self) -> range:
        """The indexes of the words it lies over."""
        first = self.word_index
        return range(0) if first is None else range(first, first + self.word_count)


def marks_of(transcript: Transcript | None, report: AnswerReport | None, question: Question) -> tuple[AnswerMark, ...]:
    """Everything marked in an answer, kind by kind, each in order; nothing without a report.

    What rests on words that were put right since is left out until they are judged, but for what sounds the same.
    """
    shown = at_words(transcript, report)
    if report is None or shown is None:
        return ()
    words = shown.transcript.words
    is_judged = shown is report
    stop_s = could_stop_s(report)
    return (
        *(_of_filler(filler) for filler in shown.fillers),
        *(
            AnswerMark(MarkKind.PAUSE, pause.start_s, pause.end_s)
            for pause in report.pauses or ()
            if pause.end_s - pause.start_s >= SHOWN_PAUSE_S
        ),
        *_hedges(words),
        *(_contrary(report, question) if is_judged else ()),
        *(_rambling(report) if is_judged else ()),
        *(() if stop_s is None else (AnswerMark(MarkKind.STOP, stop_s, stop_s),)),
    )


def counts_of(marks: Sequence[AnswerMark]) -> dict[MarkKind, int]:
    """How many marks there are of each kind that is there, in the order of the legend."""
    counts = Counter(mark.kind for mark in marks)
    return {kind: counts[kind] for kind in MarkKind if counts[kind]}


def counts_words(marks: Sequence[AnswerMark]) -> str:
    """The counts as a screen reader says them: "7 fillers, 2 long pauses"; empty without a mark."""
    counts = counts_of(marks)
    return ", ".join(counted(counts[kind], *names) for kind, names in _ONE_AND_MANY.items() if kind in counts)


def sound_words(duration_s: float, marks: Sequence[AnswerMark]) -> str:
    """What is marked in a recording: "1:20 recorded, 3 fillers, 1 long pause, complete at 1:02"."""
    stop_s = next((mark.start_s for mark in marks if mark.kind is MarkKind.STOP), None)
    complete = "" if stop_s is None else f"complete at {clock(stop_s)}"
    return ", ".join(part for part in (f"{clock(duration_s)} recorded", counts_words(marks), complete) if part)


def said_of(marks: Sequence[AnswerMark], word_index: int | None) -> str:
    """What is said of a word by the marks that lie over it: "a hedge; rambling: …"; empty if there are none."""
    over = (mark for mark in marks if word_index in mark.words and mark.said)
    return "; ".join(dict.fromkeys(mark.said for mark in over))


def shown_starts(
    pieces: Sequence[TranscriptPiece], marks: Sequence[AnswerMark], hidden: Collection[MarkKind]
) -> tuple[float, ...]:
    """Where what is flagged and the long pauses begin, in seconds and in order, without the `hidden` kinds."""
    shown = [piece for piece in pieces if _kind_of(piece) not in hidden]
    kinds = (STRETCHES | {MarkKind.PAUSE}) - frozenset(hidden)
    over = (mark.start_s for mark in marks if mark.kind in kinds)
    return tuple(sorted({*flag_starts(shown), *(start_s for start_s in over if start_s is not None)}))


def _kind_of(piece: TranscriptPiece) -> MarkKind | None:
    if piece.kind is PieceKind.STOP:
        return MarkKind.STOP
    if piece.filler is None:
        return None
    return MarkKind.REPEAT if piece.filler_kind == "repeat" else MarkKind.FILLER


def _of_filler(filler: Filler) -> AnswerMark:
    kind = MarkKind.REPEAT if filler.kind == "repeat" else MarkKind.FILLER
    return AnswerMark(kind, filler.start_s, filler.end_s, filler.word_index, filler.word_count)


def _hedges(words: Sequence[ReportedWord]) -> Iterator[AnswerMark]:
    from simulator.analysis.content import hedges
    from simulator.analysis.utterance import Utterance

    timed = [
        Word(one.text, one.start_s, one.end_s) for one in words if one.start_s is not None and one.end_s is not None
    ]
    is_timed = bool(words) and len(timed) == len(words)
    if is_timed:
        utterance = Utterance.of(Transcript(timed[-1].end_s, tuple(timed)))
    else:
        utterance = Utterance.typed_words(one.text for one in words)
    for hedge in hedges(utterance):
        yield _over(MarkKind.HEDGE, words, range(hedge.first, hedge.last + 1), "a hedge")


def _contrary(report: AnswerReport, question: Question) -> Iterator[AnswerMark]:
    texts = {point.id: point.text for point in question.key_points}
    for point in report.contrary_points:
        if point.words:
            said = f"the opposite of “{_short(texts.get(point.id, 'a key point'))}”"
            yield _over(MarkKind.CONTRARY, report.transcript.words, point.words, said)


def _rambling(report: AnswerReport) -> Iterator[AnswerMark]:
    """Where there is no flag, a rule that was broken is no matter."""
    rambling = report.rambling
    for reason in rambling.reasons if rambling is not None and rambling.flag else ():
        said = f"rambling: {reason.why}"
        if reason.word_index is not None and reason.word_count:
            words = range(reason.word_index, reason.word_index + reason.word_count)
            yield _over(MarkKind.RAMBLING, report.transcript.words, words, said)
        elif reason.start_s is not None and reason.end_s is not None:
            yield _within(report.transcript.words, reason.start_s, reason.end_s, said)


def _within(words: Sequence[ReportedWord], start_s: float, end_s: float, said: str) -> AnswerMark:
    """Of a report from before reasons knew their words."""
    inside = [index for index, word in enumerate(words) if _lies_within(word, start_s, end_s)]
    if not inside:
        return AnswerMark(MarkKind.RAMBLING, start_s, end_s, said=said)
    return _over(MarkKind.RAMBLING, words, range(inside[0], inside[-1] + 1), said)


def _lies_within(word: ReportedWord, start_s: float, end_s: float) -> bool:
    return word.start_s is not None and word.end_s is not None and start_s <= (word.start_s + word.end_s) / 2 <= end_s


def _over(kind: MarkKind, words: Sequence[ReportedWord], over: range, said: str) -> AnswerMark:
    inside = words[over.start : over.stop]
    start_s, end_s = (inside[0].start_s, inside[-1].end_s) if inside else (None, None)
    return AnswerMark(kind, start_s, end_s, over.start, len(inside), said)


def _short(text: str) -> str:
    text = text.rstrip(".")
    return text if len(text) <= _QUOTED_LETTERS else f"{text[:_QUOTED_LETTERS].rstrip()}…"
