"""How soon a very long history is listed, sorted, filtered and searched, and how much memory that takes."""

from __future__ import annotations

import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Final

from simulator.light import Light
from simulator.store.history import History
from simulator.store.history_view import ANYTHING, Column, HistoryFilter, Request, View
from tests.benchmarks import long_history
from tests.benchmarks.table import Figure

OPEN_MS: Final = 150.0
SEARCH_MS: Final = 100.0
MOST_MB: Final = 4.0
RUNS: Final = 7
_DETAIL: Final = f"{long_history.SESSIONS:,} interviews, {long_history.SESSIONS * long_history.ANSWERS_EACH:,} answers"
_RED: Final = HistoryFilter(light=Light.RED, topic="topic.deep-learning", fillers_above=5.0)

# Whatever is asked for has the first page of each view, and the library opened beside the window, in it.
_OPENED: Final = {
    "Opening History": Request(),
    "Opening its answers": Request(View.ANSWERS),
    "Interviews sorted by fillers": Request(column=Column.FILLERS),
    "Interviews sorted by title": Request(column=Column.TITLE, is_descending=False),
    "Answers sorted by key points": Request(View.ANSWERS, column=Column.POINTS),
    "Answers sorted by question": Request(View.ANSWERS, column=Column.TITLE, is_descending=False),
    "Interviews with an answer over time": Request(wanted=_RED),
    "Answers over time": Request(View.ANSWERS, wanted=_RED, column=Column.LENGTH),
}
_SEARCHED: Final = {
    "Searching interviews for a rare word": Request(search=long_history.RARE),
    "Searching interviews for a word in every answer": Request(search="model"),
    "Searching answers for a rare word": Request(View.ANSWERS, search=long_history.RARE),
    "Searching answers for a word in every answer": Request(View.ANSWERS, search="model"),
    "Searching answers for a beginning of two letters": Request(View.ANSWERS, search="mo"),
    "Searching answers over time": Request(View.ANSWERS, search="model", wanted=_RED),
}


def measure() -> list[Figure]:
    """The first page of everything that History can be asked for, and memory over many pages."""
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        path = Path(folder) / "library.db"
        long_history.write(path)
        return measure_at(path)


def measure_at(path: Path) -> list[Figure]:
    """Likewise, of a library that `long_history` wrote."""
    opened = [_figure(path, name, request, OPEN_MS) for name, request in _OPENED.items()]
    searched = [_figure(path, name, request, SEARCH_MS) for name, request in _SEARCHED.items()]
    with History.beside(path) as history:
        counting = _median_ms(lambda: history.count(Request(View.ANSWERS, wanted=_RED)))
        choosing = _median_ms(history.choices)
    return [
        *opened,
        *searched,
        Figure("Counting answers over time", counting, OPEN_MS, "ms", _DETAIL),
        Figure("What can be filtered by", choosing, OPEN_MS, "ms", _DETAIL),
        Figure("Memory of 40 pages read one after the other, at its highest", _paging_mb(path), MOST_MB, "MB", _DETAIL),
    ]


def _figure(path: Path, name: str, request: Request, target_ms: float) -> Figure:
    def ask() -> int:
        with History.beside(path) as history:
            return len(history.page(request).rows)

    if not ask():
        raise RuntimeError(f"{name}: nothing was found, so this measured something else")
    return Figure(name, _median_ms(ask), target_ms, "ms", _DETAIL)


def _paging_mb(path: Path) -> float:
    """What Python holds while page follows page, and each is let go of."""
    tracemalloc.start()
    with History.beside(path) as history:
        place = None
        for _ in range(40):
            place = history.page(Request(View.ANSWERS, ANYTHING, after=place)).next
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return highest / 1e6


def _median_ms(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        began_s = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began_s))
    return statistics.median(times)
