"""Whether the window answers right after its first paint, and whenever a screen is shown for the first time."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from simulator.data_folder import DataFolder
from simulator.settings import Settings, save_settings
from simulator.store.store import Store
from tests.benchmarks import long_history
from tests.benchmarks.processes import on_a_screen, run_probe
from tests.benchmarks.table import Figure
from tests.benchmarks.words import SENTENCES
from tests.simulator.store.builders import a_question, a_report, a_transcript, add_judged, add_session

RUNS = 6
MOST_GAP_MS = 60.0


def measure() -> list[Figure]:
    """The program on a library with one interview in it, and on one with a very long history."""
    answers = long_history.SESSIONS * long_history.ANSWERS_EACH
    return [*_measured(_furnish, "one answer"), *_measured(_furnish_fully, f"{answers:,} answers")]


def _measured(furnish: Callable[[DataFolder], None], size: str) -> list[Figure]:
    """Of the runs the first only warms the disk's cache."""
    with on_a_screen() as environment, tempfile.TemporaryDirectory(prefix="vv-") as library:
        furnish(_prepared(Path(library)))
        runs = [run_probe("tests.benchmarks.opening_in_process", environment, library) for _ in range(RUNS)][1:]
    shows_ms = {name: statistics.median(run["shows_ms"][name] for run in runs) for name in runs[0]["shows_ms"]}
    slowest = max(shows_ms, key=lambda name: shows_ms[name])
    among = f"{size}; median of {len(runs)} runs"
    opening_ms = statistics.median(run["opening_ms"] for run in runs)
    return [
        Figure("Longest gap of the loop until 2 s after opening", opening_ms, MOST_GAP_MS, "ms", among),
        Figure(
            "Slowest first show of a screen",
            shows_ms[slowest],
            MOST_GAP_MS,
            "ms",
            f"of {len(shows_ms)}: {slowest}; {among}",
        ),
    ]


def _prepared(library: Path) -> DataFolder:
    data_folder = DataFolder.find(library)
    data_folder.prepare()
    save_settings(Settings(theme="light"), data_folder.settings_file)
    return data_folder


def _furnish(data_folder: DataFolder) -> None:
    store = Store.open(data_folder.database)
    question = a_question("question-1")
    add_judged(store, add_session(store, question), a_report(a_transcript(" ".join(SENTENCES))), question)
    store.close()


def _furnish_fully(data_folder: DataFolder) -> None:
    long_history.write(data_folder.database, datetime.now(UTC))
    for number in range(long_history.SESSIONS * long_history.ANSWERS_EACH):
        (data_folder.recordings / f"{number}.wav").touch()
