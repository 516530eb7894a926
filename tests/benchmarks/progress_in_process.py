"""Progress opened several times in a window with a long history: a probe."""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from simulator.data_folder import DataFolder
from simulator.settings import Settings
from simulator.voice.voice import Voice
from tests.benchmarks.long_take_in_process import DeafSpeech
from ui.demo.synthetic_candidate import CandidateMicrophone, SilentPlayer
from ui.devices import Devices
from ui.equipment import Equipment
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.opening import open_library
from ui.screens.practise_screen import PractiseScreen
from ui.theme import apply_theme
from ui.wiring import PRACTISE, PROGRESS, Wiring

RUNS: Final = 7


class OpenedProgress(QObject):
    """Goes there and away again."""

    def __init__(self, data_folder: DataFolder) -> None:
        super().__init__()
        opened = open_library(data_folder)
        devices = Devices(CandidateMicrophone(self), SilentPlayer(self), Voice(data_folder.voice_cache), DeafSpeech())
        messages = Messages(self)
        self._equipment = Equipment(data_folder, Settings(), opened.bank, opened.store, devices, messages, self)
        self._window = MainWindow(messages)
        self._window.resize(1280, 800)
        self._wiring = Wiring(self._window, PractiseScreen(), self._equipment, self)
        self._slowest_s = 0.0
        self._is_joined = self._shown = self._filled = False

    def begin(self) -> None:
        """Show the window, and go to Progress again and again."""
        self._window.show()
        self._wiring.begin()
        first_s, first_filled_s = self._open()
        self._slowest_s = 0.0
        again = [self._open() for _ in range(RUNS)]
        figures = {
            "first_ms": 1000 * first_s,
            "first_filled_ms": 1000 * first_filled_s,
            "opened_ms": 1000 * statistics.median(shown_s for shown_s, _ in again),
            "filled_ms": 1000 * statistics.median(filled_s for _, filled_s in again),
            "stall_ms": 1000 * self._slowest_s,
        }
        print(json.dumps(figures))
        sys.stdout.flush()
        self._equipment.close()
        QApplication.exit(0)

    def _open(self) -> tuple[float, float]:
        """Seconds from the press to where the first part is painted, and to where all parts are."""
        self._wiring.go_to(PRACTISE)
        QApplication.processEvents()
        self._shown = self._filled = False
        began_s = time.perf_counter()
        self._wiring.go_to(PROGRESS)
        screen = self._wiring.screens.progress
        if not self._is_joined:
            self._is_joined = True
            self._wiring._looking_back.progress.shown.connect(self._on_shown)
            screen.filled.connect(self._on_filled)
        while not self._shown:
            self._turn()
        screen.repaint()
        shown_s = time.perf_counter() - began_s
        while not self._filled:
            self._turn()
        screen.repaint()
        return shown_s, time.perf_counter() - began_s

    def _on_shown(self) -> None:
        self._shown = True

    def _on_filled(self) -> None:
        self._filled = self._shown

    def _turn(self) -> None:
        began_s = time.perf_counter()
        QApplication.processEvents()
        self._slowest_s = max(self._slowest_s, time.perf_counter() - began_s)


def main() -> int:
    """Open the library in the argument."""
    app = QApplication(sys.argv[:1])
    apply_theme(app, "light")
    progress = OpenedProgress(DataFolder.find(Path(sys.argv[1])))
    QTimer.singleShot(0, progress.begin)
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
