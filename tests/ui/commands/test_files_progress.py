"""The bar on the terminal: as wide as there is room, and nothing at all in a pipe."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.commands.files_progress import FilesProgress, bar
from ui.commands.output import progress_line

FILES = [Path(f"{number}.wav") for number in range(4)]


class Terminal(io.StringIO):
    """What is written to it is shown."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Draws a bar and gives the whole line."""

    def draw(*finished: int, files: list[Path], said: str = "", terminal: io.StringIO | None = None) -> str:
        screen = terminal or Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        seconds = iter(range(0, 1000, 10))
        with progress_line() as line:
            progress = FilesProgress(files, line, lambda: float(next(seconds)))
            progress.tell(said)
            for count in finished:
                progress.show(count)
            return screen.getvalue().split("\x1b[K")[-1]

    return draw


def test_it_says_how_many_are_done_and_what_is_left(drawn: Callable[..., str]) -> None:
    assert drawn(0, files=FILES) == f"{'░' * 24} 0 of 4 files"
    assert drawn(0, 2, files=FILES, said="2.wav: 0:08 transcribed…") == (
        f"{'█' * 12}{'░' * 12} 2 of 4 files · less than a minute left · 2.wav: 0:08 t"
    )


def test_of_one_file_it_says_how_far_it_is(drawn: Callable[..., str]) -> None:
    assert drawn(0, files=FILES[:1], said="0.wav: 1:20 transcribed…") == "0.wav: 1:20 transcribed…"


def test_in_a_pipe_there_is_none(drawn: Callable[..., str]) -> None:
    assert drawn(0, 1, 2, files=FILES, terminal=io.StringIO()) == ""


def test_a_bar_is_full_at_the_end() -> None:
    assert (bar(0, 3), bar(3, 3), bar(0, 0)) == ("░" * 24, "█" * 24, "░" * 24)
