"""Interview and Feedback, alive on a library of their own, and the hands of the user."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from recordings.transcription.messages import Command, Transcribed
from simulator.store.records import AnswerId, SessionId
from tests.fakes import FakeSpeechService
from tests.simulator.ladders import Ladder, use_ladder
from tests.ui.making import feedback_place, interview_place
from tests.ui.parts import ANSWER, Room, Told, heard, plan_of
from tests.ui.screen_text import has_words
from ui.places.feedback_place import FeedbackPlace
from ui.places.interview_place import InterviewPlace
from ui.screens.feedback_screen import FeedbackScreen
from ui.screens.interview_screen import InterviewScreen
from ui.words.interview_stage import WRITING_DOWN

SHORT = "It is a way of making a network forget some of what it knows, a little at random, each time it learns. " * 3


class PatientSpeech(FakeSpeechService):
    """Transcribes when it is told to."""

    def send(self, message: Command) -> None:
        self.commands.append(message)


@dataclass
class Desk:
    room: Room
    interview: InterviewScreen
    feedback: FeedbackScreen
    place: InterviewPlace
    feedback_place: FeedbackPlace
    speech: PatientSpeech
    shown: list[str]
    finished: list[SessionId]

    @property
    def problems(self) -> list[str]:
        return self.room.messages.texts

    def transcribe(self, answer: AnswerId, text: str = ANSWER) -> None:
        self.speech.events.put(Transcribed(str(answer), heard(text)))

    def has_title(self) -> bool:
        """Whether the answer has been judged, as the screen says."""
        return not has_words(self.feedback, WRITING_DOWN)

    def answer_id(self) -> AnswerId:
        answer_id = self.room.flow.answer_id
        assert answer_id is not None
        return answer_id


@pytest.fixture
def ladder(monkeypatch: pytest.MonkeyPatch) -> Ladder:
    return use_ladder(monkeypatch, follow_ups=0)


@pytest.fixture
def desk(qtbot: QtBot, room: Room, ladder: Ladder) -> Desk:
    speech = PatientSpeech()
    room.equipment.speech_child._speech = speech
    room.equipment.speech_child.start()
    interview, feedback = InterviewScreen(), FeedbackScreen()
    for screen in (interview, feedback):
        qtbot.addWidget(screen)
        screen.resize(1000, 800)
        screen.show()
    made, told = interview_place(room, interview), feedback_place(room, feedback)
    shown: list[str] = []
    made.question_shown.connect(lambda: shown.append("interview"))
    told.shown.connect(lambda: shown.append("feedback"))
    return Desk(room, interview, feedback, made, told, speech, shown, Told(made.finished))


def begin(desk: Desk, qtbot: QtBot, count: int = 2) -> None:
    desk.place.start(plan_of(count))
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    desk.room.player.advance(1.0)


def answer(desk: Desk, qtbot: QtBot, text: str = ANSWER) -> None:
    """A whole answer, until its report shows."""
    desk.room.clock.pass_by(1.0)
    desk.room.answer(2.0)
    desk.transcribe(desk.answer_id(), text)
    qtbot.waitUntil(desk.has_title)


def has_button(desk: Desk, text: str) -> bool:
    return any(button.text() == text and button.isVisible() for button in desk.feedback.findChildren(QAbstractButton))
