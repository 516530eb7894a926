"""How many of a hundred thousand spoilt files do harm: packs, imports, CVs, sound, settings, histories, backups."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.benchmarks.table import Figure

THOUSANDS: Final = 100
SEED: Final = 1
_ROOT: Final = Path(__file__).parents[2]


def measure() -> list[Figure]:
    """Read them all."""
    command = [sys.executable, "-m", "tests.promises", "--inputs", str(THOUSANDS), "--seed", str(SEED)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    inputs = sum(one["inputs"] for one in results)
    harm = [f"{one['target']}: {fault}" for one in results for fault in one["faults"]]
    for fault in harm:
        print(fault, file=sys.stderr)
    detail = f"{inputs:,} files for {len(results)} readers, seed {SEED}"
    return [Figure("Spoilt files that did harm", len(harm), 0.0, "", detail)]
