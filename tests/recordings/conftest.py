"""The sound server for tests of the real microphone, and a recorder for each test that wants one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop import sound_server
from tests.recordings.recorder_desk import Desk

__all__ = ["desk", "sound_server"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.recorder.stop_now()
