"""What is opened, link by link, and what is not even looked into."""

from __future__ import annotations

import io
import struct

import pytest

from recordings.transcription.containers import (
    Links,
    Slice,
    begins_like_sound,
    lacks_its_index,
    links_of,
)


def page(flags: int, body: bytes = b"", length: int | None = None) -> bytes:
    """An Ogg page of one packet, whose table may say another length."""
    said = len(body) if length is None else length
    return struct.pack("<4sBBqIIIB", b"OggS", 0, flags, 0, 1, 0, 0, 1) + bytes([said]) + body


def test_a_slice_is_a_file_of_its_own() -> None:
    part = Slice(io.BytesIO(b"0123456789"), 2, 6)
    assert (part.read(3), part.tell(), part.read(), part.read()) == (b"234", 3, b"5", b"")
    assert (part.seek(-1, io.SEEK_END), part.read(9)) == (3, b"5")
    assert (part.seek(1), part.seek(1, io.SEEK_CUR), part.read(1)) == (1, 2, b"4")
    assert part.seek(-9, io.SEEK_CUR) == 0


def test_an_ogg_file_falls_apart_where_a_new_stream_begins() -> None:
    first, second = page(2, b"head") + page(0, b"sound") + page(4, b"end"), page(2, b"head") + page(4, b"sound")
    assert links_of(io.BytesIO(first)) == Links(((0, len(first)),))
    assert links_of(io.BytesIO(first + second)) == Links(((0, len(first)), (len(first), len(first + second))))


def test_tracks_that_begin_together_are_one_link() -> None:
    together = page(2, b"one") + page(2, b"two") + page(0, b"sound")
    assert len(links_of(io.BytesIO(together)).stretches) == 1


def test_a_page_that_breaks_off_is_noticed() -> None:
    assert links_of(io.BytesIO(page(2, b"head") + page(0, b"sou", length=200))).is_cut_off


def test_what_lies_between_pages_is_passed_by_and_noticed() -> None:
    first, gap, second = page(2, b"head") + page(0, b"sound"), b"OggX" * 30_000, page(2, b"head")
    links = links_of(io.BytesIO(first + gap + second))
    assert links.stretches[1] == (len(first + gap), len(first + gap + second))
    assert links.has_gaps
    assert not links_of(io.BytesIO(first + second)).has_gaps


def test_other_files_are_read_whole() -> None:
    assert links_of(io.BytesIO(b"RIFF" + bytes(96))) == Links(((0, 100),))


def box(kind: bytes, body: bytes = b"", length: int | None = None) -> bytes:
    return struct.pack(">I4s", 8 + len(body) if length is None else length, kind) + body


@pytest.mark.parametrize(
    ("content", "lacks"),
    [
        (box(b"ftyp", b"M4A ") + box(b"mdat", b"sound", length=9999), True),
        (box(b"ftyp", b"M4A ") + box(b"mdat", b"sound", length=0), True),
        (box(b"ftyp", b"M4A ") + box(b"mdat", b"\0\0\0\0\0\0\0\x15sound", length=1) + box(b"moov"), False),
        (box(b"ftyp", b"M4A ") + box(b"moov") + box(b"mdat", b"sound", length=9999), False),
        (b"not sound at all", False),
        (b"", False),
    ],
)
def test_an_m4a_that_was_never_finished_lacks_its_index(content: bytes, lacks: bool) -> None:
    assert lacks_its_index(io.BytesIO(content)) is lacks


def test_what_begins_like_sound_is_told_from_text() -> None:
    assert begins_like_sound(io.BytesIO(b"RIFF"))
    assert begins_like_sound(io.BytesIO(box(b"ftyp", b"M4A ")))
    assert not begins_like_sound(io.BytesIO(b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n"))
