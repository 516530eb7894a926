"""Which channels are mixed, and how much louder the mix is made."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from recordings.transcription.channels import ChannelSums, Mix, choose_mix, gain_db_for, loud_level_db


def noise(level: float = 0.1, seed: int = 0) -> NDArray[np.float32]:
    return (level * np.random.default_rng(seed).standard_normal(8000)).astype(np.float32)


def mix_of(*channels: NDArray[np.float32], bass: tuple[int, ...] = ()) -> Mix:
    sums = ChannelSums(len(channels))
    stacked = np.stack(channels)
    sums.add(stacked[:, :3000])
    sums.add(stacked[:, 3000:])
    assert sums.count == 8000
    return choose_mix(sums.covariance(), bass)


def test_both_channels_are_mixed_whether_they_say_the_same_or_not() -> None:
    assert mix_of(noise(), noise()) == Mix((0, 1), "all")
    assert mix_of(noise(), noise(seed=1)) == Mix((0, 1), "all")
    assert mix_of(noise(), noise(0.05, seed=1)) == Mix((0, 1), "all")


@pytest.mark.parametrize("beside", [noise(0.0), noise(0.0005, seed=1), np.full(8000, 0.2, np.float32)])
def test_a_channel_with_silence_hiss_or_a_constant_is_left_out(beside: NDArray[np.float32]) -> None:
    assert mix_of(beside, noise()) == Mix((1,), "only")
    assert mix_of(noise(), beside) == Mix((0,), "only")


def test_channels_that_cancel_each_other_out_are_not_mixed() -> None:
    assert mix_of(noise(), -noise()) == Mix((0,), "opposed")
    assert mix_of(0.7 * noise(), -noise() + noise(0.005, seed=1)) == Mix((1,), "opposed")


def test_a_bass_channel_is_left_out_unless_nothing_else_is_heard() -> None:
    assert mix_of(noise(), noise(seed=1), noise(0.5, seed=2), bass=(2,)) == Mix((0, 1), "all")
    assert mix_of(noise(0.0), noise(0.0), noise(), bass=(2,)) == Mix((2,), "only")


def test_silence_is_mixed_as_it_is() -> None:
    assert mix_of(noise(0.0), noise(0.0)) == Mix((0, 1), "all")


def test_a_mix_is_the_mean_of_its_channels() -> None:
    samples = np.array([[0.5, 0.0], [0.1, 0.1], [0.0, 1.0]], np.float32)
    assert Mix((0, 2), "only").apply(samples).tolist() == [0.25, 0.5]


def test_the_level_is_one_that_lasts_and_no_click() -> None:
    assert loud_level_db([(1.0, 0.1), (0.001, 0.3), (0.0005, 0.3)]) == pytest.approx(-66.0, abs=0.1)
    assert loud_level_db([(0.1, 0.2)]) == pytest.approx(-20.0)
    assert loud_level_db([(0.0, 10.0)]) is None
    assert loud_level_db([]) is None


@pytest.mark.parametrize(
    ("level_db", "gain_db"),
    [(None, 0), (0.0, 0), (2.5, 0), (-29.0, 0), (-60.0, 40), (-31.0, 11), (-95.0, 60), (48.0, -49)],
)
def test_only_sound_that_is_very_quiet_or_beyond_full_scale_is_changed(level_db: float | None, gain_db: float) -> None:
    assert gain_db_for(level_db) == pytest.approx(gain_db)
