"""`viva-voce demo`: a whole interview without a person, a display or a sound card.

Everything between the candidate's mouth and the history is real: take, speech child, analysis, store, screens.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
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
from ui.demo.prompt_workers import PromptJobs, PromptReader
from ui.demo.synthetic_candidate import ANSWERS, CHUNK_S, CandidateMicrophone, SilentPlayer
from ui.devices import Devices
from ui.equipment import Equipment
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.one_instance import alone
from ui.opening import open_library
from ui.screens.practise_screen import PractiseScreen
from ui.theme import apply_theme
from ui.wiring import HISTORY, PROGRESS, QUESTIONS, SETTINGS, Wiring
from ui.workers.jobs import Speaker

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord
    from simulator.voice.voice_engine import VoiceInfo

PATIENCE_S: Final = 900.0
TIMES_REAL: Final = 4  # the sound is delivered faster than in life; the clock counts samples, so figures are true
THINKING_S: Final = 1.2  # from the question to the answer
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
        with tempfile.TemporaryDirectory(prefix="viva-voce-demo-") as library, contextlib.ExitStack() as held:
            data_folder = DataFolder.find(Path(library))
            data_folder.prepare()
            held.enter_context(alone(data_folder, or_empty=True))  # nobody takes it for the remains of a killed demo
            app = QApplication.instance() or QApplication(["viva-voce"])
            assert isinstance(app, QApplication)  # noqa: S101 - nothing else makes another kind
            apply_theme(app, "light")
            demo = Demo(data_folder, folder)
            try:
                demo.hold()
            except SimulatorError as error:
                complain(str(error))
                return 1
            finally:
                demo.close()
        if out is not None:
            say(f"\nThe report, the recordings and a screenshot of each screen are in {out}.")
    return 0


@contextlib.contextmanager
def _folder(out: Path | None) -> Iterator[Path]:
    if out is not None:
        yield out
        return
    with tempfile.TemporaryDirectory(prefix="viva-voce-demo-out-") as folder:
        yield Path(folder)


class DemoFailed(SimulatorError):
    """The demo cannot go on; the text says why."""


class SoundClock:
    """Time as it passes for the candidate: with the sound that is delivered, whatever the real one says."""

    def __init__(self) -> None:
        self._now_s = 0.0

    def __call__(self) -> float:
        return self._now_s

    def pass_by(self, seconds: float) -> None:
        """So much sound was delivered."""
        self._now_s += seconds


class Demo(QObject):
    """Plays the candidate's part against the real program, step by step: nothing here waits for an event loop."""

    def __init__(self, data_folder: DataFolder, out: Path) -> None:
        super().__init__()
        self._out = out
        self._clock = SoundClock()
        self._patient_until_s = time.monotonic() + PATIENCE_S
        self._voice = Voice(data_folder.voice_cache)
        self._microphone = CandidateMicrophone(self)
        self._reader: PromptReader | None = None
        opened = open_library(data_folder)
        messages = Messages(self)
        self._equipment = Equipment(
            data_folder,
            Settings(captions=True, theme="light", follow_ups=False),
            opened.bank,
            opened.store,
            self._devices(data_folder),
            messages,
            self,
        )
        self._flow = self._equipment.flow
        self._window = MainWindow(messages)
        self._window.resize(*SIZE)
        self._wiring = Wiring(self._window, PractiseScreen(), self._equipment, self)
        self._elapsed_s = 0.0
        self._has_caption = False
        self._is_photographed = False
        self._judged: set[AnswerId] = set()
        self._failure = ""
        self._session_id: SessionId | None = None
        self._connect()

    def hold(self) -> None:
        """The whole interview, from the window's first picture to the report. Raises a SimulatorError."""
        self._window.show()
        self._wiring.begin()
        voice_id = candidates_voice(self._voice.voices())
        sounds = {
            question_id: self._voice.render(text, voice_id, CANDIDATE_WPM) for question_id, text in ANSWERS.items()
        }
        say("A synthetic candidate answers two questions. Its voice is easier to recognise than a person's.\n")
        self._check_level(self._voice.render(LEVEL_CHECK, voice_id, CANDIDATE_WPM))
        self._wiring.hold(self._plan())
        while (question := self._flow.question) is not None:
            self._answer(sounds[question.id])
            self._wait_for(lambda: self._flow.answer_id in self._judged)
            if not self._flow.is_last:
                self._photograph("feedback")
            self._flow.next_question()
        self._photograph_library()
        self._write_report()

    def close(self) -> None:
        """End the children and the database."""
        self._equipment.close()
        self._window.deleteLater()

    def _devices(self, data_folder: DataFolder) -> Devices:
        from recordings.transcription.service import SpeechService
        from simulator.entailment.meter import EntailmentMeter

        return Devices(
            self._microphone,
            SilentPlayer(self),
            self._voice,
            SpeechService(data_folder.models),
            EntailmentMeter(),
            clock=self._clock,
            jobs=PromptJobs,
            reader=self._make_reader,
        )

    def _make_reader(self, child: Speaker, parent: QObject) -> PromptReader:
        self._reader = PromptReader(child, parent)
        return self._reader

    def _connect(self) -> None:
        self._flow.clock_changed.connect(self._on_clock_changed)
        self._flow.caption_changed.connect(self._on_caption_changed)
        self._flow.session_ended.connect(self._on_session_ended)
        self._equipment.judging_queue.answer_judged.connect(self._judged.add)
        self._equipment.judging_queue.judging_failed.connect(lambda _answer_id, reason: self._on_failed(reason))
        self._equipment.speech_child.unavailable.connect(self._on_failed)

    def _plan(self) -> SessionPlan:
        questions = tuple(self._equipment.bank.now.get(question_id) for question_id in ANSWERS)
        settings = self._equipment.settings.now
        return SessionPlan(settings.role, settings.round, questions, seed=0)

    def _check_level(self, sound: Path) -> None:
        self._microphone.say(sound)
        self._listen(self._microphone.waiting_s / 2)
        self._photograph("practise")  # while the meter moves
        self._listen(self._microphone.waiting_s)

    def _answer(self, sound: Path) -> None:
        self._listen(THINKING_S)
        self._flow.toggle_answer()
        self._microphone.say(sound)
        while self._microphone.waiting_s:
            self._listen(CHUNK_S)
            if self._elapsed_s > PICTURE_AT_S and not self._is_photographed:
                self._is_photographed = True
                self._wait_for(lambda: self._has_caption)
                self._photograph("interview")
        self._flow.toggle_answer()
        while self._flow.stage is Stage.CLOSING:
            self._listen(CHUNK_S)

    def _listen(self, seconds: float) -> None:
        """So much sound is delivered, faster than in life; meanwhile the speech child is heard out."""
        for _ in range(round(seconds / CHUNK_S)):
            self._clock.pass_by(CHUNK_S)
            self._microphone.deliver()
            self._hear_child(CHUNK_S / TIMES_REAL)

    def _wait_for(self, condition: Callable[[], bool]) -> None:
        while not condition():
            self._hear_child(1.0)

    def _hear_child(self, patience_s: float) -> None:
        assert self._reader is not None  # noqa: S101 - it is made as the speech child is started
        self._reader.read(patience_s)
        if self._failure:
            raise DemoFailed(self._failure)
        if time.monotonic() > self._patient_until_s:
            raise DemoFailed("The demo took too long and was stopped.")

    def _photograph_library(self) -> None:
        assert self._session_id is not None  # noqa: S101 - called when a session has ended
        self._photograph("summary")
        self._wiring.open_review(self._session_id)
        self._photograph("review")
        for name, place in (
            ("history", HISTORY),
            ("progress", PROGRESS),
            ("questions", QUESTIONS),
            ("settings", SETTINGS),
        ):
            self._wiring.go_to(place)
            self._photograph(name)

    def _on_clock_changed(self, elapsed_s: float) -> None:
        self._elapsed_s = elapsed_s

    def _on_caption_changed(self, settled: str, tentative: str) -> None:
        self._has_caption = bool(settled or tentative)

    def _on_failed(self, reason: str) -> None:
        self._failure = reason

    def _on_session_ended(self, session_id: SessionId) -> None:
        self._session_id = session_id

    def _write_report(self) -> None:
        from ui.reports.contents import contents_of
        from ui.reports.html_page import html_page
        from ui.reports.scope import Scope
        from ui.words.report_text import report_lines

        assert self._session_id is not None  # noqa: S101 - called when a session has ended
        store = self._equipment.store
        for record in store.answers(self._session_id):
            say(record.question.text)
            if record.report is not None:
                say("\n".join(f"  {line}".rstrip() for line in report_lines(record.report, record.question)) + "\n")
        report = contents_of(store, Scope(sessions=(self._session_id,)), self._sound_beside)
        (self._out / "report.html").write_text("".join(html_page(report)), encoding="utf-8")

    def _sound_beside(self, record: AnswerRecord) -> tuple[str, str]:
        """The recording lies beside the page, to be heard by itself too."""
        if not record.file_name:
            return "", ""
        name = f"answer-{record.position + 1}.wav"
        shutil.copyfile(self._equipment.library.path_of(record.file_name), self._out / name)
        return name, ""

    def _photograph(self, name: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101
        for theme, suffix in (("dark", "-dark"), ("light", "")):
            apply_theme(app, "dark" if theme == "dark" else "light")
            app.processEvents()
            self._window.grab().save(str(self._out / f"{name}{suffix}.png"))


def candidates_voice(voices: tuple[VoiceInfo, ...]) -> str | None:
    """An American voice if there is one: it differs from the asker's, and the recogniser understands it better."""
    american = [voice.id for voice in voices if voice.language.lower() == "en-us" and "mb" not in voice.id]
    return american[0] if american else None
