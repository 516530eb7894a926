from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from recordings import recovery
from recordings.errors import LibraryRefused, TakeBroken
from recordings.pcm import HEADER_BYTES, SAMPLE_RATE
from recordings.take import TakeWriter
from tests import sound
from tests.recordings.recorder import CHUNK_S

ROOT = Path(__file__).parents[2]


def test_a_killed_recording_comes_back_almost_whole(tmp_path: Path) -> None:
    name = str(uuid.uuid4())
    command = [sys.executable, "-m", "tests.recordings.recorder", str(tmp_path), name, "100000", "0.002"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as recorder:
        assert recorder.stdout is not None
        for _ in range(random.Random().randint(30, 150)):
            said_s = float(recorder.stdout.readline())
        recorder.kill()

    (unfinished,) = recovery.find_unfinished(tmp_path)
    assert unfinished.duration_s >= said_s - 1
    finished = recovery.recover(unfinished.path)
    pcm = sound.read_wav(finished.path)
    assert finished.path.name == unfinished.file_name == f"{name}.wav"
    assert finished.samples == unfinished.samples == len(pcm) // 2
    assert finished.sha256 == hashlib.sha256(pcm).hexdigest()
    assert pcm[: int(said_s / CHUNK_S) * len(sound.tone(CHUNK_S))] == sound.tone(CHUNK_S) * int(said_s / CHUNK_S)
    assert recovery.find_unfinished(tmp_path) == ()


@pytest.mark.parametrize(
    ("content", "samples"),
    [(b"", 0), (b"RIFF", 0), (bytes(HEADER_BYTES), 0), (bytes(HEADER_BYTES + 1), 0), (bytes(HEADER_BYTES + 7), 3)],
)
def test_any_beginning_of_a_file_can_be_recovered(tmp_path: Path, content: bytes, samples: int) -> None:
    part = tmp_path / "a.wav.part"
    part.write_bytes(content)
    assert recovery.find_unfinished(tmp_path)[0].samples == samples
    finished = recovery.recover(part)
    assert finished.samples == samples
    assert len(sound.read_wav(finished.path)) == 2 * samples
    assert finished.byte_count == finished.path.stat().st_size


def test_unfinished_takes_come_oldest_first_and_finished_ones_not_at_all(tmp_path: Path) -> None:
    for age_s, name in [(10, "b"), (30, "a"), (20, "c")]:
        part = tmp_path / f"{name}.wav.part"
        part.write_bytes(bytes(HEADER_BYTES + 2 * SAMPLE_RATE))
        os.utime(part, (1_000_000 - age_s, 1_000_000 - age_s))
    TakeWriter.create(tmp_path, "d").close()
    assert [found.file_name for found in recovery.find_unfinished(tmp_path)] == ["a.wav", "c.wav", "b.wav"]


def test_a_folder_that_is_not_there_has_no_unfinished_takes(tmp_path: Path) -> None:
    with pytest.raises(LibraryRefused, match="cannot be read"):
        recovery.find_unfinished(tmp_path / "gone")


def test_recovery_never_replaces_a_finished_take(tmp_path: Path) -> None:
    part = tmp_path / "a.wav.part"
    part.write_bytes(bytes(HEADER_BYTES + 200))
    (tmp_path / "a.wav").write_bytes(b"precious")
    with pytest.raises(TakeBroken, match="left as it is"):
        recovery.recover(part)
    assert (tmp_path / "a.wav").read_bytes() == b"precious"
    assert part.exists()


def test_recovering_what_is_gone_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TakeBroken, match="could not be recovered"):
        recovery.recover(tmp_path / "a.wav.part")


def test_discard_deletes_and_may_be_repeated(tmp_path: Path) -> None:
    part = tmp_path / "a.wav.part"
    part.write_bytes(b"x")
    recovery.discard(part)
    recovery.discard(part)
    assert list(tmp_path.iterdir()) == []


def test_a_finished_take_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    take = TakeWriter.create(tmp_path, "whole")
    take.append(sound.tone(3.0))
    finished = take.close()
    before = finished.path.read_bytes()
    assert recovery.read_finished(finished.path) == finished
    assert finished.path.read_bytes() == before
    with pytest.raises(TakeBroken, match="could not be read"):
        recovery.read_finished(tmp_path / "gone.wav")
