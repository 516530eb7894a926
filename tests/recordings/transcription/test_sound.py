"""Takes that are read while they grow."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from recordings.transcription.errors import SoundUndecodable
from recordings.transcription.sound import SAMPLE_RATE, GrowingTake, Samples
from tests.recordings.transcription.sound_files import encode, sine
from tests.recordings.transcription.speaking import append, write_take


def tone(seconds: float, rate: int = SAMPLE_RATE) -> Samples:
    times = np.arange(round(seconds * rate)) / rate
    return (8000 * np.sin(2 * np.pi * 440 * times)).astype(np.int16)


def test_a_growing_take_gives_each_sample_once(tmp_path: Path) -> None:
    said = tone(1.0)
    take = GrowingTake(tmp_path / "a.wav.part")
    assert len(take.read()) == 0
    write_take(take.path, said[:0])
    assert len(take.read()) == 0
    append(take.path, said[:5000])
    first = take.read()
    append(take.path, said[5000:])
    take.path = take.path.rename(tmp_path / "a.wav")
    assert np.array_equal(np.concatenate([first, take.read(), take.read()]), said)


def test_half_a_sample_waits_for_its_other_half(tmp_path: Path) -> None:
    take = GrowingTake(write_take(tmp_path / "a.wav.part", tone(0.1)))
    with take.path.open("ab") as file:
        file.write(b"\x34")
    assert len(take.read()) == 1600
    with take.path.open("ab") as file:
        file.write(b"\x12")
    assert take.read().tolist() == [0x1234]


def test_a_header_that_is_not_all_there_is_waited_for(tmp_path: Path) -> None:
    whole = write_take(tmp_path / "whole.wav", tone(0.1)).read_bytes()
    take = GrowingTake(tmp_path / "a.wav.part")
    for length in (0, 3, 11, 30, 43):
        take.path.write_bytes(whole[:length])
        assert len(take.read()) == 0
    take.path.write_bytes(whole)
    assert len(take.read()) == 1600


def test_a_growing_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SoundUndecodable):
        GrowingTake(encode(tmp_path / "a.wav", "pcm_s16le", "mono", sine(rate=44_100)[None], rate=44_100)).read()
