"""As many at once as the computer has room for."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.commands import worker_count as counting
from ui.commands.worker_count import threads_each, worker_count


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Four cores, and memory for as many workers as a test writes."""
    memory = tmp_path / "meminfo"
    memory.write_text("MemTotal: 99 kB\nMemAvailable:   16000000 kB\n")
    monkeypatch.setattr(counting, "core_count", lambda: 4)
    monkeypatch.setattr(counting, "_MEMORY", memory)
    return memory


def test_one_for_each_core_but_no_more_than_there_are_files(computer: Path) -> None:
    assert computer.exists()
    assert [worker_count(files) for files in (1, 3, 100)] == [1, 3, 4]
    assert [threads_each(workers) for workers in (1, 2, 4, 8)] == [2, 2, 1, 1]


def test_memory_may_allow_fewer_but_one_there_is_always(computer: Path) -> None:
    computer.write_text("MemAvailable: 2500000 kB\n")
    assert worker_count(100) == 2
    computer.write_text("MemAvailable: 1000 kB\n")
    assert worker_count(100) == 1
    computer.write_text("nothing that is known")
    assert worker_count(100) == 4


def test_a_model_of_the_users_works_alone(computer: Path) -> None:
    assert computer.exists()
    assert worker_count(100, has_own_model=True) == 1
