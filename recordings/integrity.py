"""Whether what the library says of its recordings is so: each whole, each known. Looks only; mends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recordings.take_folder import TakeFolder, TakeState
from simulator.store.records import AnswerId, AnswerRecord, AnswerStatus, SessionId, SessionSummary

if TYPE_CHECKING:
    from simulator.store.store import Store

_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class BrokenTake:
    """A saved answer whose recording is not as it was saved."""

    session: SessionId
    answer: AnswerId
    file_name: str
    state: TakeState


@dataclass(frozen=True, slots=True)
class Stock:
    """What was looked at and what was found: `orphans` are recordings that no answer names, as file names.

    `stray_parts` are such recordings that were cut off, likewise. What is unreadable has something in the library that
    cannot be read. `unfinished` answers were cut off and are offered at the next start of the window, which is no
    fault.
    """

    sessions: int
    recordings: int
    unreadable_sessions: tuple[SessionId, ...]
    unreadable_answers: tuple[tuple[SessionId, AnswerId], ...]
    broken: tuple[BrokenTake, ...]
    orphans: tuple[str, ...]
    stray_parts: tuple[str, ...]
    unfinished: int
    database_faults: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        is_all_readable = not (self.unreadable_sessions or self.unreadable_answers)
        return is_all_readable and not (self.broken or self.orphans or self.stray_parts or self.database_faults)


def take_stock(store: Store, library: TakeFolder) -> Stock:
    """Read the whole library and every recording; a page of sessions is held at a time. Raises a StoreError."""
    sessions = recordings = 0
    broken: list[BrokenTake] = []
    unreadable_sessions: list[SessionId] = []
    unreadable_answers: list[tuple[SessionId, AnswerId]] = []
    for summary in _sessions(store):
        sessions += 1
        unreadable_sessions += [] if summary.is_readable else [summary.id]
        for record in store.answers(summary.id):
            unreadable_answers += [] if record.is_readable else [(summary.id, record.id)]
            if record.status is AnswerStatus.SAVED and record.file_name:
                recordings += 1
                broken += _broken(record, record.file_name, library)
    takes, parts = library.find_orphans(()), library.find_stray_parts(())  # first: a row is written before its file
    unfinished, known = store.unfinished(), set(store.file_names())
    open_takes = {record.file_name for record in unfinished}
    return Stock(
        sessions,
        recordings,
        tuple(unreadable_sessions),
        tuple(unreadable_answers),
        tuple(broken),
        tuple(name for name in takes if name not in known),
        tuple(name for name in parts if library.is_stray_part(name, open_takes)),
        len(unfinished),
        store.faults(),
    )


def _sessions(store: Store) -> Iterator[SessionSummary]:
    before: SessionId | None = None
    while page := store.sessions(_PAGE, before):
        yield from page
        before = page[-1].id


def _broken(record: AnswerRecord, file_name: str, library: TakeFolder) -> list[BrokenTake]:
    state = library.check(file_name, record.samples or 0, record.sha256)
    if state in (TakeState.WHOLE, TakeState.LET_GO):
        return []
    return [BrokenTake(record.session_id, record.id, file_name, state)]
