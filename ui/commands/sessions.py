"""`viva-voce sessions`: past interviews, only ever looked at."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from question_bank.labels import role_label, round_label
from simulator.data_folder import DataFolder
from simulator.drills.drill import Drill
from simulator.drills.outcome import Outcome, OutcomeComparison, outcome_for
from simulator.store.errors import DatabaseMissing
from simulator.store.records import AnswerRecord, SessionId, SessionSummary
from ui.commands.output import say, say_json
from ui.words.report_text import WIDTH, report_lines
from ui.words.times import clock, counted, short_seconds

if TYPE_CHECKING:
    from simulator.store.store import Store

_PAGE: Final = 50


def list_sessions(data_folder: DataFolder, search: str, *, as_json: bool) -> int:
    """Print every interview, the newest first, one a line."""
    is_any = False
    try:
        with _library(data_folder) as store:
            for summary in _all(store, search):
                is_any = True
                say_json(_as_dict(summary)) if as_json else say(_line(summary))
    except DatabaseMissing:
        pass  # nobody has practised yet, which is no error
    if not is_any and not as_json:
        say("No interview found." if search else "No interviews yet.")
    return 0


def show_session(data_folder: DataFolder, number: int, *, as_json: bool) -> int:
    """Print one interview with its answers. Raises UnknownRecord or another StoreError."""
    with _library(data_folder) as store:
        summary, answers = store.session(SessionId(number)), store.answers(SessionId(number))
        outcomes = [outcome_for(store, summary.drill, answer) for answer in answers]
    told = list(zip(answers, outcomes, strict=True))
    if as_json:
        say_json(_as_dict(summary) | {"answers": [_as_dict(answer) | {"outcome": outcome} for answer, outcome in told]})
    else:
        say("\n".join((_line(summary), *(line for answer, outcome in told for line in _answer_lines(answer, outcome)))))
    return 0


def _as_dict(record: SessionSummary | AnswerRecord) -> dict[str, object]:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    drill = values.get("drill")
    return values | {"drill": drill.id} if isinstance(drill, Drill) else values


@contextmanager
def _library(data_folder: DataFolder) -> Iterator[Store]:
    """The library, to be read beside a window that may be open."""
    from simulator.store.store import Store

    store = Store.open_for_reading(data_folder.database)
    try:
        yield store
    finally:
        store.close()


def _all(store: Store, search: str) -> Iterator[SessionSummary]:
    """Page by page, so that a long history is never held at once."""
    before: SessionId | None = None
    while page := store.sessions(_PAGE, before, search):
        yield from page
        before = page[-1].id


def _line(summary: SessionSummary) -> str:
    about = [role_label(summary.role)] if summary.role else []
    about += [round_label(summary.round)] if summary.round else []
    about += [summary.drill.label] if summary.drill else []
    about += ["Whole loop"] if summary.is_loop else []
    about += ["strict"] if summary.mode == "strict" else []
    told = [counted(summary.answer_count, "answer"), f"{summary.within_target} within target"]
    if summary.follow_up_count:
        told.insert(1, counted(summary.follow_up_count, "follow-up"))
    if summary.filler_sounds_per_minute is not None:
        told.append(f"{summary.filler_sounds_per_minute:.1f} filler sounds a minute")
    if summary.time_to_point_s is not None:
        told.append(f"to the point after {short_seconds(summary.time_to_point_s)}")
    when = summary.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{summary.id:>4}  {when}  {', '.join(about) or 'any role'}  ({'; '.join(told)})"


def _answer_lines(answer: AnswerRecord, outcome: Outcome | None) -> Iterator[str]:
    again = f", attempt {answer.attempt}" if answer.attempt > 1 else ""
    number = f"Follow-up {answer.rung}:" if answer.rung else f"{answer.position + 1}."
    yield f"\n{number} {answer.question.text}  [{answer.status}{again}]"
    if outcome is not None:
        yield from (f"   {line}" for line in _outcome_lines(outcome))
    if answer.report is not None:
        yield from (f"   {line}" if line else "" for line in report_lines(answer.report, answer.question))
    elif answer.samples:
        yield f"   {clock(answer.samples / 16_000)} recorded. {answer.failure or 'Not written down yet.'}"
    if answer.note:
        yield f"   Note: {answer.note}"


def _outcome_lines(outcome: Outcome) -> Iterator[str]:
    """What the drill says: its sentence, then the figures in columns."""
    yield from textwrap.wrap(f"{outcome.title}: {outcome.sentence}", WIDTH, subsequent_indent="  ")
    heading = [OutcomeComparison("", *outcome.columns)] if outcome.rows else []
    for row in (*heading, *outcome.rows):
        yield f"  {row.name:<16}{row.first:<14}{row.second}"
