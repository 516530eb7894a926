"""Whether many files keep every core busy: `viva-voce analyse` with as many workers as it chooses, beside one."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.as_a_user import users_environment
from tests.benchmarks.table import Figure
from tests.benchmarks.words import duration_s, speak

FILES: Final = 12
SPEECH_S: Final = 25.0
LEAST_TIMES: Final = 1.6
_PATIENCE_S: Final = 1_800


@dataclass(frozen=True, slots=True)
class Run:
    """How long it took by the clock on the wall, and how long by the clocks of all cores together."""

    taken_s: float
    busy_s: float


def measure() -> list[Figure]:
    """The same files analysed by one worker after the other, then by several at once, each from a cold start.

    One worker alone has more than one thread, so that several cannot be as many times as fast as there are cores.
    """
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        speech = speak(SPEECH_S, Path(folder))
        files = [Path(shutil.copy(speech, speech.with_name(f"answer-{number:02}.wav"))) for number in range(FILES)]
        alone = _analysed(files, Path(folder), "--workers", "1")
        together = _analysed(files, Path(folder))
        minutes = FILES * duration_s(speech) / 60
    detail = f"{FILES} files, {minutes:.1f} min: {alone.taken_s:.0f} s alone, {together.taken_s:.0f} s together"
    cores = f"of {os.cpu_count()}; one worker {alone.busy_s / alone.taken_s:.2f}"
    return [
        Figure("Many files at once ÷ by one worker", alone.taken_s / together.taken_s, LEAST_TIMES, "", detail, True),
        Figure("Cores busy with many files", together.busy_s / together.taken_s, LEAST_TIMES, "", cores, True),
    ]


def _analysed(files: Sequence[Path], folder: Path, *options: str) -> Run:
    """RuntimeError if a file was not understood."""
    command = [sys.executable, "-m", "ui", "analyse", "--json", "--data-dir", str(folder / "library"), *options]
    began_s, busy_before_s = time.monotonic(), _busy_s()
    done = subprocess.run(
        [*command, *map(str, files)],
        env=users_environment(), capture_output=True, text=True, timeout=_PATIENCE_S, check=False,
    )  # fmt: skip
    run = Run(time.monotonic() - began_s, _busy_s() - busy_before_s)
    if done.returncode or len([json.loads(line) for line in done.stdout.splitlines()]) != len(files):
        raise RuntimeError(f"analysing failed: {done.stderr[-1000:]}")
    return run


def _busy_s() -> float:
    """Seconds of the processor that ended children took, theirs included."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
