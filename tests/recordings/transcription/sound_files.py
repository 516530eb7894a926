"""Sound files of every kind for these tests, made by FFmpeg or byte by byte."""

from __future__ import annotations

import struct
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from recordings.transcription.sound import SAMPLE_RATE

PCM_GUID = bytes.fromhex("0100000000001000800000aa00389b71")


def sine(
    seconds: float = 1.0, rate: int = SAMPLE_RATE, peak: float = 0.25, hertz: float = 440.0
) -> NDArray[np.float32]:
    """A tone of shape (length,), between −`peak` and `peak`."""
    return (peak * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)).astype(np.float32)


def encode(path: Path, codec: str, layout: str, *tracks: NDArray[np.float32], rate: int = SAMPLE_RATE) -> Path:
    """A file at `path` with a track for each of `tracks`, which have the shape (channels, length)."""
    with av.open(str(path), "w") as container:
        streams = [container.add_stream(codec, rate=rate, layout=layout) for _ in tracks]
        for stream, samples in zip(streams, tracks, strict=True):
            assert isinstance(stream, av.AudioStream)
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), format="fltp", layout=layout)
            frame.sample_rate = rate
            resampler = av.AudioResampler(stream.codec_context.format, layout, rate, frame_size=960)
            for piece in [*resampler.resample(frame), *resampler.resample(None)]:
                container.mux(stream.encode(piece))
            container.mux(stream.encode(None))
    return path


def joined(path: Path, *parts: Path) -> Path:
    """One file after the other, as `cat` does it."""
    path.write_bytes(b"".join(part.read_bytes() for part in parts))
    return path


def wav(path: Path, form: bytes, data: bytes, order: str = "<", said_bytes: int | None = None) -> Path:
    """A RIFF (or, with the order ">", RIFX) file of this format chunk, which says that it has `said_bytes` of data."""
    size = len(data) if said_bytes is None else said_bytes
    body = b"WAVE" + struct.pack(f"{order}4sI", b"fmt ", len(form)) + form + struct.pack(f"{order}4sI", b"data", size)
    name = b"RIFF" if order == "<" else b"RIFX"
    path.write_bytes(struct.pack(f"{order}4sI", name, min(0xFFFF_FFFF, len(body) + size)) + body + data)
    return path


def plain_format(order: str = "<", bits: int = 16, tag: int = 1, channels: int = 1) -> bytes:
    """The format chunk of plain PCM at 16 kHz."""
    frame = channels * bits // 8
    return struct.pack(f"{order}HHIIHH", tag, channels, SAMPLE_RATE, SAMPLE_RATE * frame, frame, bits)


def extensible_format(bits: int, valid_bits: int, guid: bytes = PCM_GUID) -> bytes:
    """The format chunk of WAVE_FORMAT_EXTENSIBLE, mono at 16 kHz."""
    return plain_format(bits=bits, tag=0xFFFE) + struct.pack("<HHI", 22, valid_bits, 4) + guid
