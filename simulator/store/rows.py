"""Rows to values and back: the only place that knows how a column holds a question, a moment or a figure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from question_bank.models import Question, Role, Round
from simulator.analysis.measures import Measure
from simulator.analysis.report import AnswerReport
from simulator.drills.catalogue import drill_by_id
from simulator.store import remains
from simulator.store.records import AnswerId, AnswerRecord, AnswerStatus, SessionId, SessionSummary
from simulator.transcript import Transcript
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
    SELECT json_group_array(json(correction))
    FROM (SELECT correction FROM word_corrections WHERE answer_id = answers.id ORDER BY id)
) AS word_corrections"""
"""The columns of which `answer_of` makes an answer."""
"""The rows of which `summary_of` makes summaries; a WHERE and an ORDER may follow."""
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
        position=row["position"],
        attempt=row["attempt"],
        question=question_from(row["question"]),
        status=AnswerStatus(row["status"]),
        file_name=remains.take_name(row["file_name"]),
        samples=row["samples"],
        byte_count=row["byte_count"],
        sha256=remains.text_or_none(row["sha256"]),
        started_at=remains.moment_in(row["started_at"]),
        transcript=_maybe(row["transcript"], Transcript),
        report=_maybe(row["report"], AnswerReport),
        failure=remains.text_or_none(row["failure"]),
        note=remains.text(row["note"]),
        rung=row["rung"],
        word_changes=_word_changes(row),
        typed=remains.text(row["transcript_text"]) if row["file_name"] is None else "",
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
        answer_count=row["answer_count"],
        question_texts=tuple(json.loads(row["question_texts"])),
        within_target=row["within_target"],
        timed_answers=row["timed_answers"],
        answered_s=row["answered_s"],
        filler_sounds_per_minute=row["filler_sounds_per_minute"],
        words_per_minute=row["words_per_minute"],
        time_to_point_s=row["time_to_point_s"],
        key_points_covered=row["key_points_covered"],
        key_points_asked=row["key_points_asked"],
        follow_up_count=row["follow_up_count"],
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
    heard = _maybe(row["uncorrected_transcript"], Transcript)
    if heard is None:
        return ()
    return put_right(heard, from_json(row["word_corrections"], tuple[WordCorrection, ...]))[1]


def _flag(written: object) -> object:
    return {"text": written} if isinstance(written, str) else written


def _maybe(text: str | None, kind: type[Value]) -> Value | None:
    return None if text is None else from_json(text, kind)


def report_in(text: str | None) -> AnswerReport | None:
    """The report that `to_json` wrote; None if there is none, or none that can be read."""
    return _or_none(partial(_maybe, text, AnswerReport))


def _or_none(read: Callable[[], Value | None]) -> Value | None:
    try:
        return read()
    except UNREADABLE:
        return None
