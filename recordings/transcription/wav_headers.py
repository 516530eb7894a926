"""What the head of a WAV says that FFmpeg misreads or keeps to itself. No samples."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

_ORDERS: Final = {b"RIFF": "<", b"RIFX": ">"}
_HEAD_BYTES: Final = 65_536
_FIRST_CHUNK: Final = 12
_LEAST_FORMAT_BYTES: Final = 16
_EXTENSIBLE: Final = 0xFFFE
_PCM_GUID_TAIL: Final = bytes.fromhex("000000001000800000aa00389b71")
_SAMPLE_KINDS: Final = {1: "s", 3: "f"}
_ENDLESS_BYTES: Final = 0x7FFF_0000  # said by programs that write into a pipe and cannot know


def pcm_decoder(file: BinaryIO) -> str | None:
    """The name of the decoder for a WAV whose samples FFmpeg would misread; None for all other files.

    FFmpeg 8 reads the samples of RIFX, which are big-endian, as if they were little-endian, and takes whole numbers of
    24 valid bits in 32 for a rare kind of floating-point numbers.
    """
    head, order = _head(file)
    form = _format(head, order)
    return _decoder_of(form, order) if form else None


def wav_length_s(file: BinaryIO) -> float | None:
    """How long the sound of a WAV is by its own word, cut off or not; None if it has none, or is no WAV.

    FFmpeg goes by what is there instead.
    """
    head, order = _head(file)
    form = _format(head, order)
    said_bytes = next((size for name, size, _ in _chunks(head, order) if name == b"data"), 0)
    if not form or not 0 < said_bytes < _ENDLESS_BYTES:
        return None
    bytes_per_second: int = struct.unpack_from(f"{order}I", form, 8)[0]
    return said_bytes / bytes_per_second if bytes_per_second else None


def _head(file: BinaryIO) -> tuple[bytes, str]:
    """The beginning of a WAV and the order of its bytes; nothing at all of other files."""
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    return (head, _ORDERS[head[:4]]) if head[:4] in _ORDERS and head[8:12] == b"WAVE" else (b"", "<")


def _chunks(head: bytes, order: str) -> Iterator[tuple[bytes, int, int]]:
    """The name and size of each chunk, and where its contents begin."""
    position = _FIRST_CHUNK
    while position + 8 <= len(head):
        name, size = struct.unpack_from(f"{order}4sI", head, position)
        yield name, size, position + 8
        position += 8 + size + size % 2


def _format(head: bytes, order: str) -> bytes:
    """What the format chunk holds; nothing if there is none."""
    found = (head[at : at + size] for name, size, at in _chunks(head, order) if name == b"fmt ")
    form = next(found, b"")
    return form if len(form) >= _LEAST_FORMAT_BYTES else b""


def _decoder_of(form: bytes, order: str) -> str | None:
    tag, channels, _, _, block_bytes, _ = struct.unpack_from(f"{order}HHIIHH", form)
    is_extensible = tag == _EXTENSIBLE and form[26:40] == _PCM_GUID_TAIL
    if is_extensible:
        (tag,) = struct.unpack_from(f"{order}H", form, 24)
    elif order == "<":
        return None
    if tag not in _SAMPLE_KINDS or not channels or block_bytes % channels:
        return None
    sample_bytes = block_bytes // channels
    if sample_bytes == 1:
        return "pcm_u8"
    return f"pcm_{_SAMPLE_KINDS[tag]}{8 * sample_bytes}{'le' if order == '<' else 'be'}"
