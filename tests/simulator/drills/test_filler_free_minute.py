from __future__ import annotations

import pytest

from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from tests.simulator.drills.drilled_answers import NOTHING, report_of, said


@pytest.mark.parametrize(
    ("count", "before", "words"),
    [
        (0, (), "No filler sounds heard in 1:00. See whether you can do it again next time."),
        (1, (4, 3), "At least 1 filler sound heard in 1:00. Earlier tries, newest first: 4, 3. Your best so far."),
        (
            3,
            (3, 5),
            "At least 3 filler sounds heard in 1:00. Earlier tries, newest first: 3, 5. You equalled your best.",
        ),
        (4, (2,), "At least 4 filler sounds heard in 1:00. Earlier tries, newest first: 2. Your best is 2."),
    ],
)
def test_a_minute_stands_beside_the_last_tries(count: int, before: tuple[int, ...], words: str) -> None:
    earlier = [report_of(60, one) for one in before]
    assert said(FILLER_FREE_MINUTE, report_of(60, count), NOTHING, *earlier).sentence == words


def test_what_could_not_be_heard_is_not_counted() -> None:
    assert "could not be counted" in said(FILLER_FREE_MINUTE, report_of(30, None)).sentence
