"""Interviews as plain text, to be pasted into a mail or a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.words.session_summary import session_figures, session_start, session_title
from ui.words.session_text import answer_lines

if TYPE_CHECKING:
    from ui.reports.contents import ReportContents, ReportedSession


def plain_text(report: ReportContents) -> str:
    """All of it, with an empty line before each answer."""
    return "\n\n\n".join("\n".join(_lines(session)) for session in report.sessions) + "\n"


def _lines(session: ReportedSession) -> Iterator[str]:
    yield session_title(session.summary)
    yield f"{session_start(session.summary)} · {session_figures(session.summary)}"
    for answer in session.answers:
        yield from answer_lines(answer.record, answer.outcome)
