"""How many files are worked on at once: as many as there are cores, if there is memory for them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

MOST: Final = 8
_EACH_BYTES: Final = (
    1_000_000_000  # a speech model, a text model and what reads the file; measured 0.6 GB, then rounded
)
_MEMORY: Final = Path("/proc/meminfo")


def worker_count(file_count: int, *, has_own_model: bool = False) -> int:
    """How many workers suit this computer, at least one. A model of the user's has one: it may need all the memory."""
    if has_own_model:
        return 1
    free = _free_bytes()
    for_memory = MOST if free is None else free // _EACH_BYTES
    return max(1, min(file_count, core_count(), for_memory, MOST))


def core_count() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def threads_each(workers: int) -> int:
    """How many threads each of them recognises with; two are what one file gains by."""
    return min(2, max(1, core_count() // workers))


def _free_bytes() -> int | None:
    """Memory that can be had without swapping; None where the system does not say."""
    try:
        lines = _MEMORY.read_text().splitlines()
        available = next(line for line in lines if line.startswith("MemAvailable:"))
        return int(available.split()[1]) * 1024
    except (OSError, StopIteration, ValueError, IndexError):
        return None
