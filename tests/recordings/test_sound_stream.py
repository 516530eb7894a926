from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recordings.sound_stream import (
    LEAST_CHUNK_BYTES,
    MOST_CHUNK_BYTES,
    ONLY_SILENCE_S,
    MissingSound,
    MissingSoundWatch,
    PcmChunker,
    SilenceRun,
    clock_through_sleep,
)
from tests import sound
from tests.waiting import wait_until


@given(st.lists(st.binary(max_size=5_000), max_size=20))
def test_chunks_are_whole_samples_of_50_to_100_ms_and_nothing_is_lost(arrived: list[bytes]) -> None:
    chunker = PcmChunker()
    chunks = [chunk for data in arrived for chunk in chunker.feed(data)]
    assert all(LEAST_CHUNK_BYTES <= len(chunk) <= MOST_CHUNK_BYTES and len(chunk) % 2 == 0 for chunk in chunks)
    everything = b"".join(arrived)
    assert b"".join(chunks) + chunker.rest() == everything[: len(everything) // 2 * 2]


def test_silence_is_told_once_and_again_only_after_sound() -> None:
    run = SilenceRun()
    told = [run.feed(sound.silence(0.1)) for _ in range(60)]
    assert told.index(True) == ONLY_SILENCE_S * 10 - 1
    assert told.count(True) == 1
    assert not run.feed(sound.noise(0.1, level_db=-80))
    assert [run.feed(sound.silence(0.1)) for _ in range(60)].count(True) == 1


def test_the_faintest_noise_is_no_silence() -> None:
    run = SilenceRun()
    assert not any(run.feed(sound.silence(0.09) + b"\1\0") for _ in range(100))


class Air:
    """Sound that arrives in pieces of 50 ms, at a device's pace, and what is found missing of it."""

    def __init__(self) -> None:
        self.watch = MissingSoundWatch()
        self.now_s = 1000.0
        self.found: list[MissingSound] = []

    def arrive(self, seconds: float, *, pace: float = 1.0) -> None:
        """So much sound arrives, piece by piece."""
        for _ in range(round(seconds / PIECE_S)):
            self.now_s += PIECE_S * pace
            self.take(PIECE_S)

    def take(self, lasted_s: float) -> None:
        """So much arrives at once."""
        missing = self.watch.arrived(lasted_s, self.now_s)
        self.found += [missing] if missing else []


PIECE_S = 0.05


@pytest.mark.parametrize("lost_s", [0.2, 1.5, 3600.0])
def test_what_never_came_is_noticed_with_its_length_and_place(lost_s: float) -> None:
    air = Air()
    air.arrive(10)
    air.now_s += lost_s
    air.arrive(4)
    (missing,) = air.found
    assert missing.lasted_s == pytest.approx(lost_s, abs=0.01)
    assert missing.ago_s <= 2.1
    assert missing.ago_s == pytest.approx(round(missing.ago_s / PIECE_S) * PIECE_S)


def test_two_gaps_are_two() -> None:
    air = Air()
    for _ in range(2):
        air.arrive(5)
        air.now_s += 0.7
    air.arrive(5)
    assert [round(missing.lasted_s, 2) for missing in air.found] == [0.7, 0.7]


@pytest.mark.parametrize("busy_s", [0.5, 2.0, 30.0])
def test_what_comes_late_and_all_at_once_is_not_missing(busy_s: float) -> None:
    air = Air()
    air.arrive(5)
    for _ in range(3):
        air.now_s += busy_s
        air.take(busy_s)
        air.arrive(0.7)
    air.arrive(5)
    assert air.found == []


@pytest.mark.parametrize("pace", [0.999, 1.001])
def test_a_clock_that_is_a_little_off_loses_nothing(pace: float) -> None:
    air = Air()
    air.arrive(600, pace=pace)
    assert air.found == []


def test_the_clock_through_sleep_goes_on() -> None:
    before_s = clock_through_sleep()
    wait_until(lambda: clock_through_sleep() > before_s, "the clock to go on")
