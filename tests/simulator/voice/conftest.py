"""A cache of its own for each test, the system's voice, and the children that a test has left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from simulator.voice.system_voice import SYSTEM_VOICE
from simulator.voice.voice import Voice
from tests.waiting import PATIENCE_S

Children = Callable[[], list[psutil.Process]]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "voice"


@pytest.fixture
def voice(cache: Path) -> Voice:
    return Voice(cache, PATIENCE_S, [SYSTEM_VOICE])


@pytest.fixture
def left_of_voice() -> Children:
    """The children that run since the test began: other tests' models may live as long as the session."""
    before = set(psutil.Process().children())

    def started_since() -> list[psutil.Process]:
        since = (child for child in psutil.Process().children() if child not in before)
        running = (child for child in since if child.status() != psutil.STATUS_ZOMBIE)
        return [child for child in running if "spawn_main" in " ".join(child.cmdline())]

    return started_since
