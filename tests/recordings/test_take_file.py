"""A take is read through one door: encrypted or not, it is the same WAV, and costs one chunk at most when it is cut."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from recordings.errors import DiskFull, SoundUnreadable
from recordings.kept_peaks import kept_peaks, peaks_path
from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES, peaks
from recordings.recovery import find_unfinished, read_finished, recover
from recordings.strays import find_strays, take_in
from recordings.take import FinishedTake, TakeWriter
from recordings.take_file import bytes_as_wav, hash_of_samples, is_sealed, open_take, samples_in
from recordings.take_folder import TakeFolder, TakeState
from recordings.transcription.errors import SoundUndecodable
from recordings.transcription.sound import GrowingTake
from recordings.transcription.sound_file import SoundFile
from simulator.data_folder import DataFolder
from simulator.store.store import Store
from simulator.vault.errors import SealBroken, VaultLocked
from simulator.vault.key_ring import KEY_RING
from simulator.vault.sealed_file import CHUNK_BYTES, CONTENT_BYTES, HEAD_BYTES
from tests.sound import tone
from tests.vaults import encrypted

SECONDS = 2.3
CHUNK_SAMPLES = CONTENT_BYTES // SAMPLE_BYTES


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    made = DataFolder.find(tmp_path / "library")
    made.prepare()
    return made


@pytest.fixture
def folder(data_folder: DataFolder) -> Path:
    encrypted(data_folder.data)
    return data_folder.recordings


def written(folder: Path, pcm: bytes, name: str = "answer") -> FinishedTake:
    take = TakeWriter.create(folder, name)
    for at in range(0, len(pcm), 3_200):
        take.append(pcm[at : at + 3_200])
    return take.close()


def cut_off(folder: Path, pcm: bytes, name: str = "answer") -> Path:
    """As a kill leaves it."""
    take = TakeWriter.create(folder, name)
    take.append(pcm)
    take._let_go()
    return take.path


def test_it_is_the_same_wav_as_a_plain_one(tmp_path: Path, folder: Path) -> None:
    plain = written(tmp_path, tone(SECONDS))
    sealed = written(folder, tone(SECONDS))
    assert is_sealed(sealed.path)
    assert not is_sealed(plain.path)
    with open_take(sealed.path) as file:
        assert file.read() == plain.path.read_bytes()
    assert (sealed.samples, sealed.byte_count, sealed.sha256) == (plain.samples, plain.byte_count, plain.sha256)
    assert bytes_as_wav(sealed.path) == bytes_as_wav(plain.path) == plain.byte_count
    assert sealed.path.stat().st_mode & 0o777 == 0o600


def test_no_stretch_of_the_sound_shows(folder: Path) -> None:
    pcm = tone(SECONDS)
    content = written(folder, pcm).path.read_bytes()
    assert b"RIFF" not in content[:HEAD_BYTES]
    assert not any(pcm[at : at + 16] in content for at in range(0, len(pcm) - 16, 1_600))


def test_the_clock_counts_what_was_said_though_its_chunk_is_open(folder: Path) -> None:
    take = TakeWriter.create(folder, "answer")
    for number in range(1, 30):
        take.append(tone(0.1))
        assert take.samples == number * 1_600
        assert take.samples - samples_in(take.path) < CHUNK_SAMPLES
    assert samples_in(take.close().path) == 29 * 1_600


@pytest.mark.parametrize("seconds", [0.0, 0.1, 0.512, 0.6, 2.3])
def test_a_kill_costs_one_chunk_at_most(folder: Path, seconds: float) -> None:
    part, pcm = cut_off(folder, tone(seconds)), tone(seconds)
    whole = len(pcm) // CONTENT_BYTES * CHUNK_SAMPLES
    assert [one.samples for one in find_unfinished(folder)] == [whole]
    found = recover(part)
    assert found.samples == whole
    with open_take(found.path) as file:
        assert file.read()[HEADER_BYTES:] == pcm[: whole * SAMPLE_BYTES]
    assert TakeFolder(folder).check(found.path.name, found.samples, found.sha256) is TakeState.WHOLE


@pytest.mark.parametrize("lost", [1, 15, 16, 17, 500, CHUNK_BYTES - 1, CHUNK_BYTES])
def test_torn_at_any_byte_the_chunks_before_are_recovered(folder: Path, lost: int) -> None:
    pcm = tone(SECONDS)
    part = cut_off(folder, pcm)
    with part.open("r+b") as file:
        file.truncate(part.stat().st_size - lost)
    found = recover(part)
    whole = len(pcm) // CONTENT_BYTES - 1
    assert found.samples == whole * CHUNK_SAMPLES
    assert hash_of_samples(found.path) == found.sha256


def test_what_follows_it_while_it_grows_hears_all_of_it(folder: Path) -> None:
    pcm, heard = tone(SECONDS), []
    take = TakeWriter.create(folder, "answer")
    growing = GrowingTake(take.path)
    for at in range(0, len(pcm), 3_200):
        take.append(pcm[at : at + 3_200])
        heard.append(growing.read())
        assert sum(map(len, heard)) == (at + 3_200) // CONTENT_BYTES * CHUNK_SAMPLES
    growing.path = take.close().path
    heard.append(growing.read())
    assert np.concatenate(heard).astype("<i2").tobytes() == pcm


def test_a_full_disk_ends_it_at_its_last_whole_chunk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take = TakeWriter.create(folder, "answer")
    take.append(tone(0.6))
    real = take._form._writer._file  # type: ignore[attr-defined]

    class Full(io.RawIOBase):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

        def truncate(self, size: int | None = None) -> int:
            return int(real.truncate(size))

        def seek(self, offset: int, whence: int = 0) -> int:
            return int(real.seek(offset, whence))

    monkeypatch.setattr(take._form._writer, "_file", Full())  # type: ignore[attr-defined]
    with pytest.raises(DiskFull):
        take.append(tone(0.6))
    finished = take.close()
    assert finished.samples == CHUNK_SAMPLES
    assert hash_of_samples(finished.path) == finished.sha256


def test_a_full_disk_at_the_end_costs_the_last_chunk_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take = TakeWriter.create(folder, "answer")
    take.append(tone(0.6))

    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(take._form._writer, "finish", full)  # type: ignore[attr-defined]
    finished = take.close()
    assert finished.samples == CHUNK_SAMPLES
    assert read_finished(finished.path).sha256 == finished.sha256


@pytest.mark.parametrize(
    ("spoil", "state"),
    [
        (lambda content: content[:-1], TakeState.TRUNCATED),
        (lambda content: content[: HEAD_BYTES + CHUNK_BYTES], TakeState.TRUNCATED),
        (lambda content: content + b"more" * 20, TakeState.REPLACED),
        (lambda content: content[:300] + bytes([content[300] ^ 1]) + content[301:], TakeState.REPLACED),
        (lambda content: content[:40] + bytes([content[40] ^ 1]) + content[41:], TakeState.REPLACED),
    ],
)
def test_what_became_of_it_is_told(folder: Path, spoil: Callable[[bytes], bytes], state: TakeState) -> None:
    take = written(folder, tone(SECONDS))
    library = TakeFolder(folder)
    assert library.check(take.path.name, take.samples, take.sha256) is TakeState.WHOLE
    take.path.write_bytes(spoil(take.path.read_bytes()))
    assert library.check(take.path.name, take.samples, take.sha256) is state


def test_a_broken_chunk_is_silence_and_the_rest_is_heard(folder: Path) -> None:
    pcm, take = tone(SECONDS), written(folder, tone(SECONDS))
    content = bytearray(take.path.read_bytes())
    content[HEAD_BYTES + CHUNK_BYTES + 99] ^= 1
    take.path.write_bytes(content)
    with open_take(take.path) as file:
        heard = file.read()[HEADER_BYTES:]
    assert heard[:CONTENT_BYTES] == pcm[:CONTENT_BYTES]
    assert heard[CONTENT_BYTES : 2 * CONTENT_BYTES] == bytes(CONTENT_BYTES)
    assert heard[2 * CONTENT_BYTES :] == pcm[2 * CONTENT_BYTES :]


def test_its_picture_is_drawn_but_not_kept(tmp_path: Path, folder: Path) -> None:
    plain, sealed = written(tmp_path, tone(SECONDS)), written(folder, tone(SECONDS))
    assert kept_peaks(sealed.path) == kept_peaks(plain.path)
    assert not peaks_path(sealed.path).exists()
    assert peaks_path(plain.path).exists()
    with pytest.raises(SoundUnreadable):
        peaks(sealed.path, 10)


def test_whatever_reads_sound_files_reads_it(folder: Path) -> None:
    take = written(folder, tone(SECONDS))
    assert sum(map(len, SoundFile(take.path).blocks())) == take.samples
    with open_take(take.path) as file, wave.open(file, "rb") as sound:
        assert sound.getnframes() == take.samples


def test_a_stray_one_is_found_and_taken_in(data_folder: DataFolder, folder: Path) -> None:
    written(folder, tone(SECONDS), "finished")
    cut_off(folder, tone(SECONDS))
    store = Store.open(data_folder.database)
    strays = find_strays(folder, store)
    assert sorted(one.samples for one in strays) == [4 * CHUNK_SAMPLES, round(SECONDS * 16_000)]
    session, kept = take_in(store, strays)
    assert len(kept) == 2
    library = TakeFolder(folder)
    for record in store.answers(session):
        assert library.check(record.file_name or "", record.samples or 0, record.sha256) is TakeState.WHOLE
    store.close()


def test_while_it_is_locked_nothing_is_read_written_or_spoilt(folder: Path) -> None:
    take = written(folder, tone(SECONDS))
    part = cut_off(folder, tone(SECONDS), "other")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    KEY_RING.forget()
    with pytest.raises(SealBroken, match="encrypted"):
        open_take(take.path)
    with pytest.raises(SoundUnreadable):
        kept_peaks(take.path)
    with pytest.raises(SoundUndecodable, match="encrypted"):
        SoundFile(take.path).used  # noqa: B018
    with pytest.raises(VaultLocked):
        TakeWriter.create(folder, "another")
    with pytest.raises(Exception, match="left as it is"):
        recover(part)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
