"""What the rows of History say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from simulator.store.history_view import Column, FoundSession, View
from tests.ui.samples import sample_summary
from ui.words.history_rows import NO_FIGURE, plain, row_of, rows_counted

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("started_at", "words"),
    [
        (datetime(2026, 11, 19, 12, 30, tzinfo=UTC), "Today\n"),
        (datetime(2026, 11, 18, 12, 30, tzinfo=UTC), "Yesterday\n"),
        (datetime(2026, 3, 1, 12, 30, tzinfo=UTC), "1 Mar\n"),
        (datetime(2025, 3, 1, 12, 30, tzinfo=UTC), "1 Mar 2025\n"),
    ],
)
def test_days_are_said_as_short_as_they_can_be(started_at: datetime, words: str) -> None:
    row = row_of(FoundSession(replace(sample_summary(), started_at=started_at)), TODAY)
    assert row.cells[Column.WHEN].startswith(words)


def test_a_name_stands_before_what_it_was() -> None:
    named = replace(sample_summary(), name="Acme", tags=("second try",), is_starred=True)
    row = row_of(FoundSession(named), TODAY)
    assert row.title == "Acme"
    assert row.below.startswith("ML engineer · System design · #second try · How do you find out")
    assert row.spoken.startswith("Starred. Acme, ")
    assert "Tags: second try." in row.spoken


def test_one_that_cannot_be_read_says_so() -> None:
    row = row_of(FoundSession(replace(sample_summary(), is_readable=False, timed_answers=0)), TODAY)
    assert row.title == "Interview 3 cannot be read"
    assert (row.below, row.cells[Column.WHEN], row.cells[Column.ON_TIME]) == ("", "", NO_FIGURE)


def test_small_words() -> None:
    assert plain("by \x02gradient\x03 descent") == "by gradient descent"
    assert rows_counted(View.SESSIONS, 1) == "1 session"
    assert rows_counted(View.ANSWERS, 12_345) == "12,345 answers"
