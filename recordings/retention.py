"""Deletes recordings whose time is over by the user's own setting. What was said, in words, and its results stay."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from recordings.errors import LibraryRefused
from recordings.mending.aside import asides, forget_aside
from simulator.store.errors import UnknownRecord

if TYPE_CHECKING:
    from recordings.take_folder import TakeFolder
    from simulator.settings import KeepRecordings
    from simulator.store.records import AnswerId, SessionId
    from simulator.store.store import Store


@dataclass(frozen=True, slots=True)
class Retention:
    """How long recordings are kept: always, for some days, or until they are transcribed and judged."""

    keep: KeepRecordings = "always"
    days: int = 90

    @property
    def after_days(self) -> int | None:
        """How old a recording is when it goes; 0 is once it is judged, None never."""
        return {"always": None, "days": self.days, "judged": 0}[self.keep]

    def is_within(self, agreed: int | None) -> bool:
        """Whether this deletes nothing but what the user has agreed to, by `after_days` of that rule."""
        return self.after_days is None or (agreed is not None and agreed <= self.after_days)

    def as_far_as(self, agreed: int | None) -> Retention:
        """This rule, or as much of it as was agreed to."""
        if self.is_within(agreed):
            return self
        return Retention() if agreed is None else Retention("days", agreed)

    def is_due_before(self, now: datetime) -> datetime | None:
        """Recordings begun before then may go; None if none may."""
        return None if self.after_days is None else now - timedelta(days=self.after_days)


def due(
    store: Store, library: TakeFolder, rule: Retention, now: datetime, busy: SessionId | None = None
) -> tuple[AnswerId, ...]:
    """The answers whose recordings are there and may go, their words and results being readable. Raises a StoreError.

    Every recording is looked for on the disk, which may take a while.
    """
    before = rule.is_due_before(now)
    if before is None:
        return ()
    found = store.kept_sound.judged_before(before, busy)
    there = (answer for answer, name in found if library.path_of(name).is_file())
    return tuple(answer for answer in there if _is_all_kept_in_words(store, answer))


def apply(store: Store, library: TakeFolder, rule: Retention, now: datetime, busy: SessionId | None = None) -> int:
    """Delete what is due, but for the session `busy`, and give how many; also what an earlier run was cut off from.

    Each is noted before its file goes, so that none is taken for lost. Raises a StoreError, or `LibraryRefused` of the
    first that could not be deleted, the others being gone.
    """
    going = due(store, library, rule, now, busy)
    for answer in going:
        store.kept_sound.let_go(answer)
    _delete_let_go(store, library)
    return len(going)


def _is_all_kept_in_words(store: Store, answer: AnswerId) -> bool:
    """What is spoilt in the library can be made anew from the sound, and from nothing else."""
    with suppress(UnknownRecord):
        kept = store.answer(answer)
        return kept.is_readable and kept.transcript is not None and kept.report is not None
    return False


def _delete_let_go(store: Store, library: TakeFolder) -> None:
    """Also the copies of them that a mending put aside."""
    gone = store.kept_sound.names_let_go()
    refused: list[LibraryRefused] = []
    try:
        if asides(store.path.parent):
            forget_aside(store.path.parent, {answer: store.answer(answer).started_at.isoformat() for answer in gone})
    except LibraryRefused as error:
        refused.append(error)
    for name in gone.values():
        try:
            if library.path_of(name).exists():
                library.delete(name)
        except LibraryRefused as error:
            refused.append(error)
    if refused:
        raise refused[0]
