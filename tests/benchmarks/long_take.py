"""Whether the window's memory grows with the length of an answer."""

from __future__ import annotations

import tempfile

from tests.benchmarks.processes import on_a_screen, run_probe
from tests.benchmarks.table import Figure

MOST_GROWTH_MB = 5.0
LEAST_KEPT_S = 30 * 60.0


def measure() -> list[Figure]:
    """Half an hour in one take, after a minute that warms up."""
    with on_a_screen() as environment, tempfile.TemporaryDirectory(prefix="vv-") as library:
        found = run_probe("tests.benchmarks.long_take_in_process", environment, library)
    if found["kept_s"] < LEAST_KEPT_S:
        raise RuntimeError(f"only {found['kept_s']:.0f} s were kept: this measured something else")
    detail = f"fed in {found['took_s']:.0f} s"
    return [Figure("Growth of the window over 30 min of answer", found["grown_mb"], MOST_GROWTH_MB, "MB", detail)]
