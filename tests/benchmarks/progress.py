"""How soon Progress shows what a very long history comes to: added up, and on the screen."""

from __future__ import annotations

import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from simulator.analysis.report import ANALYSIS_VERSION
from simulator.analysis.rules import DEFAULT_RULES
from simulator.data_folder import DataFolder
from simulator.progress.period import Period
from simulator.progress.progress import ProgressWish
from simulator.store.progress_figures import read_progress
from tests.benchmarks import long_history
from tests.benchmarks.processes import on_a_screen, run_probe
from tests.benchmarks.table import Figure

OPEN_MS: Final = 150.0
LONGEST_STALL_MS: Final = 60.0
RUNS: Final = 7
_DETAIL: Final = f"{long_history.SESSIONS * long_history.ANSWERS_EACH:,} answers"


def measure() -> list[Figure]:
    """Each period added up, and the place opened in the window."""
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        data_folder = DataFolder.find(Path(folder))
        data_folder.prepare()
        long_history.write(data_folder.database, datetime.now(UTC))
        return [*_added_up(data_folder.database), *_opened(folder)]


def _added_up(path: Path) -> list[Figure]:
    return [
        Figure(f"Adding up progress, {period}", _median_ms(path, period), OPEN_MS, "ms", _DETAIL) for period in Period
    ]


def _median_ms(path: Path, period: Period) -> float:
    wish = ProgressWish(datetime.now().astimezone().date(), ANALYSIS_VERSION, DEFAULT_RULES.name, period)
    times = []
    for _ in range(RUNS):
        began_s = time.perf_counter()
        found = read_progress(path, wish)
        times.append(1000 * (time.perf_counter() - began_s))
        if not found.topics:
            raise RuntimeError("nothing was found to add up, so this measured something else")
    return statistics.median(times)


def _opened(library: str) -> list[Figure]:
    with on_a_screen() as environment:
        found = run_probe("tests.benchmarks.progress_in_process", environment, library)
    first = f"{_DETAIL}; {found['first_ms']:.0f} ms the first time"
    whole = f"{found['first_filled_ms']:.0f} ms the first time"
    return [
        Figure("Opening Progress, to where its first part shows", found["opened_ms"], OPEN_MS, "ms", first),
        Figure("Opening Progress, to its end", found["filled_ms"], 2 * OPEN_MS, "ms", whole),
        Figure("Slowest turn of the loop meanwhile", found["stall_ms"], LONGEST_STALL_MS, "ms", ""),
    ]
