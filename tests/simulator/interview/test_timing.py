from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.models import TARGET_TIMES, Kind
from simulator.interview.timing import (
    CueGate,
    Nudger,
    strict_left_s,
)

SHORT = TARGET_TIMES[Kind.SHORT]


@pytest.mark.parametrize(("elapsed_s", "left_s"), [(149.9, None), (150, 10), (154, 6), (160, 0), (500, 0)])
def test_strict_mode_stops_only_after_ten_seconds_of_warning(elapsed_s: float, left_s: float | None) -> None:
    assert strict_left_s(SHORT, elapsed_s) == left_s


def nudges(nudger: Nudger, spoken: list[tuple[float, float]], until_s: float, step_s: float = 0.1) -> list[float]:
    """When nudges came in an answer with speech in `spoken`, looked at every `step_s` seconds."""
    came = []
    for step in range(round(until_s / step_s)):
        now_s = step * step_s
        if nudger.heard(now_s, any(start <= now_s < end for start, end in spoken)):
            came.append(round(now_s, 1))
    return came


def test_a_silence_brings_two_nudges_and_no_more() -> None:
    assert nudges(Nudger(), [], until_s=300) == [10.0, 30.0]


def test_silence_counts_from_the_end_of_speech() -> None:
    assert nudges(Nudger(), [(0, 5)], until_s=40) == [15.0, 35.0]


def test_speech_starts_the_silence_anew() -> None:
    assert nudges(Nudger(), [(9.5, 9.7), (22, 60)], until_s=75) == [19.7, 70.0]


def test_no_nudge_while_speaking() -> None:
    assert nudges(Nudger(first_s=5, again_s=5), [(0, 100)], until_s=100) == []


def test_the_waits_can_be_set() -> None:
    assert nudges(Nudger(first_s=5, again_s=7), [], until_s=60) == [5.0, 12.0]


def test_a_look_long_after_brings_one_nudge_not_two_at_once() -> None:
    nudger = Nudger()
    assert not nudger.heard(0.0, is_speech=False)
    assert nudger.heard(100.0, is_speech=False)
    assert not nudger.heard(100.1, is_speech=False)
    assert nudger.heard(120.0, is_speech=False)


def test_coming_back_from_a_pause_is_not_silence() -> None:
    nudger = Nudger()
    nudger.heard(0.0, is_speech=False)
    nudger.reset()
    assert not nudger.heard(60.0, is_speech=False)
    assert nudger.heard(70.0, is_speech=False)


@given(st.lists(st.tuples(st.floats(0.01, 40), st.booleans()), max_size=60))
def test_nudges_come_in_silence_only_and_at_most_twice_in_each(heard: list[tuple[float, bool]]) -> None:
    nudger, now_s, in_this_silence = Nudger(), 0.0, 0
    for gap_s, is_speech in heard:
        now_s += gap_s
        is_due = nudger.heard(now_s, is_speech)
        assert not (is_speech and is_due)
        in_this_silence = 0 if is_speech else in_this_silence + is_due
        assert in_this_silence <= 2


def test_cues_keep_twenty_seconds_apart() -> None:
    gate = CueGate()
    assert [now_s for now_s in range(0, 100, 3) if gate.allow(now_s)] == [0, 21, 42, 63, 84]


def test_a_refused_cue_does_not_count() -> None:
    gate = CueGate(min_gap_s=10)
    assert gate.allow(5)
    assert not gate.allow(14.9)
    assert gate.allow(15)
