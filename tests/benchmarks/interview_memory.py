"""What the real program weighs after an interview by voice: the window's process and the speech child."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.benchmarks.table import Figure
from tests.benchmarks.words import speak
from tests.desktop import SoundServer
from tests.end_to_end.interviews import begin_drill, start_answer, stop_answer
from tests.end_to_end.program import Program
from tests.end_to_end.screen import screen
from tests.waiting import wait_until

ANSWER_S = 40.0
MOST_WINDOW_MB = 180.0
MOST_CHILD_MB = 700.0


def measure() -> list[Figure]:
    """One answer through the virtual microphone, the report shown, and then a look at both processes."""
    with tempfile.TemporaryDirectory(prefix="vv-") as name, _program(Path(name)) as (program, server):
        sound = speak(ANSWER_S, Path(name))
        begin_drill(program)
        start_answer(program)
        with server.speaking(sound) as player:
            player.wait(timeout=120)
        stop_answer(program)
        wait_until(lambda: program.text("Transcript"), "the transcript", 120)
        window, child = psutil.Process(program.process.pid), program.speech_child()
        return [
            _figure("Memory of the window's process after an interview", window, MOST_WINDOW_MB),
            _figure("Memory of the speech child after an interview", child, MOST_CHILD_MB),
        ]


def _figure(name: str, process: psutil.Process, target_mb: float) -> Figure:
    memory = process.memory_full_info()
    return Figure(name, memory.rss / 1e6, target_mb, "MB", f"its own alone {memory.uss / 1e6:.0f} MB")


@contextmanager
def _program(folder: Path) -> Iterator[tuple[Program, SoundServer]]:
    runtime = folder / "run"
    (runtime / "pulse").mkdir(parents=True, mode=0o700)
    server = SoundServer(runtime)
    with screen(folder) as found:
        server.start()
        program = Program(found, server.environment, folder / "library", folder / "log.txt")
        try:
            yield program, server
        finally:
            program.finish()
            server.kill()
