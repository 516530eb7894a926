"""Has acts killed, or their power cut, in a process of its own, and reads what the next starts found."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Kills:
    """All of one run. The first of each act came to its end undisturbed."""

    results: tuple[dict[str, Any], ...]

    @property
    def count(self) -> int:
        """How many processes were killed, or how many disks were left by a power cut."""
        return sum(bool(one["place"]) for one in self.results)

    @property
    def bad(self) -> list[str]:
        """Those after which something was missing or wrong, with how to do it again."""
        return [
            f"--act {one['act']} --seed {one['seed']} ({one['place'] or 'undisturbed'}): {'; '.join(one['faults'])}"
            for one in self.results
            if one["faults"]
        ]

    @property
    def most_lost_s(self) -> float:
        """The most that was missing of what the clock of a running take had shown."""
        return max(float(one["lost_s"]) for one in self.results)


def kill(count: int, seed: int) -> Kills:
    """Kill so often. Raises AssertionError where an act itself fails."""
    return _run("--kills", str(count), "--seed", str(seed))


def cut_power(share: float, seed: int) -> Kills:
    """Cut the power at this share of all calls, each with four things that may be left. Raises likewise."""
    return _run("--cuts", str(share), "--seed", str(seed))


def _run(*options: str) -> Kills:
    command = [sys.executable, "-m", "tests.promises", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Kills(tuple(json.loads(line) for line in done.stdout.splitlines()))
