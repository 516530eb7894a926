"""Killed at any moment, the library opens again and holds every answer that it said was saved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from simulator.store.records import AnswerId, AnswerStatus
from simulator.store.store import Store

WRITER = """
import sys
from pathlib import Path
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, a_report, a_transcript, add_session

store = Store.open(Path(sys.argv[1]))
session = add_session(store)
for position in range(100_000):
    answer = store.begin_answer(session, a_question(), position, 1, f"{session}-{position}.wav", NOON)
    store.answer_saved(answer, 16_000 + position, 32_044, "c0ffee")
    print(answer, 16_000 + position, flush=True)
    store.keep_transcript(answer, a_transcript())
    store.keep_report(answer, a_report())
"""


@pytest.mark.parametrize("answers_before_the_end", [1, 7, 23])
def test_kill_minus_nine_loses_no_saved_answer(path: Path, answers_before_the_end: int) -> None:
    told = _write_until_killed(path, answers_before_the_end)
    store = Store.open(path)
    assert store.faults() == ()
    for line in told:
        answer, samples = map(int, line.split())
        kept = store.answer(AnswerId(answer))
        assert (kept.status, kept.samples, kept.sha256) == (AnswerStatus.SAVED, samples, "c0ffee")
    assert len(store.unfinished()) <= 1
    store.close()


def _write_until_killed(path: Path, lines: int) -> list[str]:
    """What a child had said was saved when it was killed, after at least `lines` answers."""
    child = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(lines)]
    child.kill()
    told += [line for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    child.stdout.close()
    child.wait()
    return told
