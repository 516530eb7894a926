from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recordings.sound_stream import (
    BUFFERED_S,
    LEAST_CHUNK_BYTES,
    MOST_CHUNK_BYTES,
    ONLY_SILENCE_S,
    PcmChunker,
    SilenceRun,
    SleepWatch,
    clock_through_sleep,
)
from tests import sound


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


class Clocks:
    """One that stops while the computer sleeps, and one that does not."""

    def __init__(self) -> None:
        self.awake_s = self.always_s = 1000.0

    def work(self, seconds: float) -> None:
        self.awake_s += seconds
        self.always_s += seconds

    def sleep(self, seconds: float) -> None:
        self.always_s += seconds


def watch_of(clocks: Clocks) -> SleepWatch:
    return SleepWatch(lambda: clocks.awake_s, lambda: clocks.always_s)


def test_sleep_is_noticed_with_its_length() -> None:
    clocks = Clocks()
    watch = watch_of(clocks)
    clocks.work(0.25)
    clocks.sleep(3600)
    assert watch.slept_s() == pytest.approx(3600)
    clocks.work(0.25)
    assert watch.slept_s() == 0


def test_a_busy_window_is_no_sleep_while_the_device_still_buffers() -> None:
    clocks = Clocks()
    watch = watch_of(clocks)
    clocks.work(BUFFERED_S - 0.1)
    assert watch.slept_s() == 0
    clocks.work(BUFFERED_S + 3)
    assert watch.slept_s() == pytest.approx(BUFFERED_S + 3)


def test_the_clock_through_sleep_keeps_pace_while_awake() -> None:
    slept = SleepWatch(time.monotonic, clock_through_sleep)
    assert slept.slept_s() == 0
