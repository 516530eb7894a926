"""Kept answers listened to once more: a child of its own, for as long as it takes, and nothing kept is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recordings.take_folder import TakeFolder
from recordings.transcription.kept_models import KeptModel
from recordings.transcription.messages import Command, Failed, Ready, Transcribed
from recordings.transcription.model_speed import ModelChoice
from simulator.store.records import AnswerRecord
from simulator.store.store import Store
from simulator.transcript import join_words
from tests.fakes import FakeSpeechService
from tests.recordings.transcription.made_up_models import TINY
from tests.simulator.store.builders import a_report, a_transcript, add_judged, add_session
from tests.ui.parts import HeardMessages, Told, heard
from ui.workers.careful_listening import CarefulListening
from ui.workers.jobs import Jobs
from ui.workers.judging_queue import JudgingQueue
from ui.workers.speech_child import SpeechChild

MINE = KeptModel("mine", "whisper", "/models/mine", TINY.files)


class PatientSpeech(FakeSpeechService):
    """Transcribes when it is told to."""

    def send(self, message: Command) -> None:
        self.commands.append(message)


class Desk:
    def __init__(self, folder: Path) -> None:
        self.store = Store.open(folder / "library.db")
        self.messages = HeardMessages()
        self.children: list[PatientSpeech] = []
        library = TakeFolder(folder)
        queue = JudgingQueue(self.store, library, SpeechChild(FakeSpeechService()), Jobs(), self.messages)
        self.judged = Told(queue.answer_judged)
        self.listening = CarefulListening(library, queue, self.messages, self._new_child)
        self.listening.use_model(MINE)
        session = add_session(self.store)
        self.answer = add_judged(self.store, session, a_report(a_transcript("we tried shrinkage")))

    @property
    def record(self) -> AnswerRecord:
        return self.store.answer(self.answer)

    def _new_child(self, choice: ModelChoice) -> PatientSpeech:
        child = PatientSpeech()
        child.choice = choice
        self.children.append(child)
        return child


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.listening.close()
    made.store.close()


def test_it_is_offered_where_another_model_has_heard_it(desk: Desk) -> None:
    assert desk.listening.would_help(desk.record)
    desk.listening.use_model(None)
    assert not desk.listening.would_help(desk.record)


def test_what_it_hears_is_kept(qtbot: QtBot, desk: Desk) -> None:
    desk.listening.listen(desk.record)
    desk.listening.listen(desk.record)
    assert desk.listening.is_listening_to(desk.answer)
    (child,) = desk.children
    assert child.choice == ModelChoice("mine", must_keep_up=False)
    assert len(child.commands) == 1
    child.events.put(Transcribed(str(desk.answer), heard()))
    qtbot.waitUntil(lambda: list(desk.judged) == [desk.answer])
    transcript = desk.record.transcript
    assert transcript is not None
    assert join_words(transcript.words) == join_words(heard().words)
    assert not desk.listening.is_listening_to(desk.answer)


def test_the_next_one_has_a_child_of_its_own(qtbot: QtBot, desk: Desk) -> None:
    for _ in range(2):
        desk.listening.listen(desk.record)
        desk.children[-1].events.put(Failed(str(desk.answer), "It was interrupted."))
        qtbot.waitUntil(lambda: not desk.listening.is_listening_to(desk.answer))
    assert len(desk.children) == 2


def test_what_was_heard_before_stays_if_nothing_comes_of_it(qtbot: QtBot, desk: Desk) -> None:
    before = desk.record
    desk.listening.listen(before)
    desk.children[0].events.put(Failed(str(desk.answer), "It was interrupted."))
    qtbot.waitUntil(lambda: desk.messages.texts != [])
    assert desk.messages.texts == ["It was interrupted. What was heard before has been kept."]
    assert desk.record == before


def test_a_model_that_is_gone_is_told(qtbot: QtBot, desk: Desk) -> None:
    desk.listening.listen(desk.record)
    desk.children[0].events.put(Ready("whisper", "base", instead="“mine” is gone."))
    qtbot.waitUntil(lambda: desk.messages.texts == ["“mine” is gone."])
