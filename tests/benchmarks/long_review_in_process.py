"""A ten-minute answer opened in Review, read to its end and played, with the window open: a probe."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from recordings.take import TakeWriter
from simulator.analysis.analyse import analyse
from simulator.data_folder import DataFolder
from simulator.settings import Settings
from simulator.store.records import SessionId
from simulator.store.store import Store
from simulator.voice.voice import Voice
from tests.benchmarks.long_take_in_process import DeafSpeech
from tests.simulator.store.builders import NOON, a_plan, a_question
from tests.sound import noise
from tests.ui.samples import long_record
from ui.demo.synthetic_candidate import CandidateMicrophone, SilentPlayer
from ui.devices import Devices
from ui.equipment import Equipment
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.opening import open_library
from ui.screens.practise_screen import PractiseScreen
from ui.screens.review_screen import ReviewScreen
from ui.theme import apply_theme
from ui.wiring import Wiring

ANSWER_S: Final = 600
WORDS: Final = 1_500
SCROLL_PX: Final = 40
TICK_S: Final = 1 / 15
TICKS: Final = 150


def keep_long_answers(data_folder: DataFolder) -> tuple[SessionId, ...]:
    """Two sessions of one long answer each: the first warms up."""
    store = Store.open(data_folder.database)
    sessions = tuple(_keep_one(store, data_folder, f"long-{number}") for number in range(2))
    store.close()
    return sessions


def _keep_one(store: Store, data_folder: DataFolder, name: str) -> SessionId:
    session = store.begin_session(a_plan(), NOON)
    answer = store.begin_answer(session, a_question(), 0, 1, f"{name}.wav", NOON)
    take = TakeWriter.create(data_folder.recordings, name)
    for _ in range(ANSWER_S // 10):
        take.append(noise(10.0, level_db=-30))
    whole = take.close()
    store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
    transcript = long_record(WORDS, float(ANSWER_S)).transcript
    if transcript is None:
        raise RuntimeError("a long answer has words")
    store.keep_transcript(answer, transcript)
    store.keep_report(answer, replace(analyse(transcript, a_question()), duration_s=float(ANSWER_S)))
    return session


class LongReview(QObject):
    """Opens both answers, and looks at the second as a reader does."""

    def __init__(self, data_folder: DataFolder, sessions: tuple[SessionId, ...]) -> None:
        super().__init__()
        opened = open_library(data_folder)
        microphone, player = CandidateMicrophone(self), SilentPlayer(self)
        devices = Devices(microphone, player, Voice(data_folder.voice_cache), DeafSpeech())
        messages = Messages(self)
        self._equipment = Equipment(data_folder, Settings(), opened.bank, opened.store, devices, messages, self)
        self._window = MainWindow(messages)
        self._window.resize(1280, 800)
        self._wiring = Wiring(self._window, PractiseScreen(), self._equipment, self)
        self._sessions = sessions
        self._figures: dict[str, float] = {}

    def begin(self) -> None:
        """Show the window, and do one thing after the other."""
        self._window.show()
        self._wiring.begin()
        self._open(self._sessions[0])
        self._figures["opened_s"] = self._open(self._sessions[1])
        self._figures["opened_again_s"] = self._open(self._sessions[1])
        screen = self._wiring.screens.review
        self._figures["scroll_ms"] = _slowest_ms(self._scroll(screen))
        self._figures["play_ms"] = _slowest_ms(self._play(screen))
        print(json.dumps(self._figures))
        sys.stdout.flush()
        self._equipment.close()
        QApplication.exit(0)

    def _open(self, session: SessionId) -> float:
        """Seconds from the click to the painted answer."""
        began_s = time.perf_counter()
        self._wiring.open_review(session)
        screen = self._wiring.screens.review
        area = next(area for area in screen.findChildren(QScrollArea) if area.isAncestorOf(_transcript(screen)))
        while not area.isVisible():
            QApplication.processEvents()
        QApplication.processEvents()
        screen.repaint()
        return time.perf_counter() - began_s

    def _scroll(self, screen: ReviewScreen) -> Iterator[Callable[[], object]]:
        area = next(area for area in screen.findChildren(QScrollArea) if area.isAncestorOf(_transcript(screen)))
        bar = area.verticalScrollBar()
        bar.setValue(0)
        while bar.value() < bar.maximum():
            yield lambda: bar.setValue(bar.value() + SCROLL_PX)
        bar.setValue(0)

    def _play(self, screen: ReviewScreen) -> Iterator[Callable[[], object]]:
        for tick in range(TICKS):
            yield lambda: screen.set_position(tick * TICK_S)  # noqa: B023 - done before the next one


def _transcript(screen: ReviewScreen) -> QWidget:
    return next(one for one in screen.findChildren(QWidget) if one.accessibleName() == "Transcript")


def _slowest_ms(steps: Iterator[Callable[[], object]]) -> float:
    """How long the slowest step took, with all that is painted for it."""
    slowest_s = 0.0
    for step in steps:
        QApplication.processEvents()
        began_s = time.perf_counter()
        step()
        QApplication.processEvents()
        slowest_s = max(slowest_s, time.perf_counter() - began_s)
    return 1000 * slowest_s


def main() -> int:
    """Keep two answers in the library in the argument, and review them."""
    data_folder = DataFolder.find(Path(sys.argv[1]))
    data_folder.prepare()
    sessions = keep_long_answers(data_folder)
    app = QApplication(sys.argv[:1])
    apply_theme(app, "light")
    review = LongReview(data_folder, sessions)
    QTimer.singleShot(0, review.begin)
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
