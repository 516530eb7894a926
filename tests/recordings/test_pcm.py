from __future__ import annotations

import contextlib
import tracemalloc
import wave
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recordings import pcm
from recordings.errors import SoundUnreadable
from recordings.pcm import RawFormat, Resampler, SampleFormat
from tests import sound


def test_a_meter_shows_nothing_for_silence_and_nearly_all_for_a_full_tone() -> None:
    assert pcm.level_of(sound.silence(0.1)) == 0
    assert pcm.level_of(b"") == 0
    assert pcm.level_of(sound.tone(0.1, peak_db=0)) == pytest.approx(1 - 3.01 / 60, abs=0.002)
    assert pcm.level_of(sound.tone(0.1, peak_db=-27)) == pytest.approx(0.5, abs=0.002)
    assert pcm.level_of(sound.tone(0.1, peak_db=-70)) == 0


def test_a_constant_offset_is_not_loud() -> None:
    assert pcm.level_of(sound.shifted(sound.silence(0.1), 20_000)) == 0
    quiet = sound.tone(0.1, peak_db=-40)
    assert pcm.decibels_of(sound.shifted(quiet, 9_000)) == pytest.approx(pcm.decibels_of(quiet), abs=0.1)


@given(st.binary(max_size=400).map(lambda data: data[: len(data) // 2 * 2]))
def test_every_sound_has_a_level(data: bytes) -> None:
    assert 0 <= pcm.level_of(data) <= 1
    assert pcm.SILENCE_DB <= pcm.decibels_of(data) <= 0


def test_the_header_is_one_the_standard_library_reads(tmp_path: Path) -> None:
    data = sound.tone(0.5)
    path = tmp_path / "a.wav"
    path.write_bytes(pcm.wav_header(len(data) // 2) + data)
    assert sound.read_wav(path) == data
    assert path.read_bytes() == sound.write_wav(tmp_path / "b.wav", data).read_bytes()


def test_a_header_for_days_of_sound_stays_a_header() -> None:
    assert len(pcm.wav_header(10**11)) == pcm.HEADER_BYTES


def test_peaks_follow_the_sound(tmp_path: Path) -> None:
    path = sound.write_wav(tmp_path / "a.wav", sound.silence(1) + sound.tone(1, peak_db=-6) + sound.silence(2))
    found = pcm.peaks(path, 40)
    assert len(found) == 40
    assert found[:10] == [0.0] * 10
    assert found[10:20] == pytest.approx([10 ** (-6 / 20)] * 10, abs=0.01)
    assert found[20:] == [0.0] * 20


@pytest.mark.parametrize("duration_s", [0, 0.01, 0.3])
def test_peaks_of_short_sounds_fill_every_bucket(tmp_path: Path, duration_s: float) -> None:
    found = pcm.peaks(sound.write_wav(tmp_path / "a.wav", sound.tone(duration_s, peak_db=0)), 600)
    assert len(found) == 600
    assert max(found) == pytest.approx(1 if duration_s else 0, abs=0.001)


def test_peaks_of_a_clipped_sound_stop_at_one(tmp_path: Path) -> None:
    assert max(pcm.peaks(sound.write_wav(tmp_path / "a.wav", sound.tone(0.2, peak_db=20)), 10)) == 1


def test_peaks_of_a_cut_off_file_end_in_silence(tmp_path: Path) -> None:
    path = sound.write_wav(tmp_path / "a.wav", sound.tone(2, peak_db=0))
    with path.open("r+b") as file:
        file.truncate(pcm.HEADER_BYTES + 2 * pcm.SAMPLE_RATE + 1)
    found = pcm.peaks(path, 20)
    assert min(found[:10]) == pytest.approx(1, abs=0.01)
    assert found[11:] == [0.0] * 9


def test_peaks_of_an_hour_need_no_more_memory_than_a_minute(tmp_path: Path) -> None:
    path = tmp_path / "hour.wav"
    with path.open("wb") as file:
        file.write(pcm.wav_header(3600 * pcm.SAMPLE_RATE))
        file.truncate(pcm.HEADER_BYTES + 3600 * pcm.BYTES_PER_SECOND)
    pcm.peaks(path, 10)
    tracemalloc.start()
    before_bytes = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    assert pcm.peaks(path, 1000) == [0.0] * 1000
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak_bytes - before_bytes < 2_000_000


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all, but long enough to look for a header in it"])
def test_what_is_no_sound_is_said_to_be_unreadable(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(SoundUnreadable, match=r"a\.wav cannot be read"):
        pcm.peaks(path, 10)


@given(st.lists(st.tuples(st.integers(0, 43), st.integers(0, 255)), min_size=1, max_size=4), st.integers(0, 3_244))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_damaged_header_gives_peaks_or_a_sentence(
    tmp_path: Path, changes: list[tuple[int, int]], length: int
) -> None:
    damaged = bytearray(pcm.wav_header(1_600) + bytes(3_200))
    for place, value in changes:
        damaged[place] = value
    (tmp_path / "damaged.wav").write_bytes(damaged[:length])
    with contextlib.suppress(SoundUnreadable):
        assert len(pcm.peaks(tmp_path / "damaged.wav", 10)) == 10


def test_missing_and_eight_bit_sounds_are_unreadable(tmp_path: Path) -> None:
    with pytest.raises(SoundUnreadable):
        pcm.peaks(tmp_path / "none.wav", 10)
    with wave.open(str(tmp_path / "8bit.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(100))
    with pytest.raises(SoundUnreadable):
        pcm.peaks(tmp_path / "8bit.wav", 10)


def device_bytes(pcm_data: bytes, sample_format: SampleFormat, channels: int) -> bytes:
    """The same sound as a device of that kind would deliver it."""
    mono = sound.samples_of(pcm_data) / pcm.FULL_SCALE
    frames = np.repeat(mono[:, np.newaxis], channels, axis=1)
    if sample_format == "float32":
        return frames.astype(np.float32).tobytes()
    if sample_format == "uint8":
        return np.clip(frames * 128 + 128, 0, 255).astype(np.uint8).tobytes()
    bits = {"int16": 15, "int32": 31}[sample_format]
    return bytes((frames * (2**bits - 1)).astype(sample_format).tobytes())


@pytest.mark.parametrize("sample_format", ["uint8", "int16", "int32", "float32"])
@pytest.mark.parametrize(("rate_hz", "channels"), [(44_100, 2), (48_000, 1), (8_000, 1), (96_000, 6), (16_000, 2)])
def test_any_device_becomes_our_format(
    sample_format: Literal["uint8", "int16", "int32", "float32"], rate_hz: int, channels: int
) -> None:
    raw = RawFormat(rate_hz, channels, sample_format)
    resampler = Resampler(raw)
    data = device_bytes(sound.tone(1.0, hertz=500, peak_db=-6, rate_hz=rate_hz), sample_format, channels)
    out = b"".join(resampler.feed(data[start : start + 999]) for start in range(0, len(data), 999)) + resampler.flush()
    assert len(out) / pcm.BYTES_PER_SECOND == pytest.approx(1.0, abs=0.001)
    assert sound.pitch_hz(out) == pytest.approx(500, abs=2)
    assert pcm.decibels_of(out) == pytest.approx(-9, abs=0.3)


@given(st.lists(st.integers(1, 5_000), min_size=1, max_size=8))
def test_it_does_not_matter_where_the_stream_is_cut(lengths: list[int]) -> None:
    raw = RawFormat(48_000, 2, "float32")
    data = device_bytes(sound.tone(0.1, rate_hz=48_000), "float32", 2)
    whole, cut = Resampler(raw), Resampler(raw)
    expected = whole.feed(data) + whole.flush()
    out, position = b"", 0
    for length in lengths:
        out += cut.feed(data[position : position + length])
        position += length
    assert out + cut.feed(data[position:]) + cut.flush() == expected


def test_floats_beyond_full_scale_and_no_numbers_at_all_do_no_harm() -> None:
    resampler = Resampler(RawFormat(16_000, 1, "float32"))
    wild = np.array([np.nan, np.inf, -np.inf, 40.0, -40.0] * 2_000, dtype=np.float32)
    out = resampler.feed(wild.tobytes()) + resampler.flush()
    assert len(out) == len(wild) * 2
