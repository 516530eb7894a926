"""Half an hour of sound through the open take, faster than it could be spoken, with the window open: a probe."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Final

import psutil
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from recordings.transcription.messages import Command
from recordings.transcription.model_speed import ModelChoice
from simulator.child_process import ChildDied
from simulator.data_folder import DataFolder
from simulator.drills.quick import QUICK
from simulator.interview.plan import plan_drill
from simulator.settings import Settings
from simulator.voice.voice import Voice
from tests.sound import noise
from ui.demo.synthetic_candidate import CHUNK_S, CandidateMicrophone, SilentPlayer
from ui.devices import Devices
from ui.equipment import Equipment
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.opening import open_library
from ui.screens.practise_screen import PractiseScreen
from ui.theme import apply_theme
from ui.wiring import Wiring

WARM_UP_S: Final = 60.0
TAKE_S: Final = 30 * 60.0
CHUNKS_PER_TURN: Final = 20


class DeafSpeech:
    """A speech child that hears nothing: what it needs is measured elsewhere."""

    choice = ModelChoice()

    def start(self) -> None:
        """Nothing to start."""

    def send(self, message: Command) -> None:
        """Nobody is listening."""

    def receive(self, timeout_s: float | None = None) -> object:
        """It is gone as soon as one listens."""
        raise ChildDied("deaf recogniser", 0)

    def kill(self) -> None:
        """Nothing to end."""

    def restart(self) -> None:
        """Nothing to start."""


class LongTake(QObject):
    """Feeds the interview until half an hour is in the take."""

    def __init__(self, data_folder: DataFolder) -> None:
        super().__init__()
        self._microphone = CandidateMicrophone(self)
        opened = open_library(data_folder)
        devices = Devices(self._microphone, SilentPlayer(self), Voice(data_folder.voice_cache), DeafSpeech())
        messages = Messages(self)
        self._equipment = Equipment(
            data_folder, Settings(nudge=False), opened.bank, opened.store, devices, messages, self
        )
        self._window = MainWindow(messages)
        self._wiring = Wiring(self._window, PractiseScreen(), self._equipment, self)
        self._chunk = noise(CHUNK_S, level_db=-30)
        self._kept_s = 0.0  # by the answer's own clock: its take is begun beside the window, which is fed meanwhile
        self._began_s = time.monotonic()
        self._warm_bytes = 0
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        """Show the window and begin the answer."""
        self._equipment.flow.clock_changed.connect(self._on_clock_changed)
        self._window.show()
        self._wiring.begin()
        self._wiring.hold(plan_drill(self._equipment.bank.now, QUICK, self._equipment.settings.now.role, seed=1))
        self._equipment.flow.toggle_answer()
        self._turn.start()

    def _on_timeout(self) -> None:
        for _ in range(CHUNKS_PER_TURN):
            self._microphone.chunk_received.emit(self._chunk)
        if not self._warm_bytes and self._kept_s >= WARM_UP_S:
            self._warm_bytes = psutil.Process().memory_info().rss
        if self._kept_s >= WARM_UP_S + TAKE_S:
            self._tell()

    def _on_clock_changed(self, elapsed_s: float) -> None:
        self._kept_s = elapsed_s

    def _tell(self) -> None:
        self._turn.stop()
        grown_mb = (psutil.Process().memory_info().rss - self._warm_bytes) / 1e6
        take = next(self._equipment.data_folder.recordings.glob("*.part"))
        kept_s = take.stat().st_size / 32_000
        print(json.dumps({"grown_mb": grown_mb, "kept_s": kept_s, "took_s": time.monotonic() - self._began_s}))
        sys.stdout.flush()
        self._equipment.close()
        QApplication.exit(0)


def main() -> int:
    """Feed a take in the library in the argument."""
    data_folder = DataFolder.find(Path(sys.argv[1]))
    data_folder.prepare()
    app = QApplication(sys.argv[:1])
    apply_theme(app, "light")
    take = LongTake(data_folder)
    QTimer.singleShot(0, take.begin)
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
