"""Whether many files keep every core busy: `viva-voce analyse` with as many workers as it chooses, beside one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.as_a_user import users_environment
from tests.benchmarks.table import Figure
from tests.benchmarks.words import duration_s, speak

FILES: Final = 12
SPEECH_S: Final = 25.0
LEAST_TIMES: Final = 1.6
_PATIENCE_S: Final = 1_800


def measure() -> list[Figure]:
    """The same files analysed by one worker after the other, then by several at once, each from a cold start."""
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        speech = speak(SPEECH_S, Path(folder))
        files = [Path(shutil.copy(speech, speech.with_name(f"answer-{number:02}.wav"))) for number in range(FILES)]
        alone_s = _analysed_in_s(files, Path(folder), "--workers", "1")
        together_s = _analysed_in_s(files, Path(folder))
        minutes = FILES * duration_s(speech) / 60
    detail = f"{FILES} files, {minutes:.1f} min: {alone_s:.0f} s alone, {together_s:.0f} s on {os.cpu_count()} cores"
    return [Figure("Many files at once ÷ by one worker", alone_s / together_s, LEAST_TIMES, "", detail, is_least=True)]


def _analysed_in_s(files: Sequence[Path], folder: Path, *options: str) -> float:
    """Seconds that the program takes. RuntimeError if a file was not understood."""
    command = [sys.executable, "-m", "ui", "analyse", "--json", "--data-dir", str(folder / "library"), *options]
    began_s = time.monotonic()
    done = subprocess.run(
        [*command, *map(str, files)], env=users_environment(), capture_output=True, text=True, timeout=_PATIENCE_S
    )
    taken_s = time.monotonic() - began_s
    if done.returncode or len([json.loads(line) for line in done.stdout.splitlines()]) != len(files):
        raise RuntimeError(f"analysing failed: {done.stderr[-1000:]}")
    return taken_s
