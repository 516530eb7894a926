"""What is left of a row that no longer holds what was written: every value that still reads, the rest neutral."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from math import isfinite
from pathlib import PurePath
from typing import Any, Final, TypeVar

from question_bank.models import Question
from simulator.store.records import AnswerId, AnswerRecord, AnswerStatus, SessionId, SessionSummary
from simulator.transcript import Transcript

NO_VALUE: Final = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""What Python raises for a value that is not what it should be."""
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_PLAIN_NAME: Final = re.compile(r"[\w-]+\.wav")
_YEARS: Final = range(1970, 9999)  # beyond them the clock on the wall cannot be told

T = TypeVar("T")


def of_answer(row: Mapping[str, Any], question: Question, transcript: Transcript | None) -> AnswerRecord:
    """A row of `answers` of which something cannot be read; its report is left out."""
    name = value_or(lambda: take_name(row["file_name"]), None)
    return AnswerRecord(
        id=AnswerId(row["id"]),
        session_id=SessionId(row["session_id"]),
        position=_whole(row["position"]),
        attempt=_whole(row["attempt"]),
        question=question,
        status=value_or(lambda: AnswerStatus(row["status"]), AnswerStatus.LOST),
        file_name=name,
        samples=_whole(row["samples"]),
        byte_count=_whole(row["byte_count"]),
        sha256=value_or(lambda: text_or_none(row["sha256"]), None),
        started_at=moment_or_epoch(row["started_at"])[0],
        transcript=transcript,
        note=value_or(lambda: text(row["note"]), ""),
        rung=_whole(row["rung"]),
        typed=value_or(lambda: text(row["transcript_text"]), "") if row["file_name"] is None else "",
        is_readable=False,
    )


def of_session(row: Mapping[str, Any]) -> SessionSummary:
    """A row of `session_figures` of which something cannot be read."""
    return SessionSummary(
        id=SessionId(row["id"]),
        started_at=moment_or_epoch(row["started_at"])[0],
        ended_at=None,
        role=None,
        round=None,
        answer_count=_whole(row["answer_count"]),
        question_texts=(),
        within_target=_whole(row["within_target"]),
        timed_answers=_whole(row["timed_answers"]),
        answered_s=0.0,
        is_readable=False,
    )


def take_name(value: object) -> str | None:
    """The name of a take, None for none. Raises ValueError for what leads out of the folder."""
    name = text_or_none(value)
    if name is None or _PLAIN_NAME.fullmatch(name):  # as all are that we give, of perhaps 100,000
        return name
    if name in ("", ".", "..") or PurePath(name).name != name or set(name) & {"\\", "\0"}:
        raise ValueError(f"not the name of a take: {name!r}")
    return name


def text(value: object) -> str:
    """`value`, which must be text. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError(f"not a text: {type(value).__name__}")
    return value


def text_or_none(value: object) -> str | None:
    """Likewise, or None."""
    return None if value is None else text(value)


def whole(value: object) -> int:
    """`value`, which must be a whole number. Raises TypeError."""
    if not isinstance(value, int):
        raise TypeError(f"not a whole number: {type(value).__name__}")
    return value


def whole_or_none(value: object) -> int | None:
    """Likewise, or None."""
    return None if value is None else whole(value)


def is_number(value: object) -> bool:
    """Whether it can be reckoned with."""
    return isinstance(value, int | float) and isfinite(value)


def measured(value: object) -> Any:
    """`value` if it can be reckoned with, else None, as everything that was not measured."""
    return value if is_number(value) else None


def moment_in(value: object) -> datetime:
    """The moment that `moment` wrote. Raises ValueError or TypeError."""
    at = datetime.fromisoformat(text(value))
    if at.tzinfo is None or at.year not in _YEARS:
        raise ValueError(f"not a moment: {value!r}")
    return at


def moment_or_epoch(value: object) -> tuple[datetime, bool]:
    """Likewise; the beginning of 1970 and False for what is none."""
    try:
        return moment_in(value), True
    except NO_VALUE:
        return EPOCH, False


def value_or(read: Callable[[], T], fallback: T) -> T:
    """What `read` gives, `fallback` if it cannot."""
    try:
        return read()
    except NO_VALUE:
        return fallback


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
