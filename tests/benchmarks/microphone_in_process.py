"""The program's own way from the microphone to a take, until it is told to `stop`; prints JSON lines."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

from recordings.microphone import Microphone
from recordings.recorder import Recorder
from simulator.engine.sound_events import GapMarked, SoundEvent, TakeFinished


class Recording(QObject):
    """One take of all that is heard."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._recorder = Recorder(folder)
        self._gaps: list[dict[str, float]] = []
        self._microphone = Microphone(self)
        self._microphone.opened.connect(self._on_opened)
        self._microphone.lost.connect(lambda sentence: _say("lost", sentence=sentence))
        self._microphone.chunk_received.connect(
            lambda chunk: self._take_in(self._recorder.hear(chunk, time.monotonic()))
        )
        self._microphone.sound_missing.connect(
            lambda lasted_s, ago_s: self._take_in(self._recorder.on_sound_missing(lasted_s, ago_s))
        )
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)
        self._microphone.open()
        _say("ready")

    def _take_in(self, told: tuple[SoundEvent, ...]) -> None:
        for event in told:
            if isinstance(event, GapMarked):
                self._gaps.append(asdict(event.gap))
            elif isinstance(event, TakeFinished):
                _say("finished", samples=event.take.samples, path=str(event.take.path), gaps=self._gaps)

    def _on_opened(self) -> None:
        self._take_in(self._recorder.start("take"))
        _say("opened")

    def _on_input(self) -> None:
        if os.read(sys.stdin.fileno(), 4096).startswith(b"stop"):
            self._microphone.close()
            self._take_in(self._recorder.stop_now())
        else:
            QCoreApplication.quit()


def _say(event: str, **facts: object) -> None:
    print(json.dumps({"event": event, **facts}), flush=True)


if __name__ == "__main__":
    application = QCoreApplication([])
    recording = Recording(Path(sys.argv[1]))
    sys.exit(application.exec())
