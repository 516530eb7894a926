"""Interviews as one page for any browser, loading nothing from elsewhere. Jinja escapes every word in it; no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ui.reports.shown_answer import ShownAnswer, moment_words, shown_answer
from ui.words.session_summary import session_figures, session_start, session_title

if TYPE_CHECKING:
    from ui.reports.contents import ReportContents, ReportedSession

_TEMPLATES: Final = Path(__file__).parent / "templates"
_SHAPES: Final = {"": "", "green": "● ", "amber": "▲ ", "red": "■ "}


def html_page(report: ReportContents) -> Iterator[str]:
    """The page, part by part. `sound` of each answer is an address relative to the page, or holds the sound itself."""
    sessions = (_shown(session) for session in report.sessions)
    return environment().get_template("page.html").generate(report=report, sessions=sessions)


@cache
def environment() -> Environment:
    """The templates of all pages, with autoescape for every one of them."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "title": session_title,
        "start": session_start,
        "figures": session_figures,
        "moment": moment_words,
        "shape": _SHAPES.__getitem__,
    }
    return made


def _shown(session: ReportedSession) -> dict[str, Any]:
    answers: tuple[ShownAnswer, ...] = tuple(shown_answer(one) for one in session.answers)
    return {"summary": session.summary, "answers": answers}
