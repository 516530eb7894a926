"""The program's own parts around a candidate who speaks in real time from a WAV: window, engine, speech child.

Run as a probe, because only from within can the event loop be watched and the report's arrival be seen to the moment.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Final

import psutil
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from recordings.transcription.service import SpeechService
from simulator.data_folder import DataFolder
from simulator.drills.quick import QUICK
from simulator.entailment.meter import EntailmentMeter
from simulator.interview.plan import plan_drill
from simulator.interview.session import Stage
from simulator.settings import Settings
from simulator.transcript import Transcript
from simulator.voice.voice import Voice
from tests.benchmarks.pulse import Pulse
from tests.benchmarks.timed_candidate import TimedCandidate
from ui.demo.synthetic_candidate import SilentPlayer
from ui.devices import Devices
from ui.equipment import Equipment
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.opening import open_library
from ui.screens.practise_screen import PractiseScreen
from ui.theme import apply_theme
from ui.wiring import Wiring

LOOK_MS: Final = 5
AGAIN: Final = "again"


class TimedInterview(QObject):
    """One answer of a given sound, from Start to the report on screen, and the same file transcribed from scratch."""

    def __init__(self, data_folder: DataFolder, sound: Path) -> None:
        super().__init__()
        self._sound = sound
        self._microphone = TimedCandidate(self)
        opened = open_library(data_folder)
        self._speech = SpeechService(data_folder.models)
        devices = Devices(
            self._microphone, SilentPlayer(self), Voice(data_folder.voice_cache), self._speech, EntailmentMeter()
        )
        messages = Messages(self)
        self._equipment = Equipment(
            data_folder, Settings(captions=True), opened.bank, opened.store, devices, messages, self
        )
        self._window = MainWindow(messages)
        self._wiring = Wiring(self._window, PractiseScreen(), self._equipment, self)
        self._pulse = Pulse(self)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._stopped_s = self._again_s = 0.0
        self._measured: dict[str, float] = {}
        self._connect()

    def begin(self) -> None:
        """Show the window and start the child."""
        self._window.show()
        self._wiring.begin()

    def _connect(self) -> None:
        equipment = self._equipment
        equipment.speech_child.ready.connect(self._on_ready)
        equipment.speech_child.transcribed.connect(self._on_transcribed)
        equipment.speech_child.failed.connect(lambda _job, reason: self._give_up(reason))
        equipment.speech_child.unavailable.connect(self._give_up)
        equipment.flow.stage_changed.connect(self._on_stage_changed)
        self._microphone.said.connect(self._on_said)

    def _give_up(self, reason: str) -> None:
        print(reason, file=sys.stderr)
        self._equipment.close()
        QApplication.exit(1)

    def _on_ready(self, _ready: object) -> None:
        plan = plan_drill(self._equipment.bank.now, QUICK, self._equipment.settings.now.role, seed=1)
        self._wiring.hold(plan)

    def _on_stage_changed(self, stage: Stage) -> None:
        if stage is Stage.READY and not self._stopped_s:
            QTimer.singleShot(300, self._answer)

    def _answer(self) -> None:
        self._microphone.say(self._sound)  # resampling all of it at once is the candidate's work, not the program's
        self._pulse.start()
        self._equipment.flow.toggle_answer()

    def _on_said(self) -> None:
        self._measured["recording_gap_ms"] = self._pulse.take_longest_ms()
        self._stopped_s = time.monotonic()
        self._equipment.flow.toggle_answer()
        self._look.start()

    def _on_look(self) -> None:
        feedback = self._wiring.screens.feedback
        record = feedback._record
        if record is None or record.report is None or not feedback.isVisible():
            return
        self._look.stop()
        QApplication.processEvents()
        self._measured["stop_to_report_s"] = time.monotonic() - self._stopped_s
        self._pulse.stop()
        self._measured["report_gap_ms"] = self._pulse.take_longest_ms()
        self._measured["answer_s"] = record.report.duration_s or 0.0
        self._measured["words"] = len(record.report.transcript.words)
        path = self._equipment.library.path_of(record.file_name or "")
        self._again_s = time.monotonic()
        self._equipment.speech_child.transcribe(AGAIN, path, ())

    def _on_transcribed(self, job: str, _transcript: Transcript) -> None:
        if job == AGAIN:
            self._measured["from_scratch_s"] = time.monotonic() - self._again_s
            self._measured["child_mb"] = psutil.Process(self._speech.pid).memory_info().rss / 1e6
            print(json.dumps(self._measured), flush=True)
            self._equipment.close()
            QApplication.exit(0)


def main() -> int:
    """Hold it on the library and with the sound in the arguments."""
    data_folder = DataFolder.find(Path(sys.argv[1]))
    data_folder.prepare()
    app = QApplication(sys.argv[:1])
    apply_theme(app, "light")
    interview = TimedInterview(data_folder, Path(sys.argv[2]))
    QTimer.singleShot(0, interview.begin)
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
