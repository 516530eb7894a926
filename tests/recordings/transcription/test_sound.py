"""Sound: takes that grow, files of every kind, and files that are none."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from recordings.transcription.errors import SoundUndecodable
from recordings.transcription.sound import SAMPLE_RATE, GrowingTake, Samples, read_blocks
from tests.recordings.transcription.speaking import append, samples_of, silence, write_take


def tone(seconds: float, rate: int = SAMPLE_RATE) -> Samples:
    times = np.arange(round(seconds * rate)) / rate
    return (8000 * np.sin(2 * np.pi * 440 * times)).astype(np.int16)


def encode(path: Path, codec: str, rate: int, layout: str, seconds: float = 1.0) -> Path:
    channels = 2 if layout == "stereo" else 1
    frame = av.AudioFrame.from_ndarray(np.repeat(tone(seconds, rate), channels)[None, :], format="s16", layout=layout)
    frame.sample_rate = rate
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, layout=layout)
        assert isinstance(stream, av.AudioStream)
        kind = stream.codec_context.format
        resampler = av.AudioResampler(format=kind, layout=layout, rate=rate, frame_size=1024)
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize(
    ("name", "codec", "rate", "layout"),
    [
        ("a.wav", "pcm_s16le", 8000, "mono"),
        ("a.wav", "pcm_s16le", 44100, "stereo"),
        ("a.wav", "pcm_s24le", 48000, "mono"),
        ("a.flac", "flac", 16000, "mono"),
        ("a.mp3", "libmp3lame", 44100, "stereo"),
        ("a.m4a", "aac", 48000, "stereo"),
        ("a.ogg", "libopus", 48000, "stereo"),
        ("a.opus", "libopus", 48000, "mono"),
    ],
)
def test_every_kind_of_file_becomes_16_khz_mono(tmp_path: Path, name: str, codec: str, rate: int, layout: str) -> None:
    samples = samples_of(encode(tmp_path / name, codec, rate, layout))
    assert samples.dtype == np.int16
    assert len(samples) / SAMPLE_RATE == pytest.approx(1.0, abs=0.1)
    spectrum = np.abs(np.fft.rfft(samples[4000:12000].astype(float)))
    assert np.argmax(spectrum) * SAMPLE_RATE / 8000 == pytest.approx(440, abs=4)


def test_long_files_come_in_blocks(tmp_path: Path) -> None:
    take = write_take(tmp_path / "long.wav", silence(95))
    blocks = list(read_blocks(take))
    assert sum(map(len, blocks)) == 95 * SAMPLE_RATE
    assert max(map(len, blocks)) < 40 * SAMPLE_RATE


def test_a_take_without_samples_gives_none(tmp_path: Path) -> None:
    assert sum(map(len, read_blocks(write_take(tmp_path / "empty.wav", silence(0))))) == 0


@pytest.mark.parametrize("content", [b"", b"not sound at all\n" * 100, b"RIFF\0\0\0\0WAVE", b"\0" * 5000])
def test_what_is_not_sound_is_said_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.wav"
    path.write_bytes(content)
    with pytest.raises(SoundUndecodable, match=r"^notes\.wav is not a sound file that can be read\.$"):
        list(read_blocks(path))


def test_a_list_of_other_places_is_not_sound(tmp_path: Path) -> None:
    path = tmp_path / "list.m3u8"
    path.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n")
    with pytest.raises(SoundUndecodable):
        list(read_blocks(path))


def test_a_missing_file_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(SoundUndecodable, match=r"gone\.wav does not exist"):
        list(read_blocks(tmp_path / "gone.wav"))


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
        GrowingTake(encode(tmp_path / "a.wav", "pcm_s16le", 44100, "stereo")).read()
