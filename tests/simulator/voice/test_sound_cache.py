from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.voice.sound_cache import SoundCache, delete_speech, has_sound


def test_the_cache_keeps_the_newest_within_its_size(cache: Path) -> None:
    cache.mkdir(parents=True)
    for age in range(5):
        path = cache / f"{age}.wav"
        path.write_bytes(bytes(1000))
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    SoundCache(cache, most_bytes=2_500).prune()
    assert sorted(path.name for path in cache.iterdir()) == ["0.wav", "1.wav"]


def test_what_killed_children_left_goes_away_but_not_work_in_progress(cache: Path) -> None:
    cache.mkdir(parents=True)
    left, working = cache / "left.part.wav", cache / "working.part.wav"
    left.write_bytes(bytes(100))
    working.write_bytes(bytes(100))
    os.utime(left, (1_000_000, 1_000_000))
    SoundCache(cache).prune()
    assert list(cache.iterdir()) == [working]


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\x00\x00\x00\x00WAVE", b"no sound file at all"])
def test_what_is_no_sound_file_has_no_sound(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    assert not has_sound(path)
    assert not has_sound(tmp_path / "missing.wav")


def test_what_was_said_can_be_deleted(cache: Path) -> None:
    cache.mkdir(parents=True)
    for name in ("a.wav", "b.part.wav", "not-ours.txt"):
        (cache / name).write_bytes(b"x")
    delete_speech(cache)
    delete_speech(cache / "missing")
    assert [path.name for path in cache.iterdir()] == ["not-ours.txt"]
