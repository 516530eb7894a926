"""A program that owns a player, for tests: commands in by line, what the player says out as JSON by line.

Commands: `play path [start_s [end_s|- [rate [volume]]]]`, `stop`, `stop-alone`, `pause`, `rate r`, `volume v`,
`use output|-`, `outputs`, `report`, `quit`; with `--fake` the fake player, whose time passes by itself here.
`--open DATA` opens the encrypted library there.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer

from simulator.vault.header import opened_by_passphrase
from simulator.vault.key_ring import KEY_RING
from simulator.vault.vault_file import read_vault
from tests.fakes import FakePlayer
from tests.vaults import PASSPHRASE
from ui.player import Player
from ui.workers.player_child import ChildPlayer

BEAT_MS = 50
AUDIO_THREAD = "QFFmpeg::AudioR"
ALONE_S = 0.5


class Playback(QObject):
    """Prints an object with `event`, `at_s` and what belongs to it; positions are counted and told by `report`."""

    def __init__(self, player: Player | ChildPlayer | FakePlayer) -> None:
        super().__init__()
        self._player = player
        self._positions: list[float] = []
        self._slowest_beat_s = 0.0
        self._beaten_at = time.monotonic()
        player.position_changed.connect(self._on_position_changed)
        player.playing_changed.connect(self._on_playing_changed)
        player.finished.connect(self._on_finished)
        player.failed.connect(self._on_failed)
        player.output_missing.connect(lambda sentence: self._say("output_missing", sentence=sentence))
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._on_beat)
        self._beat.start(BEAT_MS)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)
        self._say("ready")

    def close(self) -> None:
        """As the program does at its end."""
        if not isinstance(self._player, Player):
            self._player.close()

    def _say(self, event: str, **facts: object) -> None:
        print(json.dumps({"event": event, "at_s": time.monotonic(), **facts}), flush=True)

    def _obey(self, line: str) -> None:
        match line.split():
            case ["play", path, *stretch]:
                self._play(Path(path), stretch)
            case ["stop"]:
                self._player.stop()
            case ["stop-alone"]:
                self._say("stopped", audio_threads_wait_for=self._stop_alone())
            case ["pause"]:
                self._player.toggle_pause()
            case ["rate" | "volume" as what, value]:
                getattr(self._player, f"set_{what}")(float(value))
            case ["use", output]:
                self._player.use_output(None if output == "-" else output)
            case ["outputs"]:
                self._say("outputs", ids=[output.id for output in self._player.outputs()])
            case ["kill"]:
                self._kill()
            case ["report"]:
                self._report()
            case _:
                QCoreApplication.quit()

    def _play(self, path: Path, stretch: list[str]) -> None:
        start_s, end_s, rate, volume = (*stretch, *["0", "-", "1", "1"][len(stretch) :])
        self._positions.clear()
        self._slowest_beat_s = 0.0
        end = None if end_s == "-" else float(end_s)
        self._player.play(path, float(start_s), end, float(rate), float(volume))

    def _kill(self) -> None:
        """The player's process, as a crash would."""
        assert isinstance(self._player, ChildPlayer)
        assert self._player.pid is not None
        os.kill(self._player.pid, signal.SIGKILL)

    def _stop_alone(self) -> list[str]:
        """Stop, let nobody have the interpreter for a while, and tell what Qt's audio threads are waiting for then.

        The kernel's word for it: something with "poll" for a thread that is done, with "futex" for one that is not.
        """
        tasks = Path("/proc/self/task")
        audio = [task / "wchan" for task in tasks.iterdir() if (task / "comm").read_text().startswith(AUDIO_THREAD)]
        files = [os.open(path, os.O_RDONLY) for path in audio]
        sys.setswitchinterval(10 * ALONE_S)
        libc = ctypes.PyDLL(None)  # unlike CDLL it does not let go of the interpreter during a call
        self._player.stop()
        libc.usleep(round(ALONE_S * 1e6))
        waits = [ctypes.create_string_buffer(64) for _ in files]
        for file, wait in zip(files, waits, strict=True):
            libc.read(file, wait, 63)
        return [wait.value.decode() for wait in waits]

    def _report(self) -> None:
        playing = self._player.is_playing
        self._say("report", positions=self._positions, slowest_beat_s=self._slowest_beat_s, is_playing=playing)

    def _on_position_changed(self, position_s: float) -> None:
        if not self._positions:
            self._say("sounding", position_s=position_s)
        self._positions.append(position_s)

    def _on_playing_changed(self, is_playing: bool) -> None:
        self._say("playing" if is_playing else "quiet")

    def _on_finished(self) -> None:
        self._say("finished", position_s=self._positions[-1] if self._positions else None)

    def _on_failed(self, sentence: str) -> None:
        self._say("failed", sentence=sentence, is_playing=self._player.is_playing)

    def _on_beat(self) -> None:
        now = time.monotonic()
        self._slowest_beat_s, self._beaten_at = max(self._slowest_beat_s, now - self._beaten_at), now
        if isinstance(self._player, FakePlayer):
            self._player.advance(BEAT_MS / 1000)

    def _on_input(self) -> None:
        lines = os.read(sys.stdin.fileno(), 4096).decode().splitlines()
        for line in lines or ["quit"]:
            self._obey(line)


def _open_library() -> None:
    if "--open" in sys.argv:
        data = Path(sys.argv[sys.argv.index("--open") + 1])
        KEY_RING.add([opened_by_passphrase(read_vault(data), PASSPHRASE)])


def _player() -> Player | ChildPlayer | FakePlayer:
    if "--fake" in sys.argv:
        return FakePlayer()
    return ChildPlayer() if "--child" in sys.argv else Player()


if __name__ == "__main__":
    _open_library()
    application = QCoreApplication([])
    playback = Playback(_player())
    code = application.exec()
    playback.close()
    sys.exit(code)
