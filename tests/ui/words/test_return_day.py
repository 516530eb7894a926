"""When a question comes back, as one says it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from ui.words.return_day import return_words

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "This question is due now."),
        (0, "This question is due today."),
        (1, "This question comes back tomorrow."),
        (4, "This question comes back on Thursday 3 December, in 4 days."),
        (40, "This question comes back on Friday 8 January 2027, in 40 days."),
    ],
)
def test_the_day_is_said_as_people_say_it(days: int, said: str) -> None:
    assert return_words(datetime(2026, 11, 29, 12, tzinfo=UTC) + timedelta(days=days), TODAY) == said
