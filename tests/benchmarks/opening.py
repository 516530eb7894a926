"""Whether the window answers right after its first paint, and whenever a screen is shown for the first time."""

from __future__ import annotations

import tempfile
from pathlib import Path

from simulator.places import Places
from simulator.settings import Settings, save_settings
from simulator.store.store import Store
from tests.benchmarks.processes import on_a_screen, run_probe
from tests.benchmarks.table import Figure
from tests.benchmarks.words import SENTENCES
from tests.simulator.store.builders import a_question, a_report, a_transcript, add_judged, add_session

MOST_GAP_MS = 60.0


def measure() -> list[Figure]:
    """One run of the program on a library with one interview in it, after a run that warms up."""
    with on_a_screen() as environment, tempfile.TemporaryDirectory(prefix="vv-") as library:
        _furnish(Places.find(Path(library)))
        for _ in range(2):
            found = run_probe("tests.benchmarks.opening_in_process", environment, library)
    slowest = max(found["shows_ms"], key=found["shows_ms"].get)
    detail = f"of {len(found['shows_ms'])}, {slowest}"
    return [
        Figure("Longest gap of the loop in the 2 s after the first paint", found["opening_ms"], MOST_GAP_MS, "ms"),
        Figure("Slowest first show of a screen", found["shows_ms"][slowest], MOST_GAP_MS, "ms", detail),
    ]


def _furnish(places: Places) -> None:
    places.prepare()
    save_settings(Settings(theme="light"), places.settings_file)
    store = Store.open(places.database)
    question = a_question("question-1")
    add_judged(store, add_session(store, question), a_report(a_transcript(" ".join(SENTENCES))), question)
    store.close()
