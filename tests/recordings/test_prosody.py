from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from recordings.prosody import FRAME_S, ProsodyTrack
from recordings.transcription.sound import SAMPLE_RATE, Samples
from simulator.transcript import Prosody, Span
from tests.recordings.transcription.speaking import samples_of

pytestmark = pytest.mark.speech

FALLING_DB = 20.0
TEXT = "First I would look at the data, because most models fail on their data. Then I would train a simple model."


def voice(hertz: NDArray[np.float64] | float, seconds: float = 3.0, level_db: float = -20.0) -> Samples:
    """A hummed vowel: ten harmonics, each weaker than the one below, of a pitch that may move from sample to sample."""
    count = round(seconds * SAMPLE_RATE)
    phase = 2 * np.pi * np.cumsum(np.broadcast_to(hertz, (count,))) / SAMPLE_RATE
    wave = np.sum([np.sin(number * phase) / number for number in range(1, 11)], axis=0)
    level = 10 ** (level_db / 20) / np.sqrt(np.mean(wave**2))
    return np.asarray(np.clip(np.rint(wave * level * 32768), -32768, 32767), np.int16)


def gliding(hertz: float, semitones: float, seconds: float = 4.0, rounds: int = 4) -> Samples:
    """A pitch that goes up and down evenly, over `semitones` in all."""
    position = np.abs(np.linspace(0, 2 * rounds, round(seconds * SAMPLE_RATE)) % 2 - 1)  # 1 … 0 … 1
    return voice(hertz * 2 ** ((position - 0.5) * semitones / 12), seconds)


def measured(samples: Samples) -> Prosody:
    track = ProsodyTrack()
    track.hear(samples, 0.0)
    prosody = track.measure((Span(0.0, len(samples) / SAMPLE_RATE),))
    assert prosody is not None
    return prosody


@pytest.mark.parametrize("hertz", [85.0, 120.0, 210.0, 300.0])
def test_a_held_note_is_heard_at_its_pitch_and_without_movement(hertz: float) -> None:
    prosody = measured(voice(hertz))
    assert prosody.pitch_hz == pytest.approx(hertz, rel=0.01)
    assert prosody.pitch_spread_semitones < 0.3
    assert prosody.voiced_s == pytest.approx(3.0, abs=0.2)


@pytest.mark.parametrize(("hertz", "semitones"), [(110.0, 5.0), (110.0, 10.0), (200.0, 5.0), (200.0, 10.0)])
def test_a_glide_is_heard_over_as_many_semitones_as_it_has(hertz: float, semitones: float) -> None:
    prosody = measured(gliding(hertz, semitones))
    assert prosody.pitch_hz == pytest.approx(hertz, rel=0.03)
    assert prosody.pitch_spread_semitones == pytest.approx(0.8 * semitones, abs=0.4)  # 10th to 90th percentile


@pytest.mark.parametrize(("liveliness", "semitones"), [(0, 0.4), (100, 4.7), (200, 9.0)])
def test_a_voice_made_flat_or_lively_is_heard_so(tmp_path: Path, liveliness: int, semitones: float) -> None:
    markup = f'<speak><prosody range="{liveliness}%">{TEXT}</prosody></speak>'
    subprocess.run(["espeak-ng", "-m", "-v", "en-us", "-w", str(tmp_path / "voice.wav"), markup], check=True)
    prosody = measured(samples_of(tmp_path / "voice.wav"))
    assert prosody.pitch_spread_semitones == pytest.approx(semitones, abs=1.0)


@pytest.mark.parametrize("level_db", [-20.0, -45.0, -55.0])
def test_a_faint_microphone_changes_the_loudness_and_nothing_else(level_db: float) -> None:
    prosody = measured(voice(120.0, level_db=level_db))
    assert prosody.pitch_hz == pytest.approx(120.0, rel=0.02)
    assert prosody.phrases[0].loudness_db == pytest.approx(level_db, abs=1.0)


def test_a_phrase_that_fades_says_by_how_much() -> None:
    loud, faint = voice(120.0, 2.0), voice(120.0, 0.3, level_db=-20.0 - FALLING_DB)
    (phrase,) = measured(np.concatenate([loud, faint])).phrases
    assert phrase.ending_drop_db == pytest.approx(FALLING_DB, abs=4)
    (steady,) = measured(voice(120.0, 2.3)).phrases
    assert steady.ending_drop_db == pytest.approx(0.0, abs=1)


def test_phrases_part_at_pauses_and_short_ones_are_left_out() -> None:
    track = ProsodyTrack()
    track.hear(voice(120.0, 2.0), 1.0)
    track.hear(voice(180.0, 2.0), 5.0)
    track.hear(voice(180.0, 0.5), 9.0)
    prosody = track.measure((Span(1.0, 1.9), Span(2.1, 3.0), Span(5.0, 7.0), Span(9.0, 9.5)))
    assert prosody is not None
    assert [(phrase.start_s, phrase.end_s) for phrase in prosody.phrases] == [(1.0, 3.0), (5.0, 7.0)]
    assert [round(phrase.pitch_hz) for phrase in prosody.phrases] == pytest.approx([120, 180], abs=2)


def test_what_two_stretches_share_counts_once() -> None:
    track = ProsodyTrack()
    whole = voice(120.0, 4.0)
    track.hear(whole[: 3 * SAMPLE_RATE], 0.0)
    track.hear(whole[2 * SAMPLE_RATE :], 2.0)
    prosody = track.measure((Span(0.0, 4.0),))
    assert prosody is not None
    assert prosody.voiced_s == pytest.approx(4.0, abs=10 * FRAME_S)


def test_a_mains_hum_is_no_voice() -> None:
    hum = voice(100.0, 6.0, level_db=-60.0).astype(np.int32)
    hum[: 3 * SAMPLE_RATE] += voice(200.0, 3.0)
    assert measured(hum.astype(np.int16)).voiced_s == pytest.approx(3.0, abs=0.2)


@pytest.mark.parametrize("sound", ["nothing", "silence", "noise"])
def test_without_a_voice_there_is_nothing_to_say(sound: str) -> None:
    samples = {
        "nothing": np.empty(0, np.int16),
        "silence": np.zeros(3 * SAMPLE_RATE, np.int16),
        "noise": np.random.default_rng(5).normal(0, 1000, 3 * SAMPLE_RATE).astype(np.int16),
    }
    track = ProsodyTrack()
    track.hear(samples[sound], 0.0)
    assert track.measure((Span(0.0, 3.0),)) is None
