"""An answer as every report shows it, sentence by sentence: HTML, PDF and Markdown only arrange this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from simulator.question_record import is_weak
from ui.words.answer_title import AnswerState, sentence_of, state_of, title_of
from ui.words.key_point_verdicts import ShownPoint, read_next, shown_points
from ui.words.marked_transcript import PieceKind, TranscriptPiece, changes_words, marked_words
from ui.words.recording_gaps import gap_words
from ui.words.shown_advice import ShownAdvice, shown_advice
from ui.words.shown_measures import ShownMeasure, also_measured, five_measures
from ui.words.times import clock

if TYPE_CHECKING:
    from simulator.analysis.report import RedFlagHeard
    from simulator.drills.outcome import Outcome
    from simulator.store.records import AnswerRecord
    from ui.reports.contents import ReportedAnswer


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces of the transcript that stand together; `is_extra`: all of them could have been left out."""

    is_extra: bool
    pieces: tuple[TranscriptPiece, ...]


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """Whatever is empty is not shown. `place` says which question it was; `changes` how many words were corrected."""

    id: int
    place: str
    question: str
    code: str
    verdict: str
    sentence: str
    outcome: Outcome | None
    advice: tuple[ShownAdvice, ...]
    measures: tuple[ShownMeasure, ...]
    also: str
    sound: str
    sound_note: str
    gaps: str
    transcript: tuple[Stretch, ...]
    changes: str
    points: tuple[ShownPoint, ...]
    red_flags: tuple[RedFlagHeard, ...]
    read_next: str
    note: str
    model_answer: tuple[str, ...]


def shown_answer(answer: ReportedAnswer) -> ShownAnswer:
    """What is shown of `answer`."""
    record, report = answer.record, answer.record.report
    return ShownAnswer(
        id=record.id,
        place=place_of(record),
        question=record.question.text,
        code=record.question.code or "",
        verdict=title_of(record),
        sentence=sentence_of(record),
        outcome=answer.outcome,
        advice=_advice(record),
        measures=five_measures(record),
        also=" · ".join(also_measured(report)) if report else "",
        sound=answer.sound,
        sound_note=answer.sound_note,
        gaps=gap_words(record.gaps),
        transcript=_stretches(record),
        changes=changes_words(record.word_changes, is_judged=_is_judged(record)) if record.word_changes else "",
        points=shown_points(report, record.question.key_points) if report else (),
        red_flags=(report.red_flags or ()) if report else (),
        read_next=read_next(record.question.shelf) if report and is_weak(report) else "",
        note=record.note,
        model_answer=tuple(record.question.model_answer.splitlines()),
    )


def place_of(record: AnswerRecord) -> str:
    """ "Question 2, follow-up 1, attempt 2"."""
    follow_up = f", follow-up {record.rung}" if record.rung else ""
    attempt = f", attempt {record.attempt}" if record.attempt > 1 else ""
    return f"Question {record.position + 1}{follow_up}{attempt}"


def moment_words(at_s: float | None) -> str:
    """Where it can be heard, as on a clock; empty where nothing can be heard."""
    return "" if at_s is None else clock(at_s)


def _advice(record: AnswerRecord) -> tuple[ShownAdvice, ...]:
    """Nothing where the sentence says it already."""
    is_advised = state_of(record) in (AnswerState.JUDGED, AnswerState.BRIEF)
    return shown_advice(record.report) if record.report is not None and is_advised else ()


def _stretches(record: AnswerRecord) -> tuple[Stretch, ...]:
    words = record.transcript if record.report is None else record.words_in_use
    pieces: Sequence[TranscriptPiece] = marked_words(words, record.report, record.word_changes)
    if not pieces and record.typed:
        pieces = (TranscriptPiece(PieceKind.WORD, record.typed, None, None),)
    grouped = groupby(pieces, key=lambda piece: piece.is_extra)
    return tuple(Stretch(is_extra, tuple(group)) for is_extra, group in grouped)


def _is_judged(record: AnswerRecord) -> bool:
    """Whether the report is of the words as they stand."""
    words = record.words_in_use
    return record.report is None or words is None or record.report.is_of(words)
