"""Sound files opened: only kinds we know, only from the disk, each chain of Ogg streams link by link. No samples."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

# Names of FFmpeg's. Whatever is not on this list is not even looked into: playlists, session descriptions and other
# lists of places are text that makes FFmpeg open files, addresses and ports.
_KINDS: Final = "wav,w64,aiff,caf,au,flac,mp3,aac,mov,ogg,matroska,asf,amr,mpegts,avi"
_OPTIONS: Final = {"format_whitelist": _KINDS, "protocol_whitelist": "none"}

_OGG_PAGE: Final = struct.Struct("<4sBBqIIIB")
_FIRST_PAGE: Final = 2
_BOX: Final = struct.Struct(">I4s")
_BEGINNINGS: Final = (b"RIFF", b"RIFX", b"fLaC", b"OggS", b"ID3", b"\x1aE\xdf\xa3", b"FORM", b"caff", b"#!AMR")


class Slice(io.RawIOBase):
    """The bytes `start` to `end` of an open file, as a file of their own, for FFmpeg to read."""

    name = "sound"  # never the file's own: its ending would have a say, and it may not be Unicode

    def __init__(self, file: BinaryIO, start: int, end: int) -> None:
        self._file, self._start, self._end = file, start, end
        self._position = start

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        left = max(0, self._end - self._position)
        self._file.seek(self._position)
        data = self._file.read(left if size < 0 else min(size, left))
        self._position += len(data)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        origin = {io.SEEK_SET: self._start, io.SEEK_CUR: self._position, io.SEEK_END: self._end}[whence]
        self._position = max(self._start, origin + offset)
        return self.tell()

    def tell(self) -> int:
        return self._position - self._start


@dataclass(frozen=True, slots=True)
class Links:
    """The stretches of a file (start, end) that have to be opened one by one, and whether the last breaks off."""

    stretches: tuple[tuple[int, int], ...]
    is_cut_off: bool = False


@contextmanager
def opened(file: BinaryIO, start: int, end: int) -> Iterator[Any]:
    """An av container for a stretch of `file`. Raises av.error.FFmpegError for whatever is not of a kind we know."""
    import av

    with av.open(Slice(file, start, end), metadata_errors="ignore", options=_OPTIONS) as container:
        yield container


def links_of(file: BinaryIO) -> Links:
    """How `file` is to be read: as a whole, or an Ogg file in which one stream follows another in links."""
    size = file.seek(0, io.SEEK_END)
    starts, was_first, position = [0], True, 0
    while (page := _ogg_page(file, position)) is not None:
        is_first, length = page
        if is_first and not was_first:
            starts.append(position)
        was_first = is_first
        position += length
    ends = [*starts[1:], size]
    return Links(tuple(zip(starts, ends, strict=True)), is_cut_off=position > size)


def _ogg_page(file: BinaryIO, position: int) -> tuple[bool, int] | None:
    """Whether the page at `position` is a stream's first, and its length; None if there is no page."""
    file.seek(position)
    head = file.read(_OGG_PAGE.size)
    if len(head) < _OGG_PAGE.size or not head.startswith(b"OggS"):
        return None
    _, _, flags, _, _, _, _, segment_count = _OGG_PAGE.unpack(head)
    return bool(flags & _FIRST_PAGE), _OGG_PAGE.size + segment_count + sum(file.read(segment_count))


def lacks_its_index(file: BinaryIO) -> bool:
    """Whether this is an M4A, MP4 or MOV without the part that says where its sound lies: it was never finished."""
    size = file.seek(0, io.SEEK_END)
    kinds, position = [], 0
    while position < size:
        file.seek(position)
        head = file.read(_BOX.size + 8)
        if len(head) < _BOX.size:
            break
        length, kind = _BOX.unpack_from(head)
        kinds.append(kind)
        if length == 1 and len(head) == _BOX.size + 8:
            length = int.from_bytes(head[_BOX.size :], "big")
        if length < _BOX.size:
            break
        position += length
    return kinds[:1] == [b"ftyp"] and b"moov" not in kinds


def begins_like_sound(file: BinaryIO) -> bool:
    """Whether the first bytes are those of a kind of sound file that people know by name."""
    file.seek(0)
    head = file.read(12)
    return head.startswith(_BEGINNINGS) or head[4:8] == b"ftyp"
