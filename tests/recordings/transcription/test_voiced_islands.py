"""Voiced islands in made sound: which are found, and which of them hold one sound."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from recordings.transcription.sound import SAMPLE_RATE, Samples
from recordings.transcription.voiced_islands import Island, voiced_islands
from simulator.transcript import Span
from tests.recordings.transcription.speaking import noise, silence, spoken, vowel


def hushed(*parts: Samples) -> Samples:
    """The parts with half a second of a quiet room around each."""
    pieces = [noise(0.5, 20)]
    for part in parts:
        pieces += [part, noise(0.5, 20)]
    return np.concatenate(pieces)


def hum(seconds: float, pitch_hz: float = 115.0) -> Samples:
    """A voice behind closed lips: a few overtones, a little uneven."""
    unevenness = 1 + 0.01 * np.random.default_rng(3).standard_normal(round(seconds * SAMPLE_RATE))
    phase = 2 * np.pi * np.cumsum(pitch_hz * unevenness) / SAMPLE_RATE
    return np.asarray(sum(1500 * np.sin(k * phase) / k**1.5 for k in (1, 2, 3, 4)), dtype=np.int16)


@pytest.mark.parametrize("pitch_hz", [80.0, 110.0, 220.0])
def test_a_held_vowel_is_one_steady_island(pitch_hz: float) -> None:
    (island,) = voiced_islands(hushed(vowel(0.6, pitch_hz)))
    assert island.span.start_s == pytest.approx(0.5, abs=0.06)
    assert island.span.end_s == pytest.approx(1.1, abs=0.06)
    assert island.steady_s > 0.4
    assert island.change < 3.2


def test_a_glide_from_vowel_to_vowel_is_not_steady() -> None:
    steps = [vowel(0.05, 110, (300 + 60 * step, 2200 - 130 * step)) for step in (0, 4, 8, 2, 6, 1, 7, 3, 9, 0, 5, 8)]
    islands = voiced_islands(hushed(np.concatenate(steps)))
    assert islands
    assert all(island.steady_s == 0 for island in islands)


@pytest.mark.parametrize("room", [50, 200, 400])
def test_the_noise_of_a_room_makes_a_hum_no_less_steady(room: int) -> None:
    sound = noise(1.6, room)
    sound[SAMPLE_RATE // 2 :][: round(0.6 * SAMPLE_RATE)] += hum(0.6)
    (island,) = voiced_islands(sound)
    assert island.steady_s > 0.4
    assert island.change < 1.5


def test_two_sounds_are_two_islands() -> None:
    assert len(voiced_islands(hushed(vowel(0.4), vowel(0.4)))) == 2


@pytest.mark.parametrize(
    "sound",
    [silence(0.0), silence(0.01), silence(2.0), noise(3.0, 30), noise(3.0, 3000), noise(1.0, 30000)],
    ids=["nothing", "10 ms", "silence", "hiss", "noise", "clipping noise"],
)
def test_where_there_is_no_voice_there_is_no_island(sound: Samples) -> None:
    assert not any(island.steady_s for island in voiced_islands(sound))


def test_a_tone_from_a_machine_is_not_steady_as_a_voice_is() -> None:
    moments = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    tone = (8000 * np.sin(2 * np.pi * 220 * moments)).astype(np.int16)
    assert not any(island.steady_s for island in voiced_islands(hushed(tone)))


def test_speech_is_many_islands(tmp_path: Path) -> None:
    islands = voiced_islands(spoken("The learning rate decides how far each step goes.", tmp_path))
    assert len(islands) >= 3
    starts = [island.span.start_s for island in islands]
    assert starts == sorted(starts)


def test_the_same_vowel_is_alike_and_another_is_not() -> None:
    first, again, louder, other = voiced_islands(
        hushed(vowel(0.3), vowel(0.2, 120.0), vowel(0.3) * 2, vowel(0.3, 110.0, (300.0, 2200.0)))
    )
    assert first.unlikeness(again) < 2.0
    assert first.unlikeness(louder) < 2.0
    assert first.unlikeness(other) > 4.0


def test_without_a_colour_no_sound_is_alike() -> None:
    island = Island(Span(0.0, 1.0))
    assert island.unlikeness(island) == math.inf


def test_an_island_can_be_put_on_another_clock() -> None:
    (island,) = voiced_islands(hushed(vowel(0.6)))
    assert island.later(10.0).span.start_s == pytest.approx(island.span.start_s + 10.0)
