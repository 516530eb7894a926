"""What the engine works with in its own tests keeps the promises of the real parts: the same questions to both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recordings.recorder import Recorder
from simulator.engine.ports import MicrophonePort, RecorderPort, VoicePort
from simulator.settings import Settings
from tests.fakes import FakeMicrophone, FakePlayer, FakeVoice
from tests.simulator.engine.plain_ports import PlainMicrophone, PlainVoice
from tests.ui.parts import ManualClock
from ui.interview.question_reader import QuestionReader
from ui.workers.jobs import Jobs

TEXT = "What is dropout?"


@dataclass
class Reading:
    """A voice, its clock, a way to let it come to the end of a text, and what it read to the end."""

    voice: VoicePort
    clock: ManualClock
    finish: Callable[[], None]
    ends: list[str] = field(default_factory=list)


def real_voice(folder: Path) -> Reading:
    player, clock = FakePlayer(), ManualClock()
    rendered = FakeVoice(folder)
    rendered.render(TEXT, Settings().voice_id, Settings().voice_wpm)
    reader = QuestionReader(rendered, player, Jobs(), clock=clock)
    reading = Reading(reader, clock, lambda: player.advance(1.0))
    reader.spoken.connect(lambda: reading.ends.append(TEXT))
    return reading


def plain_voice(_folder: Path) -> Reading:
    clock = ManualClock()
    voice = PlainVoice(clock)
    ends: list[str] = []

    def finish() -> None:
        if voice.is_speaking:
            voice.finish()
            ends.append(TEXT)

    return Reading(voice, clock, finish, ends)


@pytest.fixture(params=[real_voice, plain_voice], ids=["real", "plain"])
def reading(qtbot: QtBot, request: pytest.FixtureRequest, tmp_path: Path) -> Reading:
    made: Reading = request.param(tmp_path)
    return made


def test_a_voice_speaks_until_the_text_is_read_and_rings_on(reading: Reading) -> None:
    assert not reading.voice.is_audible
    reading.voice.say(TEXT, Settings())
    assert reading.voice.is_speaking
    assert reading.ends == []
    reading.finish()
    assert reading.ends == [TEXT]
    assert (reading.voice.is_speaking, reading.voice.is_audible) == (False, True)
    reading.clock.pass_by(0.3)
    assert not reading.voice.is_audible


def test_a_voice_that_is_stopped_says_no_end(reading: Reading) -> None:
    reading.voice.say(TEXT, Settings())
    reading.voice.stop()
    assert (reading.voice.is_speaking, reading.voice.is_audible) == (False, True)
    reading.finish()
    reading.voice.stop()
    assert reading.ends == []


def test_preparing_makes_no_sound(reading: Reading) -> None:
    reading.voice.prepare(TEXT, Settings())
    assert not reading.voice.is_speaking


@pytest.mark.parametrize("make", [FakeMicrophone, PlainMicrophone])
def test_a_microphone_is_open_from_open_to_close(qtbot: QtBot, make: Callable[[], MicrophonePort]) -> None:
    microphone = make()
    seen = [microphone.is_open]
    microphone.open(None)
    seen.append(microphone.is_open)
    for _ in range(2):
        microphone.close()
        seen.append(microphone.is_open)
    assert seen == [False, True, False, False]


def test_the_recorder_is_one_that_an_interview_can_work_with(tmp_path: Path) -> None:
    recorder: RecorderPort = Recorder(tmp_path)
    assert (recorder.is_recording, recorder.wake_at_s) == (False, None)
