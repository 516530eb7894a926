"""Rows to values and back: the only place that knows how a column holds a question, a moment or a figure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from question_bank.models import Question, Role, Round
from simulator.analysis.measures import Measure
from simulator.analysis.report import AnswerReport
from simulator.drills.catalogue import drill_by_id
from simulator.gap import Gap
from simulator.store import remains
from simulator.store.records import AnswerId, AnswerRecord, AnswerStatus, SessionId, SessionSummary
from simulator.transcript import Transcript
from simulator.typed_text import typed_words
from simulator.unknown_question import UNREADABLE_QUESTION
from simulator.word_corrections import WordChange, WordCorrection, put_right

if TYPE_CHECKING:
    from simulator.interview.plan import SessionPlan

_COLUMNS: Final = {
    "filler_sounds_per_minute": Measure.FILLER_SOUNDS,
    "filler_words_per_minute": Measure.FILLER_WORDS,
    "words_per_minute": Measure.WORDS_PER_MINUTE,
    "articulation_wpm": Measure.ARTICULATION_RATE,
    "time_to_point_s": Measure.TIME_TO_POINT,
}
"""The columns of plain numbers, which lists and curves read."""

ANSWER: Final = """answers.*, (
    SELECT json_group_array(CAST(correction AS TEXT))
    FROM (SELECT correction FROM word_corrections WHERE answer_id = answers.id ORDER BY id)
) AS word_corrections, (
    SELECT json_group_array(json_object('at_s', at_s, 'lasted_s', lasted_s))
    FROM (
        SELECT at_s, lasted_s FROM gaps
        WHERE answer_id = answers.id AND at_s BETWEEN 0 AND 1e9 AND lasted_s BETWEEN 0 AND 1e9
        ORDER BY at_s, id
    )
) AS gaps"""
"""The columns of which `answer_of` makes an answer. No value makes SQLite refuse: that would cost the whole interview.

Corrections are texts in a list, each read by itself; a gap that is nowhere, or of no length, is passed over.
"""
UNREADABLE: Final = (*remains.NO_VALUE, msgspec.MsgspecError)
"""What a row raises that does not hold what was written into it."""

Row = Mapping[str, Any]
Value = TypeVar("Value")


def to_json(value: object) -> str:
    """A dataclass, or a tuple of them, as JSON text."""
    return msgspec.json.encode(value).decode()


def from_json(text: str, kind: type[Value]) -> Value:
    """The value that `to_json` wrote. Raises msgspec.ValidationError if `text` holds no `kind`."""
    return msgspec.json.decode(text, type=kind)


def question_from(text: str) -> Question:
    """The question that `to_json` wrote, now or when red flags were plain sentences."""
    return questions_from(f"[{text}]")[0]


def questions_from(text: str) -> tuple[Question, ...]:
    """A list of them likewise. Raises msgspec.ValidationError if `text` holds none."""
    try:
        return from_json(text, tuple[Question, ...])
    except msgspec.ValidationError:
        written = json.loads(text)
        for question in written:
            question["red_flags"] = [_flag(flag) for flag in question.get("red_flags", ())]
        return msgspec.convert(written, tuple[Question, ...])


def moment(at: datetime) -> str:
    """`at` in UTC, ISO 8601. Raises ValueError for a time without a zone: whose wall clock would it be?"""
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return at.astimezone(UTC).isoformat()


def answer_of(row: Row) -> AnswerRecord:
    """A row of `answers` with the columns of `ANSWER`, or what can still be read of it."""
    try:
        return _answer_of(row)
    except UNREADABLE:
        question = _or_none(partial(question_from, row["question"]))
        transcript = _or_none(partial(_maybe, row["transcript"], Transcript))
        return remains.of_answer(row, question or UNREADABLE_QUESTION, transcript)


def _answer_of(row: Row) -> AnswerRecord:
    return AnswerRecord(
        id=AnswerId(row["id"]),
        session_id=SessionId(row["session_id"]),
        position=remains.whole(row["position"]),
        attempt=remains.whole(row["attempt"]),
        question=question_from(row["question"]),
        status=AnswerStatus(row["status"]),
        file_name=remains.take_name(row["file_name"]),
        samples=remains.whole_or_none(row["samples"]),
        byte_count=remains.whole_or_none(row["byte_count"]),
        sha256=remains.text_or_none(row["sha256"]),
        started_at=remains.moment_in(row["started_at"]),
        transcript=_maybe(row["transcript"], Transcript),
        report=_maybe(row["report"], AnswerReport),
        failure=remains.text_or_none(row["failure"]),
        note=remains.text(row["note"]),
        rung=remains.whole(row["rung"]),
        word_changes=_word_changes(row),
        gaps=from_json(row["gaps"], tuple[Gap, ...]),
        typed=remains.text(row["transcript_text"]) if row["file_name"] is None else "",
        typed_words=_typed_words(row),
    )


def new_answer_columns(
    session: SessionId, question: Question, position: int, rung: int, started_at: datetime
) -> dict[str, object]:
    """What is kept of an answer from its beginning; a first try unless something else is said beside it."""
    return {
        "session_id": session,
        "position": position,
        "rung": rung,
        "attempt": 1,
        "started_at": moment(started_at),
        "question_id": question.id,
        "question_text": question.text,
        "kind": question.kind,
        "question": to_json(question),
    }


def plan_columns(plan: SessionPlan) -> dict[str, object]:
    """What is kept of a plan."""
    return {
        "role": plan.role,
        "round": plan.round,
        "seed": plan.seed,
        "is_strict": plan.strict,
        "drill": plan.drill.id if plan.drill else None,
        "rounds": to_json(plan.rounds),
        "questions": to_json(plan.questions),
    }


def plan_of(row: Row) -> SessionPlan:
    """The plan in a row of `sessions`."""
    from simulator.interview.plan import SessionPlan

    return SessionPlan(
        role=Role(row["role"]) if row["role"] else None,
        round=Round(row["round"]) if row["round"] else None,
        questions=questions_from(row["questions"]),
        seed=row["seed"],
        strict=bool(row["is_strict"]),
        drill=drill_by_id(row["drill"]) if row["drill"] else None,
        rounds=from_json(row["rounds"], tuple[Round, ...]),
    )


def summary_of(row: Row) -> SessionSummary:
    """A row of `session_figures`, with the JSON list `question_texts` beside it, or what can still be read of it."""
    try:
        return _summary_of(row)
    except UNREADABLE:
        return remains.of_session(row)


def _summary_of(row: Row) -> SessionSummary:
    return SessionSummary(
        id=SessionId(row["id"]),
        started_at=remains.moment_in(row["started_at"]),
        ended_at=remains.moment_in(row["ended_at"]) if row["ended_at"] else None,
        role=Role(row["role"]) if row["role"] else None,
        round=Round(row["round"]) if row["round"] else None,
        answer_count=remains.whole(row["answer_count"]),
        question_texts=tuple(json.loads(row["question_texts"])),
        within_target=remains.whole(row["within_target"]),
        timed_answers=remains.whole(row["timed_answers"]),
        answered_s=remains.measured(row["answered_s"]) or 0.0,
        filler_sounds_per_minute=remains.measured(row["filler_sounds_per_minute"]),
        words_per_minute=remains.measured(row["words_per_minute"]),
        time_to_point_s=remains.measured(row["time_to_point_s"]),
        key_points_covered=remains.whole(row["key_points_covered"]),
        key_points_asked=remains.whole(row["key_points_asked"]),
        follow_up_count=remains.whole(row["follow_up_count"]),
        drill=drill_by_id(row["drill"]) if row["drill"] else None,
        is_loop=row["rounds"] != to_json(()),
        mode="strict" if row["is_strict"] else "practice",
        name=row["name"] or "",
        tags=from_json(row["tags"], tuple[str, ...]) if row["tags"] else (),
        is_starred=bool(row["is_starred"]),
        is_taken_in=bool(row["is_taken_in"]),
    )


def transcript_columns(transcript: Transcript) -> dict[str, object]:
    """The transcript as JSON and as text to search; whatever failed before is forgotten."""
    return {
        "transcript": to_json(transcript),
        "transcript_text": transcript.text,
        "duration_s": transcript.duration_s,
        "failure": None,
    }


def report_columns(report: AnswerReport) -> dict[str, object]:
    """The report as JSON, and its measures in columns of their own; what was not measured is NULL.

    `duration_s` is how long the answer was; where that was not measured, how long its recording is.
    """
    points = report.key_points
    return {
        "report": to_json(report),
        "transcript_text": report.transcript.text,
        "analysis_version": report.analysis_version,
        "duration_s": report.duration_s if report.answer_s is None else report.answer_s,
        "speech_s": report.speech_s,
        "over_s": report.length.over_s if report.length else None,
        **{column: measure.of(report) for column, measure in _COLUMNS.items()},
        "is_rambling": report.rambling.flag if report.rambling else None,
        "key_points_covered": report.covered_count if points is not None else None,
        "key_points_asked": len(points) if points is not None else None,
        "key_points_contrary": len(report.contrary_points),
    }


def _word_changes(row: Row) -> tuple[WordChange, ...]:
    return _words_put_right(row)[1]


def _words_put_right(row: Row) -> tuple[Transcript | None, tuple[WordChange, ...]]:
    """The corrected words and where they stand; None of an answer whose words stand as they were heard or typed."""
    heard = _maybe(row["uncorrected_transcript"], Transcript)
    if heard is None:
        return None, ()
    return put_right(heard, readable_corrections(from_json(row["word_corrections"], tuple[str, ...])))


def typed_in(row: Row) -> Transcript | None:
    """The words of a typed answer as they stand; None of any other, and while nothing is typed."""
    text = row["transcript_text"]
    is_typed = row["file_name"] is None and row["transcript"] is None and isinstance(text, str)
    return typed_words(text) if is_typed and text.strip() else None


def _typed_words(row: Row) -> Transcript | None:
    """Where they were put right, by the places of the words that were typed first: corrections find them there."""
    typed = typed_in(row)
    return None if typed is None else _words_put_right(row)[0] or typed


def readable_corrections(texts: Iterable[object]) -> tuple[WordCorrection, ...]:
    """Those of the corrections that `to_json` wrote that can still be read: one that cannot says nothing."""
    read = (_or_none(partial(_correction, text)) for text in texts)
    return tuple(correction for correction in read if correction is not None)


def _correction(text: object) -> WordCorrection:
    return from_json(remains.text(text), WordCorrection)


def _flag(written: object) -> object:
    return {"text": written} if isinstance(written, str) else written


def _maybe(text: str | None, kind: type[Value]) -> Value | None:
    return None if text is None else from_json(text, kind)


def report_in(text: str | None) -> AnswerReport | None:
    """The report that `to_json` wrote; None if there is none, or none that can be read."""
    return _or_none(partial(_maybe, text, AnswerReport))


def transcript_in(text: str | None) -> Transcript | None:
    """The transcript that `to_json` wrote; None if there is none, or none that can be read."""
    return _or_none(partial(_maybe, text, Transcript))


def _or_none(read: Callable[[], Value | None]) -> Value | None:
    try:
        return read()
    except UNREADABLE:
        return None
