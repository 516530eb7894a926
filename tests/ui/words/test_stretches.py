from __future__ import annotations

from datetime import date

import pytest

from simulator.progress.period import Period, Stretch, StretchKind, stretches_of
from tests.simulator.progress.builders import TODAY
from ui.words.stretches import column_headings, stretch_name


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (StretchKind.WEEK, "Week of 1 Apr 2026"),
        (StretchKind.MONTH, "April 2026"),
        (StretchKind.QUARTER, "Q2 2026"),
        (StretchKind.YEAR, "2026"),
    ],
)
def test_a_stretch_has_a_name(kind: StretchKind, name: str) -> None:
    assert stretch_name(Stretch(date(2026, 4, 1), date(2026, 4, 8), kind)) == name


def test_a_heading_is_said_once() -> None:
    assert column_headings(stretches_of(Period.FOUR_WEEKS, TODAY, 0)) == ("23 Feb", "2 Mar", "9 Mar", "16 Mar")
    months = [heading for heading in column_headings(stretches_of(Period.THREE_MONTHS, TODAY, 0)) if heading]
    assert months == ["Dec", "Jan", "Feb", "Mar"]
    years = column_headings(stretches_of(Period.ALL, TODAY, 0, date(2024, 11, 2)))
    assert [heading for heading in years if heading] == ["2024", "2025", "2026"]
    assert column_headings(()) == ()
