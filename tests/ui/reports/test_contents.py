"""What a report is made of, read one interview after another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from simulator.store.errors import UnknownRecord
from simulator.store.records import SessionId
from simulator.verdict_corrections import VerdictCorrection
from tests.ui.reports.conftest import Kept
from ui.reports import contents
from ui.reports.contents import contents_of, period_title
from ui.reports.scope import Period, Scope


def test_one_interview_has_its_own_title(kept: Kept) -> None:
    report = contents_of(kept.store, Scope(sessions=(kept.sessions[0],)))
    assert report.is_single
    assert report.title == "ML engineer · Machine learning"
    assert "Sunday 1 March 2026" in report.subtitle
    assert report.subtitle.endswith("1 answer")
    (session,) = report.sessions
    assert [one.record.id for one in session.answers] == kept.answers[:1]


def test_one_answer_is_told_alone(kept: Kept) -> None:
    kept.add(kept.sessions[0], "and this too")
    (session,) = contents_of(kept.store, Scope(answer=kept.answers[0])).sessions
    assert [one.record.id for one in session.answers] == kept.answers[:1]


def test_of_a_period_the_oldest_comes_first(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "_PAGE", 2)
    told: list[tuple[int, int]] = []
    report = contents_of(kept.store, Scope(), on_progress=lambda done, total: told.append((done, total)))
    assert not report.is_single
    assert (report.title, report.subtitle) == ("All interviews", "3 interviews")
    assert [summary.id for summary in report.summaries] == kept.sessions
    assert [session.summary.id for session in report.sessions] == kept.sessions
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_named_interviews_are_told_in_the_order_they_were_named(kept: Kept) -> None:
    report = contents_of(kept.store, Scope(sessions=(kept.sessions[2], kept.sessions[0])))
    assert report.title == "2 interviews"
    assert [session.summary.id for session in report.sessions] == [kept.sessions[2], kept.sessions[0]]
    with pytest.raises(UnknownRecord):
        contents_of(kept.store, Scope(sessions=(kept.sessions[0], SessionId(99))))


def test_what_is_deleted_meanwhile_is_left_out_of_a_period(kept: Kept) -> None:
    report = contents_of(kept.store, Scope())
    kept.store.delete_session(kept.sessions[1])
    assert [session.summary.id for session in report.sessions] == [kept.sessions[0], kept.sessions[2]]


def test_corrections_come_with_the_report_before_them(kept: Kept) -> None:
    kept.store.correct(kept.answers[0], VerdictCorrection("thins", "contrary"))
    (session,) = contents_of(kept.store, Scope(sessions=(kept.sessions[0],))).sessions
    (answer,) = session.answers
    assert answer.corrections == (VerdictCorrection("thins", "contrary"),)
    assert answer.uncorrected is not None
    assert answer.uncorrected.key_points is not None
    assert answer.uncorrected.key_points[0].covered
    (other,) = contents_of(kept.store, Scope(sessions=(kept.sessions[1],))).sessions
    assert other.answers[0].uncorrected is None


def test_a_period_is_called_by_its_days() -> None:
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    assert period_title(november) == "Interviews from Sunday 1 November 2026 to Monday 30 November 2026"
    assert period_title(replace(november, last=None)) == "Interviews since Sunday 1 November 2026"
    assert period_title(Period(None, november.last)) == "Interviews up to Monday 30 November 2026"
    assert period_title(Period(november.first, november.first)) == "Interviews on Sunday 1 November 2026"
    assert period_title(Period()) == "All interviews"
