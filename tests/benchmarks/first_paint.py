"""How soon the window is there, compared with a bare one in the same run."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from simulator.data_folder import DataFolder
from simulator.settings import Settings, save_settings
from tests.benchmarks.processes import on_a_screen, run_probe
from tests.benchmarks.table import Figure

RUNS = 9
MOST_TIMES_BARE = 2.5


def measure() -> list[Figure]:
    """Process start to first paint, the two alternating; the first run of each only warms the disk's cache.

    The library is that of somebody who has chosen something before: their settings are to be read.
    """
    bare, own = [], []
    with on_a_screen() as environment, tempfile.TemporaryDirectory(prefix="vv-") as library:
        save_settings(Settings(theme="light"), DataFolder.find(Path(library)).settings_file)
        for _ in range(RUNS):
            bare.append(float(run_probe("tests.benchmarks.bare_window", environment)))
            own.append(float(run_probe("tests.benchmarks.own_window", environment | {"VIVA_VOCE_DATA": library})))
    bare_s, own_s = statistics.median(bare[1:]), statistics.median(own[1:])
    detail = f"{own_s:.2f} s against {bare_s:.2f} s"
    return [Figure("First paint ÷ first paint of a bare window", own_s / bare_s, MOST_TIMES_BARE, "", detail)]
