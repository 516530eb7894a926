"""What is sealed comes back whole from anywhere; what is cut, changed, moved or torn is noticed chunk by chunk."""

from __future__ import annotations

import io
import random
from typing import BinaryIO, cast

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from simulator.vault import sealed_file
from simulator.vault.errors import SealBroken
from simulator.vault.keys import NONCE_BYTES, VaultKey, new_key
from simulator.vault.sealed_file import (
    CHUNK_BYTES,
    CONTENT_BYTES,
    HEAD_BYTES,
    Sealed,
    SealedReader,
    SealedWriter,
    Sealer,
    content_bytes_in,
    head_in,
    whole_bytes_in,
)

LENGTHS = (0, 1, 2, CONTENT_BYTES - 1, CONTENT_BYTES, CONTENT_BYTES + 1, 3 * CONTENT_BYTES, 3 * CONTENT_BYTES + 77)
KEY = new_key()


def pattern(length: int) -> bytes:
    return random.Random(length).randbytes(length)


def sealed(content: bytes, kind: Sealed = Sealed.TAKE, step: int = 3_200) -> bytes:
    file = io.BytesIO()
    writer = SealedWriter(file, kind, KEY)
    writer.begin()
    for at in range(0, len(content), step):
        writer.write(content[at : at + step])
    writer.finish()
    assert writer.written_bytes == len(content)
    assert writer.waiting_bytes == 0
    return file.getvalue()


def reader(data: bytes, key: VaultKey = KEY, *, whole_only: bool = False) -> BinaryIO:
    head = head_in(data)
    assert head is not None
    return cast(
        BinaryIO, io.BufferedReader(SealedReader(io.BytesIO(data), "it", Sealer(head, key), whole_only=whole_only))
    )


@pytest.mark.parametrize("kind", Sealed)
@pytest.mark.parametrize("length", LENGTHS)
def test_it_comes_back_as_it_was(length: int, kind: Sealed) -> None:
    content = pattern(length)
    data = sealed(content, kind)
    assert reader(data).read() == content
    assert content_bytes_in(len(data)) == length
    head = head_in(data)
    assert head is not None
    assert (head.kind, head.vault_id) == (kind, KEY.vault_id)


def test_it_is_read_from_anywhere() -> None:
    content = pattern(3 * CONTENT_BYTES + 77)
    file, chance = reader(sealed(content)), random.Random(1)
    for _ in range(300):
        at, length = chance.randrange(len(content) + 10), chance.randrange(2 * CONTENT_BYTES)
        assert file.seek(at) == at
        assert file.read(length) == content[at : at + length]
    assert file.seek(-5, io.SEEK_END) == len(content) - 5
    assert file.read() == content[-5:]


def test_no_byte_of_the_contents_shows() -> None:
    content = b"a word that one would know again " * 2_000
    data = sealed(content)
    assert not any(content[at : at + 8] in data for at in range(0, 64, 8))


@pytest.mark.parametrize("kept", range(0, HEAD_BYTES + 1, 7))
def test_without_its_whole_head_it_is_no_sealed_file(kept: int) -> None:
    assert head_in(sealed(pattern(10))[:kept][: HEAD_BYTES - 1]) is None


def test_cut_off_at_any_byte_a_take_loses_one_chunk_at_most() -> None:
    content = pattern(2 * CONTENT_BYTES + 500)
    data = sealed(content)
    chance = random.Random(2)
    cuts = {HEAD_BYTES, HEAD_BYTES + 1, HEAD_BYTES + CHUNK_BYTES - 1, HEAD_BYTES + CHUNK_BYTES, len(data) - 1}
    for cut in sorted(cuts | {chance.randrange(HEAD_BYTES, len(data)) for _ in range(120)}):
        head = head_in(data)
        assert head is not None
        torn = io.BytesIO(data[:cut])
        whole = whole_bytes_in(torn, Sealer(head, KEY), "it")
        left = reader(data[:whole]).read()
        assert content.startswith(left)
        assert len(left) == (cut - HEAD_BYTES) // CHUNK_BYTES * CONTENT_BYTES


def test_garbage_at_the_end_as_after_a_power_cut_is_cut_off() -> None:
    content = pattern(4 * CONTENT_BYTES)
    data = bytearray(sealed(content))
    data[HEAD_BYTES + 2 * CHUNK_BYTES :] = bytes(2 * CHUNK_BYTES - 100)
    head = head_in(bytes(data))
    assert head is not None
    whole = whole_bytes_in(io.BytesIO(bytes(data)), Sealer(head, KEY), "it")
    assert reader(bytes(data[:whole])).read() == content[: 2 * CONTENT_BYTES]


def test_nothing_is_cut_off_with_another_key() -> None:
    data = sealed(pattern(2 * CONTENT_BYTES))
    head = head_in(data)
    assert head is not None
    with pytest.raises(SealBroken):
        whole_bytes_in(io.BytesIO(data), Sealer(head, new_key()), "it")


def test_while_it_grows_only_whole_chunks_are_there() -> None:
    content = pattern(2 * CONTENT_BYTES + 500)
    assert reader(sealed(content)[:-3], whole_only=True).read() == content[: 2 * CONTENT_BYTES]


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("place", [0, NONCE_BYTES, 900, -1])
def test_a_flipped_bit_costs_its_chunk_of_a_take_and_no_other(number: int, place: int) -> None:
    content = pattern(3 * CONTENT_BYTES)
    data = bytearray(sealed(content))
    start = HEAD_BYTES + number * CHUNK_BYTES
    data[start + place % CHUNK_BYTES] ^= 4
    read = reader(bytes(data)).read()
    for one in range(3):
        piece = slice(one * CONTENT_BYTES, (one + 1) * CONTENT_BYTES)
        assert read[piece] == (bytes(CONTENT_BYTES) if one == number else content[piece])


@pytest.mark.parametrize("at", [8, 20, 40, HEAD_BYTES, HEAD_BYTES + 500, -1])
def test_a_flipped_bit_of_any_other_file_is_refused(at: int) -> None:
    data = bytearray(sealed(pattern(900), Sealed.FILE))
    data[at] ^= 1
    head = head_in(bytes(data))
    if head is not None:
        with pytest.raises(SealBroken):
            reader(bytes(data)).read()


def test_chunks_cannot_change_places_nor_come_from_another_file() -> None:
    content = pattern(3 * CONTENT_BYTES)
    data, other = bytearray(sealed(content, Sealed.FILE)), sealed(content, Sealed.FILE)
    first, second = (slice(HEAD_BYTES + n * CHUNK_BYTES, HEAD_BYTES + (n + 1) * CHUNK_BYTES) for n in (0, 1))
    data[first], data[second] = data[second], data[first]
    with pytest.raises(SealBroken):
        reader(bytes(data)).read()
    mixed = bytearray(sealed(content, Sealed.FILE))
    mixed[first] = other[first]
    with pytest.raises(SealBroken):
        reader(bytes(mixed)).read()


@pytest.mark.parametrize("length", [0, 100, CONTENT_BYTES, 2 * CONTENT_BYTES, 2 * CONTENT_BYTES + 5])
def test_a_file_that_is_cut_short_says_so(length: int) -> None:
    data = sealed(pattern(length), Sealed.FILE)
    for cut in {HEAD_BYTES, HEAD_BYTES + CHUNK_BYTES, len(data) - 1} - {len(data)}:
        if cut < len(data):
            with pytest.raises(SealBroken):
                reader(data[:cut]).read()


def test_another_key_opens_nothing() -> None:
    with pytest.raises(SealBroken):
        reader(sealed(pattern(50)), new_key()).read()


def test_no_nonce_comes_twice_and_no_two_files_share_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[tuple[bytes, bytes]] = []

    class Watched:
        def __init__(self, key: bytes) -> None:
            self._key, self._cipher = key, AESGCM(key)

        def encrypt(self, nonce: bytes, content: bytes, place: bytes) -> bytes:
            used.append((self._key, nonce))
            return self._cipher.encrypt(nonce, content, place)

    monkeypatch.setattr(sealed_file, "AESGCM", Watched)
    for _ in range(20):
        sealed(pattern(5 * CONTENT_BYTES + 9))
    assert len(set(used)) == len(used) == 20 * 6
    assert len({key for key, _ in used}) == 20


class FullDisk(io.BytesIO):
    """Takes so many bytes, some of them only in part, and no more."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: bytes) -> int:  # type: ignore[override]
        left = self._room - self.tell()
        if left <= 0:
            raise OSError(28, "No space left on device")
        return super().write(bytes(data)[: min(left, 1_000)])


@pytest.mark.parametrize("room", [HEAD_BYTES + 5, HEAD_BYTES + CHUNK_BYTES, HEAD_BYTES + 2 * CHUNK_BYTES + 99])
def test_a_full_disk_leaves_whole_chunks(room: int) -> None:
    file, content = FullDisk(room), pattern(5 * CONTENT_BYTES)
    writer = SealedWriter(file, Sealed.TAKE, KEY)
    writer.begin()
    with pytest.raises(OSError, match="No space"):
        writer.write(content)
    writer.cut()
    assert writer.waiting_bytes == 0
    assert reader(file.getvalue()).read() == content[: writer.written_bytes]
    assert writer.written_bytes == (room - HEAD_BYTES) // CHUNK_BYTES * CONTENT_BYTES
