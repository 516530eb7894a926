"""P7, P8: a file that somebody else made is read, or refused in a sentence; nothing hangs or dies."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

THOUSANDS = 1.0
ROOT = Path(__file__).parents[2]


def test_a_thousand_spoilt_files_do_no_harm() -> None:
    """Packs, imports, CVs, sound, cut-off takes, settings, histories, backups; a hundred thousand in the benchmarks."""
    seed = random.SystemRandom().randrange(1_000_000)
    command = [sys.executable, "-m", "tests.promises", "--inputs", str(THOUSANDS), "--seed", str(seed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert {one["target"]: one["faults"] for one in results if one["faults"]} == {}, f"seed {seed}"
    assert sum(one["inputs"] for one in results) >= 990
