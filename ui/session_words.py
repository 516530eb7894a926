"""What is said of a whole session in few words: its title, its day, its figures. No Qt; works nothing out."""

from __future__ import annotations

from question_bank.labels import role_label, round_label
from simulator.store.records import SessionSummary
from ui.clock_text import counted, full_day, time_of_day


def session_title(session: SessionSummary) -> str:
    """Role and round: "ML engineer · Machine learning"; a drill goes across rounds."""
    role = role_label(session.role) if session.role else "Any role"
    return f"{role} · {round_label(session.round) if session.round else 'Quick drill'}"


def session_start(session: SessionSummary) -> str:
    """The whole date and the time: "Thursday 19 November 2026, 18:30"."""
    return f"{full_day(session.started_at.astimezone().date())}, {time_of_day(session.started_at)}"


def session_figures(session: SessionSummary) -> str:
    """How the session went; what was not measured is left out."""
    parts = [counted(session.answer_count, "answer")]
    if session.answer_count:
        parts.append(f"{session.within_target} within target")
    if session.filler_sounds_per_minute is not None:
        parts.append(f"{session.filler_sounds_per_minute:.1f} filler sounds a minute")
    return " · ".join(parts)
