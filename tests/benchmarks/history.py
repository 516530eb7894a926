"""How soon a long history can be listed and searched."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from simulator.store.store import Store
from tests.benchmarks.table import Figure
from tests.benchmarks.words import SENTENCES
from tests.simulator.store.builders import a_question, a_report, a_transcript, add_judged, add_session

SESSIONS = 500
MOST_MS = 50.0
RUNS = 7


def measure() -> list[Figure]:
    """500 interviews of one answer each: the first page, and one that holds a word."""
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        store = Store.open(Path(folder) / "library.db")
        for number in range(SESSIONS):
            transcript = a_transcript(f"{SENTENCES[number % len(SENTENCES)]} marker{number}")
            question = a_question(f"question-{number % 40}")
            add_judged(store, add_session(store, question), a_report(transcript), question)
        listing_ms = _median_ms(lambda: store.sessions(limit=50))
        search_ms = _median_ms(lambda: store.sessions(limit=50, search="marker77"))
        found = store.sessions(limit=50, search="marker77")
        store.close()
    if len(found) != 1:
        raise RuntimeError(f"the search found {len(found)} interviews: this measured something else")
    detail = f"{SESSIONS} interviews"
    return [
        Figure("Listing the newest page of History", listing_ms, MOST_MS, "ms", detail),
        Figure("Searching all answers for a word", search_ms, MOST_MS, "ms", detail),
    ]


def _median_ms(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        began_s = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began_s))
    return statistics.median(times)
