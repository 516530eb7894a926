"""Whether the clock tells the truth: samples written against those that a virtual microphone gave.

What is played into it is noise that never repeats. On a busy machine the player itself stumbles, so that what was to be
heard is taken down beside the program, by the sound server's own recorder. PipeWire's, in turn, may miss a quantum of
5.3 ms where the player stumbles, which looks like drift: so the recording is held against what was played as well.
There, silence may come in, but nothing that was played may be missing.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any, Final

from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES
from simulator.gap import Gap
from tests.benchmarks.held_against import Comparison, compare
from tests.benchmarks.table import Figure
from tests.child_program import ChildProgram
from tests.desktop import SoundServer
from tests.pipewire import PipeWireServer
from tests.sound import noise, read_wav, samples_of, silence, write_wav

MINUTES: Final = "MICROPHONE_MINUTES"
LOUD_DB: Final = -20.0
MOST_DROPPED_MS: Final = 0.0
MOST_DRIFT_MS: Final = 20.0
TAIL_S: Final = 2.0
LEAST_SHARE: Final = 0.8
HEARD: Final = "heard.wav"
SERVERS: Final = {SoundServer: "PulseAudio", PipeWireServer: "PipeWire"}


def minutes_wanted() -> int:
    """How long the microphone is listened to: two minutes, unless the environment says so many."""
    return max(1, int(os.environ.get(MINUTES, "2")))


def measure() -> list[Figure]:
    """With either sound server, noise is recorded as an answer is, and found again second by second."""
    return [figure for kind in (SoundServer, PipeWireServer) for figure in _measure(kind)]


def _measure(kind: type[SoundServer]) -> list[Figure]:
    minutes = minutes_wanted()
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        played = b"".join(noise(60, level_db=LOUD_DB, seed=minute) for minute in range(minutes))
        sound = write_wav(Path(folder) / "played.wav", played)
        finished = _record(sound, Path(folder), minutes, kind)
        recorded, heard = read_wav(Path(finished["path"])), _unfinished(Path(folder) / HEARD)
    gaps = [Gap(**gap) for gap in finished["gaps"]]
    written = samples_of(recorded)
    found, of_played = compare(samples_of(heard), written, gaps), compare(samples_of(played), written, gaps)
    if found.compared_s < LEAST_SHARE * 60 * minutes:
        raise RuntimeError(f"only {found.compared_s} s were heard: this measured something else")
    server = SERVERS[kind]
    missing = Figure(
        f"Played, and not in the recording ({server})",
        of_played.missing_ms,
        MOST_DROPPED_MS,
        "ms",
        f"the player stumbled for {of_played.added_ms:.0f} ms",
    )
    return [missing, *_figures(found, finished["samples"], len(gaps), server)]


def _record(sound: Path, folder: Path, minutes: int, kind: type[SoundServer]) -> dict[str, Any]:
    runtime = folder / "run"
    (runtime / "pulse").mkdir(mode=0o700, parents=True)
    server = kind(runtime)
    server.start()
    try:
        program = ChildProgram(
            "tests.benchmarks.microphone_in_process", str(folder), environment=server.child_environment
        )
        with program:
            program.wait_for("opened")
            with server.listening(folder / HEARD, "virtmic"), server.speaking(sound) as player:
                player.wait(timeout=60 * minutes * 2)
            tail = write_wav(folder / "tail.wav", silence(TAIL_S))
            with server.speaking(tail) as player:
                player.wait(timeout=60)
            return program.ask("stop", "finished")
    finally:
        server.kill()


def _unfinished(path: Path) -> bytes:
    """The samples of a WAV whose header says nothing of its length."""
    data = path.read_bytes()[HEADER_BYTES:]
    return data[: len(data) // SAMPLE_BYTES * SAMPLE_BYTES]


def _figures(found: Comparison, samples: int, gaps: int, server: str) -> list[Figure]:
    length = f"{found.compared_s} s of noise, {samples} samples written"
    places = f"{found.drops} places, {found.lost_windows} s not found again, {gaps} gaps marked"
    return [
        Figure(f"Sound dropped on the way to the disk ({server})", found.dropped_ms, MOST_DROPPED_MS, "ms", length),
        Figure(f"Gaps that are not marked ({server})", found.unmarked + found.lost_windows, 0, "", places),
        Figure(
            f"Drift of the recording ({server})", abs(found.drift_ms), MOST_DRIFT_MS, "ms", f"{found.drift_ms:+.2f} ms"
        ),
    ]
