"""`viva-voce sessions`: past interviews, only ever looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from simulator.data_folder import DataFolder
from simulator.drills.drill import Drill
from simulator.kept_outcome import outcome_for
from simulator.store.errors import DatabaseGone, DatabaseMissing
from simulator.store.records import AnswerRecord, SessionId, SessionSummary
from ui.commands.output import say, say_json
from ui.commands.reading import library
from ui.words.session_text import answer_lines, session_line

if TYPE_CHECKING:
    from simulator.store.store import Store

_PAGE: Final = 50


def list_sessions(data_folder: DataFolder, search: str, *, as_json: bool) -> int:
    """Print every interview, the newest first, one a line."""
    is_any = False
    try:
        with library(data_folder) as store:
            for summary in _all(store, search):
                is_any = True
                say_json(_as_dict(summary)) if as_json else say(session_line(summary))
    except DatabaseGone:
        raise
    except DatabaseMissing:
        pass  # nobody has practised yet, which is no error
    if not is_any and not as_json:
        say("No interview found." if search else "No interviews yet.")
    return 0


def show_session(data_folder: DataFolder, number: int, *, as_json: bool) -> int:
    """Print one interview with its answers. Raises UnknownRecord or another StoreError."""
    with library(data_folder) as store:
        summary, answers = store.session(SessionId(number)), store.answers(SessionId(number))
        outcomes = [outcome_for(store, summary.drill, answer) for answer in answers]
    told = list(zip(answers, outcomes, strict=True))
    if as_json:
        say_json(_as_dict(summary) | {"answers": [_as_dict(answer) | {"outcome": outcome} for answer, outcome in told]})
    else:
        lines = (line for answer, outcome in told for line in answer_lines(answer, outcome))
        say("\n".join((session_line(summary), *lines)))
    return 0


def _as_dict(record: SessionSummary | AnswerRecord) -> dict[str, object]:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    drill = values.get("drill")
    return values | {"drill": drill.id} if isinstance(drill, Drill) else values


def _all(store: Store, search: str) -> Iterator[SessionSummary]:
    """Page by page, so that a long history is never held at once."""
    before: SessionId | None = None
    while page := store.sessions(_PAGE, before, search):
        yield from page
        before = page[-1].id
