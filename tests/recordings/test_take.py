from __future__ import annotations

import errno
import hashlib
import os
import stat
import subprocess
import sys
import threading
import uuid
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recordings.errors import DiskFull, TakeBroken
from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES, SAMPLE_RATE, seconds_of
from recordings.take import TakeWriter
from tests import sound
from tests.recordings.small_disk import small_disk
from tests.waiting import PATIENCE_S

ROOT = Path(__file__).parents[2]


def new_take(folder: Path) -> TakeWriter:
    return TakeWriter.create(folder, str(uuid.uuid4()))


def test_a_take_becomes_a_wav_that_any_player_opens(tmp_path: Path) -> None:
    take = new_take(tmp_path)
    pcm = sound.tone(2.5)
    for start in range(0, len(pcm), 3_200):
        take.append(pcm[start : start + 3_200])
    part = take.path
    finished = take.close()
    assert sound.read_wav(finished.path) == pcm
    assert finished.path.name == part.name.removesuffix(".part")
    assert not part.exists()
    assert finished.samples == take.samples == len(pcm) // 2
    assert finished.duration_s == 2.5
    assert finished.byte_count == finished.path.stat().st_size
    assert finished.sha256 == hashlib.sha256(pcm).hexdigest()


def test_only_the_user_may_read_it(tmp_path: Path) -> None:
    take = new_take(tmp_path)
    assert stat.S_IMODE(take.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(take.close().path.stat().st_mode) == 0o600


def test_the_file_is_a_valid_wav_from_the_first_moment_and_true_each_second(tmp_path: Path) -> None:
    take = new_take(tmp_path)
    assert sound.read_wav(take.path) == b""
    pcm = sound.tone(0.3)
    for count in range(1, 11):
        take.append(pcm)
        heard = len(sound.read_wav(take.path)) / 2 / SAMPLE_RATE
        assert count * 0.3 - heard < 1
    take.discard()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 20_000), max_size=12))
def test_the_clock_is_what_lies_on_the_disk(tmp_path: Path, lengths: list[int]) -> None:
    take = new_take(tmp_path)
    for length in lengths:
        take.append(bytes(2 * length))
        assert take.path.stat().st_size == HEADER_BYTES + 2 * take.samples
    assert take.duration_s == sum(lengths) / SAMPLE_RATE
    assert take.close().samples == sum(lengths)


def test_closing_twice_gives_one_file(tmp_path: Path) -> None:
    take = new_take(tmp_path)
    take.append(sound.tone(0.1))
    assert take.close() == take.close()
    take.discard()
    assert [path.suffix for path in tmp_path.iterdir()] == [".wav"]


def test_stop_in_the_same_moment_as_start_leaves_one_empty_wav(tmp_path: Path) -> None:
    finished = new_take(tmp_path).close()
    assert finished.samples == 0
    assert sound.read_wav(finished.path) == b""
    assert list(tmp_path.iterdir()) == [finished.path]


def test_nothing_is_appended_after_closing(tmp_path: Path) -> None:
    take = new_take(tmp_path)
    take.close()
    with pytest.raises(ValueError, match="closed"):
        take.append(sound.tone(0.1))


def test_half_a_sample_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    take = new_take(tmp_path)
    with pytest.raises(ValueError, match="whole samples"):
        take.append(b"\1")
    take.discard()


def test_discard_leaves_nothing(tmp_path: Path) -> None:
    take = new_take(tmp_path)
    take.append(sound.tone(1))
    take.discard()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".wav", ".wav.part"])
def test_nothing_that_exists_is_written_over(tmp_path: Path, suffix: str) -> None:
    name = str(uuid.uuid4())
    (tmp_path / (name + suffix)).write_bytes(b"precious")
    with pytest.raises(TakeBroken):
        TakeWriter.create(tmp_path, name)
    assert (tmp_path / (name + suffix)).read_bytes() == b"precious"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_wav_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    take = new_take(tmp_path)
    take.append(sound.tone(0.5))
    rival = take.path.with_suffix("")
    rival.write_bytes(b"precious")
    with pytest.raises(TakeBroken, match=str(take.path)):
        take.close()
    assert rival.read_bytes() == b"precious"
    assert take.path.exists()


@pytest.mark.parametrize("name", ["", "..", "a/b", "CON.", "ü", "x" * 65, "../secret"])
def test_names_that_are_no_uuids_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        TakeWriter.create(tmp_path, name)


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TakeBroken, match="could not start"):
        new_take(tmp_path / "gone")


def append_for_ever(take: TakeWriter, pcm: bytes) -> None:
    while True:
        take.append(pcm)


def test_a_full_disk_keeps_a_valid_wav_and_says_what_to_do(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=300) as folder:
        take = new_take(folder)
        pcm = sound.tone(0.1)
        with pytest.raises(DiskFull) as caught:
            append_for_ever(take, pcm)
        assert 8 < take.duration_s < 10
        assert str(take.path) in caught.value.sentence
        assert "20 MB" in caught.value.sentence
        assert caught.value.path == take.path
        assert len(sound.read_wav(take.path)) == take.samples * 2

        samples = take.samples
        with pytest.raises(DiskFull):
            take.append(pcm)
        assert take.samples == samples

        finished = take.close()
        assert finished.samples == samples
        assert sound.read_wav(finished.path) == (pcm * 200)[: samples * 2]
        assert finished.sha256 == hashlib.sha256((pcm * 200)[: samples * 2]).hexdigest()


def test_no_take_begins_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=100) as folder:
        with pytest.raises(OSError, match="No space"):
            (folder / "ballast").write_bytes(bytes(200_000))
        with pytest.raises(DiskFull, match="could not start"):
            new_take(folder)
        assert [path.name for path in folder.iterdir()] == ["ballast"]


def inject(folder: Path, fault: str) -> list[str]:
    """What the recorder says when the system fails it as `fault` says (strace)."""
    recorder = [sys.executable, "-m", "tests.recordings.recorder", str(folder), "a", "2000", "0"]
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-P", str(folder / "a.wav.part"), "-e", f"inject={fault}"]
    ran = subprocess.run([*command, *recorder], cwd=ROOT, check=True, capture_output=True, text=True, timeout=120)
    return ran.stdout.splitlines()


def test_a_failing_fsync_makes_the_file_suspect(tmp_path: Path) -> None:
    said = inject(tmp_path, "fsync:error=EIO:when=3")
    kind, sentence = said[-1].split("\t")
    assert kind == "TakeBroken"
    assert "Input/output error" in sentence
    assert len(said) >= 40  # two seconds of 50 ms; the fault is told once the disk has told it
    assert _kept_s(tmp_path) >= float(said[-2])


def test_a_failing_write_makes_the_file_suspect(tmp_path: Path) -> None:
    said = inject(tmp_path, "write:error=EIO:when=30")
    assert said[-1].startswith("TakeBroken\t")
    assert _kept_s(tmp_path) >= float(said[-2])


def _kept_s(folder: Path) -> float:
    """Seconds of sound in the file, which is what recovery takes; a slow disk tells its fault after the last header."""
    return seconds_of(((folder / "a.wav.part").stat().st_size - HEADER_BYTES) // SAMPLE_BYTES)


def test_after_a_fault_neither_more_sound_nor_a_finished_take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take = new_take(tmp_path)
    monkeypatch.setattr(os, "fsync", failing_with(errno.EIO))
    with pytest.raises(TakeBroken):
        append_for_ever(take, sound.tone(1.2))
    monkeypatch.undo()
    with pytest.raises(TakeBroken):
        take.append(sound.tone(0.1))
    with pytest.raises(TakeBroken, match="can be recovered"):
        take.close()
    assert take.path.exists()


def test_a_fault_while_closing_leaves_the_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take = new_take(tmp_path)
    take.append(sound.tone(0.4))
    monkeypatch.setattr(os, "fsync", failing_with(errno.EIO))
    with pytest.raises(TakeBroken):
        take.close()
    assert sound.read_wav(take.path) == sound.tone(0.4)


def test_a_disk_that_takes_its_time_holds_up_no_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take = new_take(tmp_path)
    held, sync = threading.Event(), os.fsync

    def slow(descriptor: int) -> None:
        assert held.wait(PATIENCE_S)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    for _ in range(40):
        take.append(sound.tone(0.1))
    assert take.duration_s == pytest.approx(4.0)
    held.set()
    assert take.close().duration_s == pytest.approx(4.0)


def failing_with(number: int) -> object:
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_file_in_use_is_renamed_when_it_is_free_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, while the speech child reads the take."""
    take = new_take(tmp_path)
    take.append(sound.tone(0.2))
    refusals = iter([True, True, True])
    rename = Path.rename

    def refuse_at_first(path: Path, target: Path) -> Path:
        if next(refusals, False):
            raise PermissionError(errno.EACCES, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse_at_first)
    assert take.close().path.exists()
