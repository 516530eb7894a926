"""What is to be exported: one answer, some interviews, or all of a period. Only looks for them; reads no answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from simulator.store.records import AnswerId, SessionId
from ui.reports.errors import NothingToExport

if TYPE_CHECKING:
    from simulator.store.session_points import SessionPoint
    from simulator.store.store import Store


@dataclass(frozen=True, slots=True)
class Period:
    """From the beginning of one day to the end of another, both on this computer's calendar; None for no limit."""

    first: date | None = None
    last: date | None = None

    def holds(self, moment: datetime) -> bool:
        """Whether an aware moment lies within."""
        day = moment.astimezone().date()
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def is_endless(self) -> bool:
        """Whether everything lies within, even what has no date that can be read."""
        return self.first is None and self.last is None


@dataclass(frozen=True, slots=True)
class Scope:
    """One answer, else these interviews, else those of the period."""

    answer: AnswerId | None = None
    sessions: tuple[SessionId, ...] = ()
    period: Period = Period()

    @property
    def is_named(self) -> bool:
        """Whether it names what it is of; else whatever lies in the period is."""
        return self.answer is not None or bool(self.sessions)


def last_days(count: int, today: date) -> Period:
    """The last `count` days, today being one of them."""
    return Period(today - timedelta(days=count - 1), today)


def sessions_of(store: Store, scope: Scope) -> tuple[SessionId, ...]:
    """The interviews to be exported: those named in that order, those of a period with the oldest first.

    Interviews without a saved answer are not of a period. Raises NothingToExport, UnknownRecord or another StoreError.
    """
    if scope.answer is not None:
        return (store.answer(scope.answer).session_id,)
    if scope.sessions:
        return tuple(dict.fromkeys(scope.sessions))
    found = tuple(point.session_id for point in points_of(store, scope.period))
    if not found:
        raise NothingToExport("No interviews with answers in this period. Nothing was written.")
    return found


def points_of(store: Store, period: Period) -> tuple[SessionPoint, ...]:
    """The interviews of a period at a glance, the oldest first; of those without a readable date, all or none."""
    return tuple(
        point
        for point in store.points.all()
        if period.is_endless or (point.is_readable and period.holds(point.started_at))
    )
