"""Killed at any step, on its way to being encrypted or back, a library loses nothing and goes on at the next start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LEAST_STEPS = 60


@pytest.mark.parametrize(("direction", "first"), [("encrypt", 3), ("decrypt", 5)])
def test_nothing_is_lost(tmp_path: Path, direction: str, first: int) -> None:
    step = "12"  # each step in turn takes a minute: see `killed`
    call = [sys.executable, "-m", "tests.recordings.encryption.killed", str(tmp_path), direction, str(first), step]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= LEAST_STEPS
