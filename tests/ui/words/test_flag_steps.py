"""From flag to flag, however close they lie."""

from __future__ import annotations

import pytest

from ui.words.flag_steps import flag_after, flag_before
from ui.words.marked_transcript import LEAD_IN_S

STARTS = (0.3, 9.7, 10.0, 20.0)


def seek(start_s: float) -> float:
    """Where the playback is put for a flag."""
    return max(0.0, start_s - LEAD_IN_S)


def test_every_flag_is_reached_going_on_and_going_back() -> None:
    reached, here_s, chosen = [], 0.0, None
    while (start := flag_after(STARTS, here_s, chosen)) is not None:
        reached.append(start)
        here_s, chosen = seek(start), start
    assert tuple(reached) == STARTS
    while (start := flag_before(STARTS, here_s, chosen)) is not None:
        reached.append(start)
        here_s, chosen = seek(start), start
    assert reached[len(STARTS) :] == [10.0, 9.7, 0.3]


def test_a_flag_that_has_sounded_is_gone_back_to() -> None:
    assert flag_before(STARTS, 12.0, 10.0) == 10.0
    assert flag_before(STARTS, 12.0, None) == 10.0
    assert flag_before(STARTS, 9.9, 20.0) == 9.7


@pytest.mark.parametrize("starts", [(), (5.0,)])
def test_before_the_first_and_after_the_last_there_is_none(starts: tuple[float, ...]) -> None:
    assert flag_after(starts, 6.0, None) is None
    assert flag_before(starts, 4.0, None) is None
