"""Times as sentences show them, of a moment and of more than an hour."""

from __future__ import annotations

import pytest

from simulator.analysis.timecode import clock


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (58.9, "0:58"), (67, "1:07"), (3599, "59:59"), (3600, "1:00:00"), (3723, "1:02:03"), (-3, "0:00")],
)
def test_a_time_reads_as_on_a_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text
