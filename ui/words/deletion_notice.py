"""What is said of a session before it is deleted, and after. No Qt; deletes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.store.records import AnswerRecord, SessionSummary
from ui.words.session_summary import session_start, session_title
from ui.words.times import counted

NOBODY_TO_ASK: Final = "Nothing was deleted: confirmation needs a terminal. Add --yes if you are sure."
NOTHING_DELETED: Final = "Nothing was deleted."
DELETED: Final = "Deleted."
FOR_GOOD: Final = "Delete this for good?"


def what_goes(session: SessionSummary, answers: Sequence[AnswerRecord]) -> str:
    """The session and how much of it there is, in one line without a stop."""
    recordings = sum(answer.file_name is not None for answer in answers)
    notes = sum(bool(answer.note) for answer in answers)
    parts = [counted(session.answer_count, "answer"), counted(recordings, "recording")]
    parts += [counted(notes, "note")] if notes else []
    title = f"{session_title(session)}, {session_start(session)}" if session.is_readable else session_title(session)
    return f"{title}: {', '.join(parts)}"


def session_deleted(session: SessionSummary, answers: Sequence[AnswerRecord]) -> str:
    """That a session is deleted, while that can be undone."""
    return f"Interview deleted. {what_goes(session, answers)}."


def answer_deleted(answer: AnswerRecord) -> str:
    """That an answer is deleted, while that can be undone."""
    sound = "The answer and its recording have been deleted" if answer.file_name else "The answer has been deleted"
    return f"{sound}: {answer.question.text}"


def copies_left(copies: Sequence[Path]) -> str:
    """That copies of the library may hold the session still; nothing if there are none."""
    if not copies:
        return ""
    names = ", ".join(copy.name for copy in copies)
    return f"Older copies of the library may still contain it: {names}. Delete them yourself if you want to."
