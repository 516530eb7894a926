"""Finished sound files of every kind, in whole, broken or none at all: 16 kHz mono, or one sentence."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from recordings.transcription.errors import SoundUndecodable
from recordings.transcription.sound import SAMPLE_RATE
from recordings.transcription.sound_file import SoundFile
from recordings.transcription.sound_used import SoundUsed
from tests.recordings.transcription.sound_files import encode, extensible_format, joined, plain_format, sine, wav
from tests.recordings.transcription.speaking import samples_of, silence, write_take

Tracks = NDArray[np.float32]


def stereo(left: Tracks, right: Tracks) -> Tracks:
    return np.stack([left, right])


def used(path: Path) -> SoundUsed:
    return SoundFile(path).used


def pitch_and_peak(path: Path) -> tuple[float, float]:
    """The strongest frequency in Hz, and the largest deflection as a share of full scale, but for the ends."""
    samples = samples_of(path)[1600:-1600] / 32768
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum)) * SAMPLE_RATE / len(samples), float(np.abs(samples).max())


@pytest.mark.parametrize(
    ("name", "codec", "rate", "layout"),
    [
        ("a.wav", "pcm_s16le", 8000, "mono"),
        ("a.wav", "pcm_s16le", 44100, "stereo"),
        ("a.wav", "pcm_s24le", 48000, "mono"),
        ("a.wav", "pcm_u8", 16000, "mono"),
        ("a.wav", "pcm_f64le", 16000, "mono"),
        ("a.aiff", "pcm_s16be", 44100, "stereo"),
        ("a.flac", "flac", 16000, "mono"),
        ("a.mp3", "libmp3lame", 44100, "stereo"),
        ("a.aac", "aac", 44100, "stereo"),
        ("a.m4a", "aac", 48000, "stereo"),
        ("a.mka", "libopus", 48000, "stereo"),
        ("a.ogg", "libopus", 48000, "stereo"),
        ("a.opus", "libopus", 48000, "mono"),
    ],
)
def test_every_kind_of_file_becomes_16_khz_mono(tmp_path: Path, name: str, codec: str, rate: int, layout: str) -> None:
    channels = np.repeat(sine(rate=rate)[None], 2 if layout == "stereo" else 1, axis=0)
    path = encode(tmp_path / name, codec, layout, channels, rate=rate)
    samples = samples_of(path)
    assert samples.dtype == np.int16
    assert len(samples) / SAMPLE_RATE == pytest.approx(1.0, abs=0.1)
    pitch_hz, peak = pitch_and_peak(path)
    assert pitch_hz == pytest.approx(440, abs=4)
    assert peak == pytest.approx(0.25, rel=0.1)
    sound = used(path)
    assert (sound.channel_choice, sound.gain_db, sound.is_cut_off, sound.is_damaged) == ("all", 0.0, False, False)
    assert (sound.track, sound.track_count, len(sound.channels)) == (1, 1, sound.channel_count)


def test_a_take_comes_back_bit_for_bit(tmp_path: Path) -> None:
    said = np.round(8000 * sine(1.0)).astype(np.int16)
    assert np.array_equal(samples_of(write_take(tmp_path / "a.wav", said)), said)


def test_long_files_come_in_blocks(tmp_path: Path) -> None:
    take = write_take(tmp_path / "long.wav", silence(95))
    blocks = list(SoundFile(take).blocks())
    assert sum(map(len, blocks)) == 95 * SAMPLE_RATE
    assert max(map(len, blocks)) < 40 * SAMPLE_RATE


def test_a_take_without_samples_gives_none(tmp_path: Path) -> None:
    take = SoundFile(write_take(tmp_path / "empty.wav", silence(0)))
    assert sum(map(len, take.blocks())) == 0
    assert (take.used.duration_s, take.used.level_db) == (0.0, None)


@pytest.mark.parametrize(("name", "codec"), [("a.mp3", "libmp3lame"), ("a.aac", "aac")])
def test_the_rate_and_the_channels_may_change_within_a_file(tmp_path: Path, name: str, codec: str) -> None:
    mono, two = sine(rate=44_100)[None], np.repeat(sine(rate=48_000)[None], 2, axis=0)
    first = encode(tmp_path / f"first-{name}", codec, "mono", mono, rate=44_100)
    second = encode(tmp_path / f"second-{name}", codec, "stereo", two, rate=48_000)
    both = joined(tmp_path / name, first, second)
    assert len(samples_of(both)) / SAMPLE_RATE == pytest.approx(2.0, abs=0.2)
    assert pitch_and_peak(both)[0] == pytest.approx(440, abs=4)


@pytest.mark.parametrize("layouts", [("mono", "mono"), ("mono", "stereo"), ("stereo", "mono")])
def test_ogg_streams_one_after_the_other_are_all_heard(tmp_path: Path, layouts: tuple[str, str]) -> None:
    parts = []
    for number, layout in enumerate(layouts):
        channels = np.repeat(sine(rate=48_000)[None], 2 if layout == "stereo" else 1, axis=0)
        parts.append(encode(tmp_path / f"{number}.opus", "libopus", layout, channels, rate=48_000))
    both = joined(tmp_path / "both.opus", *parts)
    assert len(samples_of(both)) / SAMPLE_RATE == pytest.approx(2.0, abs=0.1)
    assert not used(both).is_cut_off


def test_sound_in_the_bass_channel_alone_is_heard(tmp_path: Path) -> None:
    channels = np.zeros((6, SAMPLE_RATE), np.float32)
    channels[3] = sine()
    path = encode(tmp_path / "a.flac", "flac", "5.1", channels)
    assert list(pitch_and_peak(path)) == pytest.approx([440, 0.25], rel=0.01)
    assert (used(path).channels, used(path).channel_count, used(path).channel_choice) == ((4,), 6, "only")


def test_sound_on_one_side_is_heard_in_full(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.wav", "pcm_s16le", "stereo", stereo(0 * sine(), sine()))
    assert pitch_and_peak(path)[1] == pytest.approx(0.25, rel=0.01)
    assert (used(path).channels, used(path).channel_choice) == ((2,), "only")


def test_channels_that_cancel_each_other_out_are_heard(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.wav", "pcm_s16le", "stereo", stereo(sine(), -sine()))
    assert pitch_and_peak(path)[1] == pytest.approx(0.25, rel=0.01)
    assert (used(path).channels, used(path).channel_choice) == ((1,), "opposed")


def test_the_first_track_with_sound_is_heard(tmp_path: Path) -> None:
    tracks = (0 * sine()[None], sine()[None], sine(hertz=880)[None])
    path = encode(tmp_path / "a.mka", "pcm_s16le", "mono", *tracks)
    assert pitch_and_peak(path)[0] == pytest.approx(440, abs=4)
    assert (used(path).track, used(path).track_count) == (2, 3)


def test_very_quiet_sound_is_made_louder_before_it_is_rounded(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.wav", "pcm_s24le", "mono", sine(peak=0.001)[None])
    assert used(path).level_db == pytest.approx(-60, abs=0.1)
    assert used(path).gain_db == pytest.approx(40, abs=0.1)
    samples = samples_of(path)
    assert np.abs(samples).max() == pytest.approx(3277, rel=0.01)
    assert len(np.unique(samples)) > 2 * 33 + 1  # 16 bits have no more for it


def test_numbers_beyond_full_scale_are_not_clipped(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.wav", "pcm_f32le", "mono", sine(peak=100.0)[None])
    assert pitch_and_peak(path)[1] == pytest.approx(0.89, abs=0.01)
    assert used(path).gain_db == pytest.approx(-41, abs=0.1)


def test_24_valid_bits_in_32_are_read_as_they_are(tmp_path: Path) -> None:
    numbers = np.round(sine() * 2**31).astype("<i4") // 256 * 256
    path = wav(tmp_path / "a.wav", extensible_format(32, 24), numbers.tobytes())
    assert list(pitch_and_peak(path)) == pytest.approx([440, 0.25], rel=0.01)
    assert not used(path).is_cut_off


@pytest.mark.parametrize("bits", [16, 32])
def test_big_endian_riff_is_read_as_it_is(tmp_path: Path, bits: int) -> None:
    numbers = np.round(sine() * 2 ** (bits - 1)).astype(f">i{bits // 8}")
    path = wav(tmp_path / "a.wav", plain_format(">", bits), numbers.tobytes(), ">")
    assert list(pitch_and_peak(path)) == pytest.approx([440, 0.25], rel=0.01)


def test_a_number_that_is_none_does_not_spoil_the_rest(tmp_path: Path) -> None:
    numbers = sine().astype("<f4")
    numbers[5000:5010] = np.nan
    path = wav(tmp_path / "a.wav", plain_format(bits=32, tag=3), numbers.tobytes())
    assert list(pitch_and_peak(path)) == pytest.approx([440, 0.25], rel=0.01)


@pytest.mark.parametrize(("name", "codec"), [("a.flac", "flac"), ("a.wav", "pcm_s16le"), ("a.opus", "libopus")])
def test_what_is_left_of_a_file_that_was_cut_off_is_heard(tmp_path: Path, name: str, codec: str) -> None:
    noise = 0.1 * np.random.default_rng(0).standard_normal((1, 10 * 48_000)).astype(np.float32)
    path = encode(tmp_path / name, codec, "mono", noise, rate=48_000)
    whole = path.read_bytes()
    assert not used(path).is_cut_off
    path.write_bytes(whole[: len(whole) // 2 + 1])
    assert used(path).is_cut_off
    assert used(path).duration_s == pytest.approx(5, abs=1.5)
    assert len(samples_of(path)) / SAMPLE_RATE == pytest.approx(used(path).duration_s, abs=0.01)


@pytest.mark.parametrize("said_bytes", [0xFFFF_FFFF, 0x7FFF_FFFF])
def test_a_wav_out_of_a_pipe_does_not_count_as_cut_off(tmp_path: Path, said_bytes: int) -> None:
    numbers = np.round(sine() * 2**15).astype("<i2")
    sound = used(wav(tmp_path / "a.wav", plain_format(), numbers.tobytes(), said_bytes=said_bytes))
    assert sound.duration_s == pytest.approx(1.0)
    assert not sound.is_cut_off


@pytest.mark.parametrize(("name", "codec"), [("a.flac", "flac"), ("a.opus", "libopus"), ("a.m4a", "aac")])
def test_damage_in_the_middle_costs_what_is_damaged(tmp_path: Path, name: str, codec: str) -> None:
    noise = 0.1 * np.random.default_rng(0).standard_normal((1, 10 * SAMPLE_RATE)).astype(np.float32)
    path = encode(tmp_path / name, codec, "mono", noise)
    content = bytearray(path.read_bytes())
    fifth = len(content) // 5
    content[2 * fifth : 3 * fifth] = bytes(fifth)
    path.write_bytes(content)
    assert used(path).is_cut_off or used(path).is_damaged
    assert used(path).duration_s == pytest.approx(8, abs=1.1)


def test_an_m4a_that_was_never_finished_is_said_to_be_cut_off(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.m4a", "aac", "mono", sine(3.0, 44_100)[None], rate=44_100)
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b"moov") - 4])
    with pytest.raises(SoundUndecodable, match=r"^a\.m4a is cut off: "):
        list(SoundFile(path).blocks())


@pytest.mark.parametrize("content", [b"RIFF\0\0\0\0WAVE", b"OggS" * 500, b"fLaC" + bytes(200), b"\x1aE\xdf\xa3\x93"])
def test_what_only_begins_like_sound_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(SoundUndecodable, match=r"^a\.wav begins like a sound file, but is cut off or damaged"):
        list(SoundFile(path).blocks())


@pytest.mark.parametrize("content", [b"", b"not sound at all\n" * 100, b"\0" * 5000])
def test_what_is_not_sound_is_said_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.wav"
    path.write_bytes(content)
    with pytest.raises(SoundUndecodable, match=r"^notes\.wav is not a sound file that can be read\.$"):
        list(SoundFile(path).blocks())


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Somebody who would notice a caller."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        yield listening


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{}\n#EXT-X-ENDLIST\n"),
        ("list.wav", "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{}\n#EXT-X-ENDLIST\n"),
        ("list.wav", "ffconcat version 1.0\nfile {}\n"),
        (
            "a.mpd",
            """<?xml version="1.0"?>
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:full:2011" type="static">
            <Period><AdaptationSet mimeType="audio/mp4"><Representation id="1"><BaseURL>{}</BaseURL>
            </Representation></AdaptationSet></Period></MPD>""",
        ),
    ],
)
def test_a_list_of_other_places_leads_nowhere(tmp_path: Path, server: socket.socket, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content.format(f"http://127.0.0.1:{server.getsockname()[1]}/a.ts"))
    with pytest.raises(SoundUndecodable, match=r"is not a sound file that can be read\.$"):
        list(SoundFile(path).blocks())
    with pytest.raises(TimeoutError):
        server.accept()


def test_a_list_of_other_files_leads_nowhere(tmp_path: Path) -> None:
    encode(tmp_path / "there.wav", "pcm_s16le", "mono", sine()[None])
    path = tmp_path / "here.wav"
    path.write_text("ffconcat version 1.0\nfile there.wav\n")
    with pytest.raises(SoundUndecodable):
        list(SoundFile(path).blocks())


def test_a_session_description_opens_no_port(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1] // 2 * 2
        path.write_text(
            "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=call\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            f"m=audio {port} RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n"
        )
        with pytest.raises(SoundUndecodable, match=r"^call\.wav is not a sound file that can be read\.$"):
            list(SoundFile(path).blocks())


def test_a_file_of_pictures_alone_holds_no_sound(tmp_path: Path) -> None:
    import av

    path = tmp_path / "a.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=5)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for _ in range(5):
            container.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
        container.mux(stream.encode(None))
    with pytest.raises(SoundUndecodable, match=r"^a\.mp4 contains no sound\.$"):
        list(SoundFile(path).blocks())


def test_sound_that_nothing_can_decode_is_said_to_be(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.mka", "pcm_s16le", "mono", sine()[None])
    path.write_bytes(path.read_bytes().replace(b"A_PCM/", b"A_XYZ/"))
    with pytest.raises(SoundUndecodable, match=r"^a\.mka contains sound of a kind that cannot be decoded"):
        list(SoundFile(path).blocks())


def test_a_missing_file_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(SoundUndecodable, match=r"gone\.wav is not there"):
        list(SoundFile(tmp_path / "gone.wav").blocks())


def test_a_name_that_is_not_unicode_is_no_hindrance(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.flac", "flac", "mono", sine()[None]).rename(tmp_path / "caf\udce9.flac")
    assert len(samples_of(path)) == SAMPLE_RATE
