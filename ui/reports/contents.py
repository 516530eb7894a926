"""What a report is made of, read from the library one interview after another: memory never grows with the period."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.kept_outcome import outcome_for
from simulator.store.errors import UnknownRecord
from ui.reports.scope import sessions_of
from ui.words.session_summary import session_start, session_title
from ui.words.times import counted, full_day

if TYPE_CHECKING:
    from simulator.analysis.report import AnswerReport
    from simulator.corrections import Correction
    from simulator.drills.outcome import Outcome
    from simulator.store.records import AnswerRecord, SessionId, SessionSummary
    from simulator.store.store import Store
    from ui.reports.scope import Period, Scope

_PAGE: Final = 200
OnProgress = Callable[[int, int], None]
"""Told after each interview: so many of so many are done."""


@dataclass(frozen=True, slots=True)
class ReportedAnswer:
    """An answer with all that belongs to it.

    `uncorrected` is its report without the user's corrections, where there are any. `sound` is where a page finds the
    recording: an address, empty without one; `sound_note` says why it is missing.
    """

    record: AnswerRecord
    outcome: Outcome | None = None
    corrections: tuple[Correction, ...] = ()
    uncorrected: AnswerReport | None = None
    sound: str = ""
    sound_note: str = ""


@dataclass(frozen=True, slots=True)
class ReportedSession:
    """An interview with its answers, or with the one that was asked for."""

    summary: SessionSummary
    answers: tuple[ReportedAnswer, ...]


@dataclass(frozen=True, slots=True)
class ReportContents:
    """What a report tells. `is_single`: it is of one interview, or one answer, and its title says which.

    `summaries` are of all interviews, `sessions` the same in full, which can be gone through once.
    """

    title: str
    subtitle: str
    is_single: bool
    summaries: tuple[SessionSummary, ...]
    sessions: Iterator[ReportedSession]


SoundOf = Callable[["AnswerRecord"], tuple[str, str]]
"""Gives the address of an answer's sound, and why there is none where it should be."""


def no_sound(_record: AnswerRecord) -> tuple[str, str]:
    """For reports without recordings."""
    return "", ""


def contents_of(
    store: Store, scope: Scope, sound_of: SoundOf = no_sound, on_progress: OnProgress | None = None
) -> ReportContents:
    """What is to be told of `scope`. Raises NothingToExport, UnknownRecord or another StoreError.

    An interview of a period that is deleted meanwhile is left out.
    """
    summaries = _summaries(store, sessions_of(store, scope), is_named=scope.is_named)
    is_single = len(summaries) == 1 and scope.is_named
    title, subtitle = _single_title(summaries[0]) if is_single else _title_of_many(scope, len(summaries))
    sessions = _read(store, summaries, scope, sound_of, on_progress or _tell_nobody)
    return ReportContents(title, subtitle, is_single, summaries, sessions)


def _summaries(store: Store, chosen: tuple[SessionId, ...], *, is_named: bool) -> tuple[SessionSummary, ...]:
    """Those named one by one; those of a period in pages, as there may be thousands."""
    if is_named:
        return tuple(store.session(session) for session in chosen)
    wanted = set(chosen)
    found: dict[SessionId, SessionSummary] = {}
    before: SessionId | None = None
    while len(found) < len(wanted) and (page := store.sessions(_PAGE, before)):
        found |= {summary.id: summary for summary in page if summary.id in wanted}
        before = page[-1].id
    return tuple(found[session] for session in chosen if session in found)


def _read(
    store: Store, summaries: tuple[SessionSummary, ...], scope: Scope, sound_of: SoundOf, on_progress: OnProgress
) -> Iterator[ReportedSession]:
    for done, summary in enumerate(summaries, start=1):
        try:
            found = _reported(store, summary, scope, sound_of)
        except UnknownRecord:
            if scope.is_named:
                raise
        else:
            if found.answers or scope.is_named:
                yield found
        on_progress(done, len(summaries))


def _reported(store: Store, summary: SessionSummary, scope: Scope, sound_of: SoundOf) -> ReportedSession:
    records = store.answers(summary.id) if scope.answer is None else (store.answer(scope.answer),)
    return ReportedSession(summary, tuple(_answer(store, summary, record, sound_of) for record in records))


def _answer(store: Store, summary: SessionSummary, record: AnswerRecord, sound_of: SoundOf) -> ReportedAnswer:
    outcome = outcome_for(store, summary.drill, record)
    corrections = store.corrections(record.id)
    uncorrected = store.original_report(record.id) if corrections else None
    return ReportedAnswer(record, outcome, corrections, uncorrected, *sound_of(record))


def _single_title(summary: SessionSummary) -> tuple[str, str]:
    strict = " · strict" if summary.mode == "strict" else ""
    answers = counted(summary.answer_count, "answer")
    return session_title(summary), f"{session_start(summary)} · {answers}{strict}"


def _title_of_many(scope: Scope, count: int) -> tuple[str, str]:
    named = counted(count, "interview")
    return (named.capitalize(), "") if scope.sessions else (period_title(scope.period), named)


def period_title(period: Period) -> str:
    """ "Interviews from Sunday 1 November 2026 to Monday 30 November 2026"."""
    if period.is_endless:
        return "All interviews"
    first, last = (None if day is None else full_day(day) for day in (period.first, period.last))
    if first is None:
        return f"Interviews up to {last}"
    if last is None:
        return f"Interviews since {first}"
    return f"Interviews on {first}" if first == last else f"Interviews from {first} to {last}"


def _tell_nobody(_done: int, _total: int) -> None:
    """Nobody waits for it."""
