"""Runs a piece of a benchmark as a process of its own, on a real screen, and takes in what it measured."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.as_a_user import users_environment
from tests.end_to_end.screen import screen

ROOT = Path(__file__).parents[2]
PATIENCE_S = 400


@contextlib.contextmanager
def on_a_screen() -> Iterator[dict[str, str]]:
    """The environment of a program that shows a window: on an X server of its own, so that runs can be compared."""
    with tempfile.TemporaryDirectory(prefix="vv-") as folder, screen(Path(folder)) as found:
        yield {**users_environment(), **found.environment, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}


def run_probe(module: str, environment: dict[str, str], *arguments: str) -> Any:
    """What `python -m module` prints last, as JSON. It is given the monotonic second of its start."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, env={**environment, "STARTED_S": str(time.monotonic())}, cwd=ROOT,
        capture_output=True, text=True, timeout=PATIENCE_S, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{module} failed: {done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])
