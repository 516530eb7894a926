"""What is heard once leaves nothing behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from recordings.passing_sound import PassingSound
from tests.sound import read_wav, tone


def test_it_is_private_and_gone_when_it_is_told(tmp_path: Path) -> None:
    sound = PassingSound(tmp_path)
    path = sound.write(tone(0.5))
    assert read_wav(path) == tone(0.5)
    assert path.stat().st_mode & 0o777 == 0o600
    sound.forget()
    sound.forget()
    assert list(tmp_path.iterdir()) == []


def test_the_next_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    sound = PassingSound(tmp_path)
    sound.write(tone(0.5))
    path = sound.write(tone(0.2))
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_no_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(descriptor: int, _mode: str) -> None:
        os.close(descriptor)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", refused)
    with pytest.raises(OSError, match="No space"):
        PassingSound(tmp_path).write(tone(0.5))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_go_yet_goes_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "in use")

    sound = PassingSound(tmp_path)
    sound.write(tone(0.5))
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refused)
        sound.forget()
    sound.forget()
    assert list(tmp_path.iterdir()) == []
