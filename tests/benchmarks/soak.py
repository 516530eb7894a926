"""Whether anything grows over eight hours of interviews: memory, open files, threads, processes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.benchmarks.table import Figure

MOST_GROWTH_MB: Final = 10.0
ANSWERS: Final = 1_000
_ROOT: Final = Path(__file__).parents[2]
_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - 0.2 GB of recordings


def measure() -> list[Figure]:
    """The growth from the hundredth answer, when all is warm, to the thousandth."""
    with tempfile.TemporaryDirectory(prefix="vv-", dir=_MEMORY if _MEMORY.is_dir() else None) as library:
        command = [sys.executable, "-m", "tests.benchmarks.soak_in_process", library, str(ANSWERS)]
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    found = json.loads(done.stdout)
    if found["answers"] != ANSWERS or found["faults"]:
        raise RuntimeError(f"{found['answers']} answers, {found['faults']}: this measured something else")
    grown = {name: found["after"][name] - before for name, before in found["before"].items()}
    detail = f"{found['answers']:,} answers in {found['hours']:.1f} h by the clock"
    return [
        Figure("Memory that eight hours of interviews added", grown["mb"], MOST_GROWTH_MB, "MB", detail),
        Figure("Memory that they added to the speech child", grown["child_mb"], MOST_GROWTH_MB, "MB", detail),
        Figure("Open files that they added", grown["files"], 0.0, "", detail),
        Figure("Threads that they added", grown["threads"], 0.0, "", detail),
        Figure("Processes that they added", grown["processes"], 0.0, "", detail),
    ]
