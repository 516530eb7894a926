"""Handing a file to the disk beside the sound: one at a time, and what the disk says is told once."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from recordings.disk_sync import DiskSync
from tests.waiting import PATIENCE_S


@pytest.fixture
def descriptor(tmp_path: Path) -> Iterator[int]:
    opened = os.open(tmp_path / "file", os.O_RDWR | os.O_CREAT)
    yield opened
    os.close(opened)


def test_one_runs_at_a_time(descriptor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    held = threading.Event()
    monkeypatch.setattr(os, "fsync", lambda _: held.wait(PATIENCE_S))
    sync = DiskSync(descriptor)
    assert [sync.begin(), sync.begin()] == [True, False]
    sync.check()
    held.set()
    sync.finish()
    assert sync.begin()
    sync.close()


def test_what_the_disk_refuses_is_told_once(descriptor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", refuse)
    sync = DiskSync(descriptor)
    sync.begin()
    with pytest.raises(OSError, match="Input/output"):
        sync.finish()
    monkeypatch.undo()
    sync.check()
    sync.finish()
    sync.begin()
    sync.close()
