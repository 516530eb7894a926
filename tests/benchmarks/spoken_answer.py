"""How soon the report of a long answer is on screen, and whether the window ever stood still meanwhile."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.processes import ROOT, on_a_screen, run_probe
from tests.benchmarks.table import Figure
from tests.benchmarks.words import speak

ANSWER_S = 90.0
MOST_OF_FROM_SCRATCH = 0.35
MOST_S = 2.0
MOST_GAP_MS = 60.0


def measure() -> list[Figure]:
    """One answer of 90 s, spoken in real time, followed by the speech child while it grows."""
    with on_a_screen() as environment, tempfile.TemporaryDirectory(prefix="vv-") as folder:
        sound = speak(ANSWER_S, Path(folder))
        beside = [sys.executable, "-m", "tests.benchmarks.bare_loop"]
        bare = subprocess.Popen(
            beside, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        try:
            found = run_probe("tests.benchmarks.interview_in_process", environment, f"{folder}/library", str(sound))
        finally:
            bare_ms = float(bare.communicate("")[0])
    stop_s, scratch_s = found["stop_to_report_s"], found["from_scratch_s"]
    detail = f"{found['answer_s']:.0f} s, {found['words']:.0f} words: {stop_s:.2f} s against {scratch_s:.2f} s"
    beside_it = f"a bare loop beside it {bare_ms:.0f} ms"
    return [
        Figure("Stop to report ÷ transcribing from scratch", stop_s / scratch_s, MOST_OF_FROM_SCRATCH, "", detail),
        Figure("Stop to report on screen", stop_s, MOST_S, "s"),
        Figure("Longest gap of the loop while recording", found["recording_gap_ms"], MOST_GAP_MS, "ms", beside_it),
        Figure("Longest gap while the report comes on screen", found["report_gap_ms"], MOST_GAP_MS, "ms", beside_it),
    ]
