"""Which interviews are meant."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from simulator.store.errors import UnknownRecord
from simulator.store.records import AnswerId, SessionId
from tests.ui.reports.conftest import Kept
from ui.reports.errors import NothingToExport
from ui.reports.scope import Period, Scope, last_days, sessions_of


def test_a_period_holds_its_first_and_its_last_day_whole() -> None:
    period = Period(date(2026, 3, 1), date(2026, 3, 2))
    for moment, is_held in (
        ("2026-02-28T23:59", False),
        ("2026-03-01T00:00", True),
        ("2026-03-02T23:59", True),
        ("2026-03-03T00:00", False),
    ):
        assert period.holds(datetime.fromisoformat(moment).astimezone()) is is_held
    assert Period().is_endless
    assert Period().holds(datetime.fromisoformat("1999-01-01T00:00").astimezone())


def test_the_last_days_end_today() -> None:
    assert last_days(7, date(2026, 3, 10)) == Period(date(2026, 3, 4), date(2026, 3, 10))


def test_interviews_are_found_by_answer_number_and_day(kept: Kept) -> None:
    first, second, third = kept.sessions
    assert sessions_of(kept.store, Scope(answer=kept.answers[1])) == (second,)
    assert sessions_of(kept.store, Scope(sessions=(third, first, third))) == (third, first)
    assert sessions_of(kept.store, Scope()) == (first, second, third)
    assert sessions_of(kept.store, Scope(period=Period(date(2026, 3, 2)))) == (second, third)
    assert sessions_of(kept.store, Scope(period=Period(None, date(2026, 3, 1)))) == (first,)


def test_an_interview_without_answers_is_of_no_period(kept: Kept) -> None:
    kept.begin(0)
    assert len(sessions_of(kept.store, Scope())) == 3


def test_what_is_not_there_is_said(kept: Kept) -> None:
    with pytest.raises(NothingToExport, match="No interviews with answers"):
        sessions_of(kept.store, Scope(period=Period(date(2027, 1, 1))))
    with pytest.raises(UnknownRecord):
        sessions_of(kept.store, Scope(answer=AnswerId(99)))


def test_what_has_no_date_is_only_of_all(kept: Kept) -> None:
    with kept.store._connection.writing() as db:
        db.execute("UPDATE sessions SET started_at = 'never' WHERE id = ?", [kept.sessions[0]])
    assert SessionId(kept.sessions[0]) in sessions_of(kept.store, Scope())
    assert kept.sessions[0] not in sessions_of(kept.store, Scope(period=Period(date(1900, 1, 1))))
