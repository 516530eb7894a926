"""What the head of a WAV says of its samples and its length."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from recordings.transcription.wav_headers import pcm_decoder, wav_length_s
from tests.recordings.transcription.sound_files import extensible_format, plain_format, wav


@pytest.mark.parametrize(
    ("form", "order", "decoder"),
    [
        (plain_format(), "<", None),
        (plain_format(bits=24), "<", None),
        (plain_format(bits=32, tag=3), "<", None),
        (extensible_format(32, 24), "<", "pcm_s32le"),
        (extensible_format(24, 24), "<", "pcm_s24le"),
        (extensible_format(32, 32, guid=bytes(16)), "<", None),
        (plain_format(">"), ">", "pcm_s16be"),
        (plain_format(">", bits=24, channels=2), ">", "pcm_s24be"),
        (plain_format(">", bits=32, tag=3), ">", "pcm_f32be"),
        (plain_format(">", bits=8), ">", "pcm_u8"),
        (plain_format(">", tag=6), ">", None),
        (b"short", "<", None),
    ],
)
def test_samples_that_would_be_misread_have_their_decoder_named(
    tmp_path: Path, form: bytes, order: str, decoder: str | None
) -> None:
    with wav(tmp_path / "a.wav", form, bytes(8), order).open("rb") as file:
        assert pcm_decoder(file) == decoder


@pytest.mark.parametrize(
    ("said_bytes", "length_s"), [(32_000, 1.0), (320_000, 10.0), (0, None), (0x7FFF_FFFF, None), (0xFFFF_FFFF, None)]
)
@pytest.mark.parametrize("order", ["<", ">"])
def test_the_length_is_what_the_file_says(tmp_path: Path, said_bytes: int, length_s: float | None, order: str) -> None:
    with wav(tmp_path / "a.wav", plain_format(order), bytes(32_000), order, said_bytes).open("rb") as file:
        assert wav_length_s(file) == length_s


@pytest.mark.parametrize(
    "content", [b"", b"RIFF", b"RIFF\0\0\0\0WAVE", b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01", b"OggS" * 99]
)
def test_other_heads_say_nothing(content: bytes) -> None:
    assert (pcm_decoder(io.BytesIO(content)), wav_length_s(io.BytesIO(content))) == (None, None)
