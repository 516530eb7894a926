"""How fast a model is, by a clock of the test's; and what is fast enough."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recordings.transcription.errors import ModelRefused
from recordings.transcription.messages import (
    Command,
    Event,
    Failed,
    Heard,
    NoEngine,
    Ready,
    Transcribed,
    TranscribeFile,
)
from recordings.transcription.model_speed import LIVE_AT_MOST, keeps_up, measured_speed
from simulator.transcript import Transcript

READY = Ready("whisper", "mine-123")
SOUND = Path("sample.wav")


class ScriptedChild:
    """Says this, and takes four seconds for a command."""

    def __init__(self, *events: Event) -> None:
        self._events: Iterator[Event] = iter(events)
        self.sent: list[Command] = []
        self.is_killed = False
        self.now_s = 100.0

    def start(self) -> None:
        self.now_s += 30.0

    def send(self, command: Command) -> None:
        self.sent.append(command)
        self.now_s += 4.0

    def receive(self, timeout_s: float | None = None) -> Event:
        return next(self._events)

    def kill(self) -> None:
        self.is_killed = True


def test_it_is_the_work_for_each_second_of_sound() -> None:
    done = Transcribed("speed", Transcript(duration_s=16.0, words=()))
    child = ScriptedChild(READY, Heard("speed", (), ()), done)
    assert measured_speed(child, SOUND, lambda: child.now_s) == 0.25
    assert child.sent == [TranscribeFile("speed", SOUND)]
    assert child.is_killed


@pytest.mark.parametrize(
    "events",
    [
        (Ready("whisper", "base", instead="The model is gone."),),
        (NoEngine("The model is gone."),),
        (READY, Failed("speed", "The model is gone.")),
    ],
)
def test_what_cannot_be_measured_is_said(events: tuple[Event, ...]) -> None:
    child = ScriptedChild(*events)
    with pytest.raises(ModelRefused, match="The model is gone"):
        measured_speed(child, SOUND)
    assert child.is_killed


def test_a_third_of_real_time_keeps_up() -> None:
    assert keeps_up(0.1)
    assert keeps_up(LIVE_AT_MOST)
    assert not keeps_up(0.5)
    assert not keeps_up(None)
