"""What an interview writes down, and what happens when the library refuses it."""

from __future__ import annotations

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from recordings.take_folder import TakeFolder
from simulator.interview.session import Stage
from simulator.settings import Settings
from simulator.store.store import Store
from tests.fakes import FakeSpeechService
from tests.sound import read_wav
from tests.ui.parts import ANSWER, RefusingStore, Room, Told, plan_of
from ui.interview.flow import InterviewFlow
from ui.interview.parts import Parts
from ui.interview.question_reader import QuestionReader
from ui.workers.jobs import Jobs
from ui.workers.judging_queue import JudgingQueue
from ui.workers.speech_child import SpeechChild


def test_little_space_is_said_before_the_question(qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    problems: list[str] = Told(room.flow.problem)
    monkeypatch.setattr("recordings.take_folder.LEAST_FREE_BYTES", 1 << 60)
    room.flow.start(plan_of(1))
    assert len(problems) == 1
    assert "little room" in problems[0]
    assert room.stage() is Stage.ASKING


class RefusedRoom:
    """A flow on a library that refuses."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.store = RefusingStore(room.store, ())
        store = cast(Store, self.store)
        speech_child = SpeechChild(FakeSpeechService())
        library = TakeFolder(room.data_folder.recordings)
        self.own_work = Jobs()
        question_reader = QuestionReader(room.voice, room.player, self.own_work, clock=room.clock)
        parts = Parts(
            store,
            library,
            room.microphone,
            question_reader,
            speech_child,
            JudgingQueue(store, library, speech_child, self.own_work),
            clock=room.clock,
        )
        self.flow = room.flow = InterviewFlow(parts, Settings())
        self.problems: list[str] = Told(self.flow.problem)
        self.ended = Told(self.flow.session_ended)


@pytest.fixture
def refused(room: Room) -> RefusedRoom:
    return RefusedRoom(room)


def test_an_interview_that_cannot_be_kept_does_not_begin(refused: RefusedRoom) -> None:
    refused.store.refused = {"begin_session"}
    refused.flow.start(plan_of(1))
    assert not refused.flow.is_running
    assert len(refused.problems) == 1
    refused.store.refused = set()
    refused.flow.start(plan_of(1))
    assert refused.flow.is_running


def test_an_answer_that_cannot_be_noted_does_not_begin(qtbot: QtBot, refused: RefusedRoom) -> None:
    refused.room.begin(qtbot, 1)
    refused.store.refused = {"begin_answer"}
    refused.room.toggle()
    refused.flow.type_instead()
    refused.flow.submit_typed(ANSWER)
    assert len(refused.problems) == 2
    assert refused.room.stage() is Stage.READY
    assert refused.room.takes() == []


def test_an_answer_that_cannot_be_marked_as_saved_is_kept_all_the_same(qtbot: QtBot, refused: RefusedRoom) -> None:
    refused.room.begin(qtbot, 1)
    refused.store.refused = {"answer_saved"}
    refused.room.answer(2.0)
    assert len(refused.problems) == 1
    assert "no space" in refused.problems[0]
    assert refused.room.stage() is Stage.FEEDBACK
    (row,) = refused.room.store.unfinished()
    assert len(read_wav(refused.room.data_folder.recordings / str(row.file_name))) > 64_000


def test_an_interview_ends_even_if_that_cannot_be_kept(qtbot: QtBot, refused: RefusedRoom) -> None:
    refused.room.begin(qtbot, 1)
    refused.store.refused = {"answer_skipped", "end_session"}
    refused.room.clock.pass_by(1.0)
    refused.flow.skip()
    assert len(refused.ended) == 1
    assert len(refused.problems) == 2
