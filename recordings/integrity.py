"""Whether what the library says of its recordings is so: each whole, each known. Looks only; mends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recordings.take_folder import TakeFolder, TakeState
from simulator.store.records import AnswerId, AnswerRecord, AnswerStatus, SessionId

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

    `stray_parts` are such recordings that were cut off, likewise. `unfinished` answers were cut off and are offered at
    the next start of the window, which is no fault.
    """

    sessions: int
    recordings: int
    broken: tuple[BrokenTake, ...]
    orphans: tuple[str, ...]
    stray_parts: tuple[str, ...]
    unfinished: int
    database_faults: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.broken or self.orphans or self.stray_parts or self.database_faults)


def take_stock(store: Store, library: TakeFolder) -> Stock:
    """Read the whole library and every recording; a page of sessions is held at a time. Raises a StoreError."""
    sessions = recordings = 0
    broken: list[BrokenTake] = []
    for session in _sessions(store):
        sessions += 1
        for record in store.answers(session):
            if record.status is AnswerStatus.SAVED and record.file_name:
                recordings += 1
                broken += _broken(record, record.file_name, library)
    unfinished = store.unfinished()
    return Stock(
        sessions,
        recordings,
        tuple(broken),
        library.find_orphans(store.file_names()),
        library.find_stray_parts({record.file_name or "" for record in unfinished}),
        len(unfinished),
        store.faults(),
    )


def _sessions(store: Store) -> Iterator[SessionId]:
    before: SessionId | None = None
    while page := store.sessions(_PAGE, before):
        yield from (summary.id for summary in page)
        before = page[-1].id


def _broken(record: AnswerRecord, file_name: str, library: TakeFolder) -> list[BrokenTake]:
    state = library.check(file_name, record.samples or 0, record.sha256)
    if state is TakeState.WHOLE:
        return []
    return [BrokenTake(record.session_id, record.id, file_name, state)]
