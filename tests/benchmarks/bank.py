"""How soon ten thousand questions are loaded, searched, narrowed and scrolled, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from question_bank.bank import Bank
from question_bank.exchange.pack_writing import pack_yaml
from question_bank.models import Question
from question_bank.pack_format import MAX_QUESTIONS, PackHead
from tests.benchmarks.table import Figure

QUESTIONS: Final = 10_000
MOST_SEARCH_MS: Final = 50.0
MOST_STALL_MS: Final = 60.0
_PATIENCE_S: Final = 600


def measure() -> list[Figure]:
    """The bank with ten thousand questions of the user's own, as YAML packs in the data folder."""
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        packs = Path(folder) / "questions"
        packs.mkdir()
        write_packs(packs)
        first, second = _run(folder), _run(folder)
    detail = f"{QUESTIONS:,} questions of one’s own"
    once = f"read for the first time in {first['load_s']:.1f} s, beside the window"
    again = f"read again in {second['load_s']:.2f} s"
    return [
        Figure("Searching the bank, slowest words", second["search_ms"], MOST_SEARCH_MS, "ms", detail),
        Figure("Narrowing the bank by a list, slowest", second["filter_ms"], MOST_STALL_MS, "ms", detail),
        Figure("Longest stall while the bank scrolls", second["scroll_ms"], MOST_STALL_MS, "ms", detail),
        Figure("Longest gap of the loop while packs are parsed", first["gap_ms"], MOST_STALL_MS, "ms", once),
        Figure("Longest gap of the loop while packs load", second["gap_ms"], MOST_STALL_MS, "ms", again),
    ]  # fmt: skip


def write_packs(folder: Path) -> None:
    """Packs as large as a pack may be, made of the program's own questions with other ids and numbers in them."""
    originals = Bank.load().questions
    made = [_copy(originals[number % len(originals)], number) for number in range(QUESTIONS)]
    # A pack may have 2,000 questions and 5 MB; questions as long as the program's own reach the second limit first.
    size = min(MAX_QUESTIONS, 1_000)
    for start in range(0, QUESTIONS, size):
        text = pack_yaml(PackHead(f"Pack {start}", "Made for a measurement."), made[start : start + size])
        (folder / f"pack-{start}.yaml").write_text(text, encoding="utf-8")


def _copy(question: Question, number: int) -> Question:
    return replace(question, id=f"copy.{number}", text=f"{question.text} Take case number {number}.")


def _run(folder: str) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bank_in_process", folder],
        env=environment, capture_output=True, text=True, timeout=_PATIENCE_S, check=True,
    )  # fmt: skip
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
