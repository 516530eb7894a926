"""`viva-voce demo`: a whole interview without a person, a display or a sound card.

Everything between the candidate's mouth and the history is real: take, speech child, analysis, store, screens.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from simulator.data_folder import DataFolder
from simulator.errors import SimulatorError
from simulator.interview.plan import SessionPlan
from simulator.interview.session import Stage
from simulator.settings import Settings
from simulator.store.records import AnswerId, SessionId
from simulator.voice.voice import Voice
from ui.app import prepare_environment
from ui.commands.output import complain, say
from ui.demo.synthetic_candidate import ANSWERS, CandidateMicrophone, SilentPlayer
from ui.equipment import Devices, Equipment
from ui.main_window import MainWindow
from ui.opening import open_library
from ui.screens.practise_screen import PractiseScreen
from ui.theme import apply_theme
from ui.wiring import HISTORY, PROGRESS, QUESTIONS, SETTINGS, Wiring

if TYPE_CHECKING:
    from simulator.drills.outcome import Outcome
    from simulator.voice.voice_engine import VoiceInfo

PATIENCE_MS: Final = 240_000
CANDIDATE_WPM: Final = 150
LEVEL_CHECK: Final = "One, two, three, four, five, six. I hope that you can hear me."
SIZE: Final = (1280, 800)
PICTURE_AT_S: Final = 30.0  # of the first answer: far enough in for captions to stand on the screen


def run(out: Path | None, _data_folder: DataFolder) -> int:
    """Hold the demo's interview and write its report, recordings and pictures to `out`; gives the exit code."""
    prepare_environment()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with _folder(out) as folder:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="viva-voce-demo-") as library:
            data_folder = DataFolder.find(Path(library))
            data_folder.prepare()
            app = QApplication.instance() or QApplication(["viva-voce"])
            assert isinstance(app, QApplication)  # noqa: S101 - nothing else makes another kind
            apply_theme(app, "light")
            demo = Demo(data_folder, folder)
            QTimer.singleShot(0, demo.begin)
            code = app.exec()
            demo.close()
        if code == 0 and out is not None:
            say(f"\nThe report, the recordings and a picture of each screen are in {out}.")
    return code


@contextlib.contextmanager
def _folder(out: Path | None) -> Iterator[Path]:
    if out is not None:
        yield out
        return
    with tempfile.TemporaryDirectory(prefix="viva-voce-demo-out-") as folder:
        yield Path(folder)


class Demo(QObject):
    """Plays the candidate's part against the real program.

    Signals:
        failed(str): why the demo could not go on.
    """

    failed = Signal(str)

    def __init__(self, data_folder: DataFolder, out: Path) -> None:
        super().__init__()
        self._out = out
        self._voice = Voice(data_folder.voice_cache)
        self._microphone = CandidateMicrophone(self)
        opened = open_library(data_folder)
        self._equipment = Equipment(
            data_folder,
            Settings(captions=True, theme="light", follow_ups=False),
            opened.bank,
            opened.store,
            self._devices(data_folder),
            self,
        )
        self._window = MainWindow()
        self._window.resize(*SIZE)
        self._wiring = Wiring(self._window, PractiseScreen(), self._equipment, self)
        self._sounds: dict[str, Path] = {}
        self._is_photographed = False
        self._session_id: SessionId | None = None
        self._connect()

    def begin(self) -> None:
        """Show the window, render the answers, start the interview."""
        QTimer.singleShot(PATIENCE_MS, lambda: self.failed.emit("The demo took too long and was given up."))
        self._window.show()
        self._wiring.begin()
        try:
            voice_id = candidates_voice(self._voice.voices())
            self._sounds = {
                question_id: self._voice.render(text, voice_id, CANDIDATE_WPM) for question_id, text in ANSWERS.items()
            }
        except SimulatorError as error:
            self.failed.emit(str(error))
            return
        say("A synthetic candidate answers two questions. Its voice is easier to understand than a person's.\n")
        self._microphone.say(self._voice.render(LEVEL_CHECK, voice_id, CANDIDATE_WPM))
        QTimer.singleShot(500, lambda: self._photograph("practise"))  # while the meter moves
        self._microphone.said.connect(self._start)

    def close(self) -> None:
        """End the children and the database."""
        self._equipment.close()
        self._window.deleteLater()

    def _devices(self, data_folder: DataFolder) -> Devices:
        from recordings.transcription.service import SpeechService
        from simulator.similarity.meter import SimilarityMeter

        return Devices(
            self._microphone, SilentPlayer(self), self._voice, SpeechService(data_folder.models), SimilarityMeter()
        )

    def _connect(self) -> None:
        flow = self._equipment.flow
        flow.stage_changed.connect(self._on_stage_changed)
        flow.clock_changed.connect(self._on_clock_changed)
        flow.session_ended.connect(self._on_session_ended)
        self._equipment.judging_queue.answer_judged.connect(self._on_answer_judged)
        self._equipment.judging_queue.judging_failed.connect(lambda _answer, reason: self.failed.emit(reason))
        self.failed.connect(self._on_failed)

    def _start(self) -> None:
        self._microphone.said.disconnect(self._start)
        self._microphone.said.connect(self._equipment.flow.toggle_answer)
        bank = self._equipment.bank
        questions = tuple(bank.get(question_id) for question_id in ANSWERS)
        settings = self._equipment.settings
        self._wiring.hold(SessionPlan(settings.role, settings.round, questions, seed=0))

    def _on_stage_changed(self, stage: Stage) -> None:
        if stage is Stage.READY:
            QTimer.singleShot(300, self._answer)

    def _answer(self) -> None:
        question = self._equipment.flow.question
        if question is not None:
            self._equipment.flow.toggle_answer()
            self._microphone.say(self._sounds[question.id])

    def _on_clock_changed(self, elapsed_s: float) -> None:
        if not self._is_photographed and elapsed_s > PICTURE_AT_S:
            self._is_photographed = True
            self._photograph("interview")

    def _on_answer_judged(self, _answer_id: AnswerId) -> None:
        # The desk fetches the waveform in the background first; its picture is taken once that is there.
        QTimer.singleShot(700, self._go_on)

    def _go_on(self) -> None:
        if not self._equipment.flow.is_last:
            self._photograph("feedback")
        self._equipment.flow.next_question()

    def _on_session_ended(self, session_id: SessionId) -> None:
        self._session_id = session_id
        QTimer.singleShot(700, self._finish)

    def _finish(self) -> None:
        self._photograph("review")
        for name, place in (
            ("history", HISTORY),
            ("progress", PROGRESS),
            ("questions", QUESTIONS),
            ("settings", SETTINGS),
        ):
            self._wiring.go_to(place)
            self._photograph(name)
        self._write_report()
        QApplication.exit(0)

    def _write_report(self) -> None:
        from simulator.drills.outcome import outcome_for
        from ui.words.report_html import report_html
        from ui.words.report_text import report_lines

        assert self._session_id is not None  # noqa: S101 - called when a session has ended
        store = self._equipment.store
        answers = store.answers(self._session_id)
        sounds: dict[int, str] = {}
        for record in answers:
            say(record.question.text)
            if record.report is not None:
                say("\n".join(f"  {line}".rstrip() for line in report_lines(record.report, record.question)) + "\n")
            if record.file_name:
                name = f"answer-{record.position + 1}.wav"
                shutil.copyfile(self._equipment.library.path_of(record.file_name), self._out / name)
                sounds[record.id] = name
        summary = store.session(self._session_id)
        outcomes: dict[int, Outcome] = {
            one.id: said for one in answers if (said := outcome_for(store, summary.drill, one)) is not None
        }
        page = report_html(summary, answers, sounds, outcomes)
        (self._out / "report.html").write_text(page, encoding="utf-8")

    def _photograph(self, name: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101
        for theme, suffix in (("dark", "-dark"), ("light", "")):
            apply_theme(app, "dark" if theme == "dark" else "light")
            app.processEvents()
            self._window.grab().save(str(self._out / f"{name}{suffix}.png"))

    def _on_failed(self, sentence: str) -> None:
        complain(sentence)
        QApplication.exit(1)


def candidates_voice(voices: tuple[VoiceInfo, ...]) -> str | None:
    """An American voice if there is one: it differs from the asker's, and the recogniser understands it better."""
    american = [voice.id for voice in voices if voice.language.lower() == "en-us" and "mb" not in voice.id]
    return american[0] if american else None
