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
_OGG_MARK: Final = b"OggS"
_SEARCHED_BYTES: Final = 65_536
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
    """The stretches of a file (start, end) that have to be opened one by one.

    `is_cut_off`: the last one breaks off. `has_gaps`: between the pages of an Ogg file lies what does not belong there.
    """

    stretches: tuple[tuple[int, int], ...]
    is_cut_off: bool = False
    has_gaps: bool = False


@contextmanager
def opened(file: BinaryIO, start: int, end: int) -> Iterator[Any]:
    """An av container for a stretch of `file`. Raises av.error.FFmpegError for whatever is not of a kind we know."""
    import av

    with av.open(Slice(file, start, end), metadata_errors="ignore", options=_OPTIONS) as container:
        yield container


def links_of(file: BinaryIO) -> Links:
    """How `file` is to be read: as a whole, or an Ogg file in which one stream follows another in links."""
    size = file.seek(0, io.SEEK_END)
    starts, end, has_gaps, was_first = [0], 0, False, True
    for position, is_first, length in _ogg_pages(file):
        if is_first and not was_first:
            starts.append(position)
        has_gaps = has_gaps or position > end
        was_first, end = is_first, position + length
    return Links(tuple(zip(starts, [*starts[1:], size], strict=True)), end > size, has_gaps)


def _ogg_pages(file: BinaryIO) -> Iterator[tuple[int, bool, int]]:
    """Where each page begins, whether it is a stream's first, and its length. What lies between pages is passed by."""
    position: int | None = 0
    while position is not None:
        page = _ogg_page(file, position)
        if page is not None:
            yield position, *page
            position += page[1]
        else:
            position = _next_mark(file, position + 1) if position else None


def _next_mark(file: BinaryIO, position: int) -> int | None:
    """Where the next page may begin, from `position` on."""
    file.seek(position)
    before = b""
    while block := file.read(_SEARCHED_BYTES):
        found = (before + block).find(_OGG_MARK)
        if found >= 0:
            return position - len(before) + found
        position += len(block)
        before = block[-len(_OGG_MARK) + 1 :]
    return None


def _ogg_page(file: BinaryIO, position: int) -> tuple[bool, int] | None:
    """Whether the page at `position` is a stream's first, and its length; None if there is no page."""
    file.seek(position)
    head = file.read(_OGG_PAGE.size)
    if len(head) < _OGG_PAGE.size or not head.startswith(_OGG_MARK):
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
