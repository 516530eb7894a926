"""What is missing in a recording is found to the sample."""

from __future__ import annotations

import numpy as np
import pytest

from recordings.pcm import SAMPLE_RATE
from simulator.gap import Gap
from tests.benchmarks.held_against import Samples, compare
from tests.sound import noise, samples_of, silence

LEAD = samples_of(silence(2.3))


@pytest.fixture(scope="module")
def played() -> Samples:
    return samples_of(noise(20, level_db=-20))


def test_a_whole_recording_lacks_nothing(played: Samples) -> None:
    found = compare(played, np.concatenate([LEAD, played, LEAD]))
    assert (found.dropped_ms, found.drops, found.lost_windows, found.drift_ms) == (0.0, 0, 0, 0.0)
    assert found.compared_s == 20


@pytest.mark.parametrize(("gaps", "unmarked"), [((), 1), ((Gap(12.0, 0.3),), 0), ((Gap(3.0, 0.3),), 1)])
def test_what_was_dropped_is_found_and_held_against_the_gaps(
    played: Samples, gaps: tuple[Gap, ...], unmarked: int
) -> None:
    cut = np.delete(played, np.s_[10 * SAMPLE_RATE : 10 * SAMPLE_RATE + 4800])
    found = compare(played, np.concatenate([LEAD, cut, LEAD]), gaps)
    assert (round(found.dropped_ms), found.drops, found.unmarked) == (300, 1, unmarked)
    assert found.drift_ms == 0.0


def test_what_is_too_short_for_a_drop_is_missing_or_came_in_all_the_same(played: Samples) -> None:
    at, quantum = 10 * SAMPLE_RATE, 85
    cut = np.delete(played, np.s_[at : at + quantum])
    found = compare(played, np.concatenate([LEAD, cut, LEAD]))
    assert (found.drops, round(found.missing_ms, 1), found.added_ms) == (0, 5.3, 0.0)
    stumbled = np.concatenate([played[:at], np.zeros(quantum), played[at:]])
    found = compare(played, np.concatenate([LEAD, stumbled, LEAD]))
    assert (found.missing_ms, round(found.added_ms, 1)) == (0.0, 5.3)


def test_a_slow_clock_drifts(played: Samples) -> None:
    slow = np.delete(played, np.arange(SAMPLE_RATE // 2, len(played), SAMPLE_RATE))
    found = compare(played, np.concatenate([LEAD, slow, LEAD]))
    assert found.drops == 0
    assert found.drift_ms == pytest.approx(-1000 * 19 / SAMPLE_RATE, abs=0.1)


def test_what_is_not_there_is_not_found(played: Samples) -> None:
    assert compare(played, np.zeros(len(played))).lost_windows == 20


def test_silence_is_not_looked_for(played: Samples) -> None:
    heard = np.concatenate([LEAD, played])
    found = compare(heard, np.concatenate([LEAD, heard]))
    assert (found.compared_s, found.lost_windows, found.drops) == (20, 0, 0)
