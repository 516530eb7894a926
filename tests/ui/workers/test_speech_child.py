"""Between the program and its recogniser: every job ends in words or in a reason, whatever happens to the child."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from question_bank.models import KeyPoint
from recordings.transcription.messages import (
    Cancel,
    Command,
    Failed,
    Finish,
    Follow,
    Heard,
    NoEngine,
    Ready,
    Transcribed,
    TranscribeFile,
)
from simulator.errors import ChildDied
from tests.fakes import FakeSpeechService
from tests.simulator.builders import a_question
from tests.ui.parts import Told, heard
from ui.workers.speech_child import RESTARTS, SpeechChild

TAKE = Path("take.wav")
WORDS = heard().words
ABOUT_DROPOUT = replace(a_question(), key_points=(KeyPoint("dropout", "It drops units out.", ("dropout",)),))


class ScriptedSpeech(FakeSpeechService):
    """Says only what the test makes it say; its sends can fail as those to a dead child."""

    is_deaf = False
    is_refused = False

    def send(self, message: Command) -> None:
        if self.is_deaf:
            raise ChildDied("fake recogniser", -9)
        self.commands.append(message)

    def start(self) -> None:
        if self.is_refused:
            raise ChildDied("fake recogniser", None)
        super().start()

    def die(self) -> None:
        self.events.put(None)


class Desk:
    def __init__(self) -> None:
        self.speech = ScriptedSpeech()
        self.speech_child = SpeechChild(self.speech)
        self.ready = Told(self.speech_child.ready)
        self.unavailable = Told(self.speech_child.unavailable)
        self.heard = Told(self.speech_child.heard)
        self.transcribed = Told(self.speech_child.transcribed)
        self.failed = Told(self.speech_child.failed)

    def die(self, qtbot: QtBot) -> None:
        """The child is killed; wait until the next one is ready."""
        before = len(self.ready)
        self.speech.die()
        qtbot.waitUntil(lambda: len(self.ready) > before)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    made.speech_child.start()
    qtbot.waitUntil(lambda: len(made.ready) == 1)
    yield made
    made.speech_child.close()


def test_another_model_is_loaded_at_once(qtbot: QtBot, desk: Desk) -> None:
    before = len(desk.ready)
    desk.speech_child.use_model("mine")
    desk.speech_child.use_model("mine")
    qtbot.waitUntil(lambda: len(desk.ready) > before)
    assert desk.speech.choice.name == "mine"
    assert desk.speech.starts == 2
    assert desk.unavailable == []


def test_another_model_waits_for_the_answer_at_hand(qtbot: QtBot, desk: Desk) -> None:
    desk.speech_child.finish("1", TAKE)
    desk.speech_child.use_model("mine")
    assert desk.speech.starts == 1
    desk.speech.events.put(Transcribed("1", heard()))
    qtbot.waitUntil(lambda: desk.speech.starts == 2)
    assert [job for job, _ in desk.transcribed] == ["1"]
    assert desk.failed == []


def test_a_model_chosen_before_the_start_costs_no_second_start(qtbot: QtBot) -> None:
    speech = ScriptedSpeech()
    speech_child = SpeechChild(speech)
    speech_child.use_model("mine")
    assert speech.starts == 0
    with qtbot.waitSignal(speech_child.ready):
        speech_child.start()
    assert (speech.choice.name, speech.starts) == ("mine", 1)
    speech_child.close()


def test_commands_go_out_and_events_come_back_as_signals(qtbot: QtBot, desk: Desk) -> None:
    desk.speech_child.follow("7", TAKE, ABOUT_DROPOUT, captions=True)
    desk.speech_child.finish("7", TAKE)
    desk.speech_child.transcribe("8", TAKE, ())
    assert desk.speech.commands == [
        Follow("7", TAKE, ("dropout",), True),
        Finish("7", TAKE),
        TranscribeFile("8", TAKE, ()),
    ]

    desk.speech.events.put(Heard("7", WORDS, ()))
    desk.speech.events.put(Transcribed("7", heard()))
    desk.speech.events.put(Failed("8", "It could not be read."))
    qtbot.waitUntil(lambda: len(desk.failed) == 1)
    assert desk.heard == [("7", WORDS, ())]
    assert desk.transcribed == [("7", heard())]
    assert desk.failed == [("8", "It could not be read.")]
    assert desk.speech_child.engine == Ready("fake", "fake")


def test_the_users_own_words_are_listened_for(desk: Desk) -> None:
    desk.speech_child.own_words = ("Kubeflow",)
    desk.speech_child.follow("a", TAKE, ABOUT_DROPOUT, captions=False)
    desk.speech_child.transcribe("b", TAKE, ())
    assert desk.speech.commands == [
        Follow("a", TAKE, ("Kubeflow", "dropout"), captions=False),
        TranscribeFile("b", TAKE, ("Kubeflow",)),
    ]


def test_nothing_is_passed_on_for_jobs_unknown_over_or_cancelled(qtbot: QtBot, desk: Desk) -> None:
    desk.speech_child.follow("7", TAKE, a_question(), captions=True)
    desk.speech_child.cancel("7")
    desk.speech_child.transcribe("8", TAKE, ())
    desk.speech_child.transcribe("9", TAKE, ())
    for job in ("1", "7", "8", "8"):
        desk.speech.events.put(Heard(job, WORDS, ()))
        desk.speech.events.put(Transcribed(job, heard()))
        desk.speech.events.put(Failed(job, "Too late."))
    desk.speech.events.put(Transcribed("9", heard()))
    qtbot.waitUntil(lambda: ("9", heard()) in desk.transcribed)
    assert desk.heard == [("8", WORDS, ())]
    assert desk.transcribed == [("8", heard()), ("9", heard())]
    assert desk.failed == []


def test_cancelling_tells_the_child_once(desk: Desk) -> None:
    desk.speech_child.cancel("7")
    desk.speech_child.follow("7", TAKE, a_question(), captions=False)
    desk.speech_child.cancel("7")
    desk.speech_child.cancel("7")
    assert desk.speech.commands == [Follow("7", TAKE), Cancel("7")]


def test_a_child_that_dies_fails_its_jobs_and_is_started_again(qtbot: QtBot, desk: Desk) -> None:
    desk.speech_child.follow("7", TAKE, a_question(), captions=False)
    desk.speech_child.transcribe("8", TAKE, ())
    desk.die(qtbot)
    assert [job for job, _ in desk.failed] == ["7", "8"]
    assert all("recording is kept" in reason for _, reason in desk.failed)

    desk.speech_child.transcribe("8", TAKE, ())
    desk.speech.events.put(Transcribed("8", heard()))
    qtbot.waitUntil(lambda: len(desk.transcribed) == 1)
    assert desk.unavailable == []


def test_a_job_sent_to_a_child_just_dead_fails_too(qtbot: QtBot, desk: Desk) -> None:
    desk.speech.is_deaf = True
    desk.speech_child.transcribe("7", TAKE, ())
    assert desk.failed == []
    desk.die(qtbot)
    assert [job for job, _ in desk.failed] == ["7"]


def test_a_child_that_keeps_dying_is_given_up(qtbot: QtBot, desk: Desk) -> None:
    for _ in range(RESTARTS):
        desk.die(qtbot)
    desk.speech_child.transcribe("7", TAKE, ())
    desk.speech.die()
    qtbot.waitUntil(lambda: len(desk.unavailable) == 1)
    assert desk.speech.starts == 1 + RESTARTS
    assert len(desk.failed) == 1

    desk.speech_child.transcribe("8", TAKE, ())
    assert desk.failed[-1] == ("8", desk.unavailable[0])


def test_a_child_that_cannot_be_started_again_is_given_up(qtbot: QtBot, desk: Desk) -> None:
    desk.speech_child.transcribe("7", TAKE, ())
    desk.speech.is_refused = True
    desk.speech.die()
    qtbot.waitUntil(lambda: len(desk.unavailable) == 1)
    assert [job for job, _ in desk.failed] == ["7"]


def test_a_system_that_refuses_a_child_leaves_the_program_without_words(qtbot: QtBot) -> None:
    made = Desk()
    made.speech.is_refused = True
    made.speech_child.start()
    assert len(made.unavailable) == 1
    made.speech_child.transcribe("7", TAKE, ())
    assert made.failed == [("7", made.unavailable[0])]


def test_without_an_engine_every_job_fails_with_its_sentence(qtbot: QtBot, desk: Desk) -> None:
    sentence = "The speech model is damaged."
    desk.speech_child.transcribe("7", TAKE, ())
    desk.speech.events.put(NoEngine(sentence))
    desk.speech.die()  # it says so and leaves
    qtbot.waitUntil(lambda: desk.unavailable == [sentence])
    assert desk.failed == [("7", sentence)]

    commands = list(desk.speech.commands)
    desk.speech_child.follow("8", TAKE, a_question(), captions=False)
    assert len(desk.failed) == 1  # nobody waits for the words of an answer that is not over
    desk.speech_child.finish("8", TAKE)
    assert desk.failed[-1] == ("8", sentence)
    assert desk.speech.commands == commands


def test_after_closing_nothing_follows(qtbot: QtBot, desk: Desk) -> None:
    desk.speech_child.transcribe("7", TAKE, ())
    desk.speech_child.transcribe("8", TAKE, ())
    desk.speech.events.put(Transcribed("7", heard()))
    desk.speech.events.put(Failed("8", "Too late."))
    while not desk.speech.events.empty():  # said by the child, not yet delivered by Qt
        pass
    desk.speech_child.close()
    desk.speech_child.transcribe("9", TAKE, ())
    with qtbot.waitSignal(desk.speech_child.destroyed):
        desk.speech_child.deleteLater()
    assert desk.transcribed == []
    assert desk.failed == []
    assert desk.unavailable == []
    assert desk.speech.starts == 1
