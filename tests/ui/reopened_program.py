"""`python -m tests.ui.reopened_program DATA`: the program is asked to encrypt its library, and closed once it has.

Prints how many windows there were.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from recordings.encryption.migration import begin_encrypting
from simulator.data_folder import DataFolder
from tests.fakes import FakeMicrophone, FakePlayer, FakeSpeechService, FakeVoice
from tests.ui.parts import ManualClock
from tests.vaults import a_vault
from ui.app import Program, run
from ui.devices import Devices
from ui.main_window import MainWindow

LOOK_MS = 20


def main(data: Path) -> int:
    """The exit code of the program."""
    folder = DataFolder.find(data)
    seen: list[Program] = []
    key, header = a_vault()

    def devices(_program: Program) -> Devices:
        voice = FakeVoice(folder.voice_cache)
        return Devices(FakeMicrophone(), FakePlayer(), voice, FakeSpeechService(), clock=ManualClock())

    def act() -> None:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        program = windows[0].findChild(Program) if windows else None
        equipment = program._equipment if program is not None and program._wiring is not None else None
        if program is None or equipment is None or program in seen:
            return
        seen.append(program)
        if len(seen) == 1:
            equipment.reopen_requested.emit(partial(begin_encrypting, folder, header, key))
        else:
            windows[0].close()

    Program._devices = devices  # type: ignore[method-assign, assignment]
    QApplication([])
    timer = QTimer(interval=LOOK_MS)
    timer.timeout.connect(act)
    timer.start()
    code = run(folder)
    print(len(seen))
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
