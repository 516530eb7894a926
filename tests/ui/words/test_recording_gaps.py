"""Where nothing was recorded is said in words."""

from __future__ import annotations

import pytest

from simulator.gap import Gap
from ui.words.recording_gaps import WHY, gap_words


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        ([], ""),
        ([Gap(3.0, 0.01)], ""),
        ([Gap(42.4, 12.0)], f"Not recorded: 12 s at 0:42. {WHY}"),
        ([Gap(42.4, 0.34), Gap(130.0, 3725.0)], f"Not recorded: 0.3 s at 0:42, 1:02:05 at 2:10. {WHY}"),
        (
            [Gap(float(at), 2.0) for at in range(1, 7)],
            f"Not recorded: 2 s at 0:01, 2 s at 0:02, 2 s at 0:03, 2 s at 0:04, 2 more gaps of 4 s in all. {WHY}",
        ),
    ],
)
def test_gaps_are_told_with_length_and_place(gaps: list[Gap], said: str) -> None:
    assert gap_words(gaps) == said
