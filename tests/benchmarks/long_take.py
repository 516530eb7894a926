"""Whether the window's memory grows with the length of an answer, and how soon a long one is there to be reviewed."""

from __future__ import annotations

import tempfile

from tests.benchmarks.processes import on_a_screen, run_probe
from tests.benchmarks.table import Figure

MOST_GROWTH_MB = 5.0
LEAST_KEPT_S = 30 * 60.0
LONGEST_TO_OPEN_S = 1.0
LONGEST_STALL_MS = 60.0


def measure() -> list[Figure]:
    """Half an hour in one take, after a minute that warms up; and ten minutes, in Review."""
    return [*_growth(), *_review()]


def _growth() -> list[Figure]:
    with on_a_screen() as environment, tempfile.TemporaryDirectory(prefix="vv-") as library:
        found = run_probe("tests.benchmarks.long_take_in_process", environment, library)
    if found["kept_s"] < LEAST_KEPT_S:
        raise RuntimeError(f"only {found['kept_s']:.0f} s were kept: this measured something else")
    detail = f"fed in {found['took_s']:.0f} s"
    return [Figure("Growth of the window over 30 min of answer", found["grown_mb"], MOST_GROWTH_MB, "MB", detail)]


def _review() -> list[Figure]:
    with on_a_screen() as environment, tempfile.TemporaryDirectory(prefix="vv-") as library:
        found = run_probe("tests.benchmarks.long_review_in_process", environment, library)
    detail = f"{found['opened_again_s']:.2f} s the second time"
    return [
        Figure("Opening a ten-minute answer in Review", found["opened_s"], LONGEST_TO_OPEN_S, "s", detail),
        Figure("Slowest step of scrolling through it", found["scroll_ms"], LONGEST_STALL_MS, "ms", ""),
        Figure("Slowest step of following its playback", found["play_ms"], LONGEST_STALL_MS, "ms", ""),
    ]
