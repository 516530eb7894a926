"""What is said of a whole session in few words: its title, its day, its figures. No Qt; works nothing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from question_bank.labels import role_label, round_label
from simulator.unknown_question import UNKNOWN_QUESTION
from ui.words.times import counted, day_and_month, full_day, time_of_day

if TYPE_CHECKING:
    from simulator.store.records import SessionSummary


def session_title(session: SessionSummary) -> str:
    """The user's own name for it; without one, role and what was practised."""
    if not session.is_readable:
        return f"Interview {session.id} cannot be read"
    return session.name or own_title(session)


def own_title(session: SessionSummary) -> str:
    """Role and what was practised: "ML engineer · Machine learning", "Data scientist · Hold the silence"."""
    if session.is_taken_in:
        return f"Recordings added, {day_and_month(session.started_at.astimezone().date())}"
    role = role_label(session.role) if session.role else "Any role"
    return f"{role} · {_practised(session)}"


def session_start(session: SessionSummary) -> str:
    """The whole date and the time: "Thursday 19 November 2026, 18:30"."""
    if not session.is_readable:
        return "Whatever can still be read is shown. You can delete this interview."
    return f"{full_day(session.started_at.astimezone().date())}, {time_of_day(session.started_at)}"


def session_figures(session: SessionSummary) -> str:
    """How the session went; what was not measured is left out."""
    if not session.is_readable:
        return counted(session.answer_count, "answer")
    parts = [counted(session.answer_count, "answer")]
    if session.follow_up_count:
        parts.append(counted(session.follow_up_count, "follow-up"))
    if session.timed_answers:
        parts.append(f"{within_target(session)} within target")
    if session.filler_sounds_per_minute is not None:
        parts.append(f"{session.filler_sounds_per_minute:.1f} filler sounds per minute")
    return " · ".join(parts)


def within_target(session: SessionSummary) -> str:
    """How many of the answers whose length was measured kept to their target: "3 of 5"."""
    return f"{session.within_target} of {session.timed_answers}"


def session_spoken(session: SessionSummary, day: str) -> str:
    """The session as a screen reader says it, with the words for its day."""
    if not session.is_readable:
        return session_title(session)
    return f"{session_title(session)}, {day}, {time_of_day(session.started_at)}. {session_figures(session)}"


def _practised(session: SessionSummary) -> str:
    if session.drill is not None:
        return session.drill.label
    if session.round is not None:
        return round_label(session.round)
    if set(session.question_texts) == {UNKNOWN_QUESTION.text}:
        return "Recovered recordings"
    return "Whole loop" if session.is_loop else "Chosen questions"
