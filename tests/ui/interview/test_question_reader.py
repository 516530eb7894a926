"""The interviewer's voice: one text at a time, never late, and silence without it is no obstacle."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.settings import Settings
from tests.fakes import FakePlayer, FakeVoice
from tests.ui.parts import ManualClock, Told
from ui.interview.question_reader import RINGS_ON_S, QuestionReader
from ui.workers.jobs import Jobs

SETTINGS = Settings()
HELD = "This one takes long to render."


class SlowVoice(FakeVoice):
    """Renders `HELD` only once `may_go_on` is set."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.may_go_on = threading.Event()
        self.has_gone_on = threading.Event()

    def render(self, text: str, voice_id: str | None, wpm: int) -> Path:
        if text == HELD:
            assert self.may_go_on.wait(20)
        path = super().render(text, voice_id, wpm)
        if text == HELD:
            self.has_gone_on.set()
        return path


class Desk:
    def __init__(self, folder: Path) -> None:
        self.voice = SlowVoice(folder)
        self.player = FakePlayer()
        self.jobs = Jobs()
        self.clock = ManualClock()
        self.question_reader = QuestionReader(self.voice, self.player, self.jobs, clock=self.clock)
        self.spoken = Told(self.question_reader.spoken)
        self.missing = Told(self.question_reader.voice_missing)

    def has_spoken(self, times: int) -> bool:
        return len(self.spoken) == times

    def is_audible(self) -> bool:
        return self.question_reader.is_audible

    def say(self, qtbot: QtBot, text: str) -> None:
        """Say it, and wait until it sounds."""
        before = len(self.player.played)
        self.question_reader.say(text, SETTINGS)
        qtbot.waitUntil(lambda: len(self.player.played) > before)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.voice.may_go_on.set()
    made.jobs.close()


def test_spoken_comes_when_the_player_has_finished(qtbot: QtBot, desk: Desk) -> None:
    started = Told(desk.question_reader.started)
    desk.say(qtbot, "What is dropout?")
    assert desk.question_reader.is_speaking
    assert len(started) == 1
    assert desk.spoken == []

    desk.player.advance(1.0)
    assert len(desk.spoken) == 1
    assert not desk.question_reader.is_speaking


def test_a_text_rendered_before_sounds_at_once(qtbot: QtBot, desk: Desk) -> None:
    desk.question_reader.prepare("What is dropout?", SETTINGS)
    qtbot.waitUntil(lambda: desk.voice.cached("What is dropout?", None, SETTINGS.voice_wpm) is not None)
    assert desk.player.played == []

    desk.question_reader.say("What is dropout?", SETTINGS)
    assert len(desk.player.played) == 1
    assert desk.voice.rendered == ["What is dropout?"]


def test_preparing_in_vain_is_not_complained_of(qtbot: QtBot, desk: Desk) -> None:
    desk.voice.is_broken = True
    desk.question_reader.prepare("What is dropout?", SETTINGS)
    desk.question_reader.say("What is boosting?", SETTINGS)
    qtbot.waitUntil(lambda: len(desk.spoken) == 1)
    assert len(desk.missing) == 1


def test_after_stop_nothing_is_spoken(qtbot: QtBot, desk: Desk) -> None:
    desk.say(qtbot, "What is dropout?")
    desk.question_reader.stop()
    assert not desk.player.is_playing
    assert not desk.question_reader.is_speaking

    desk.player.finished.emit()  # even if a player said so afterwards
    assert desk.spoken == []


def test_a_second_text_takes_the_place_of_the_first(qtbot: QtBot, desk: Desk) -> None:
    desk.say(qtbot, "What is dropout?")
    desk.say(qtbot, "What is boosting?")
    desk.player.advance(1.0)
    assert desk.voice.rendered == ["What is dropout?", "What is boosting?"]
    assert len(desk.spoken) == 1


def test_a_late_rendering_of_an_old_text_never_plays(qtbot: QtBot, desk: Desk) -> None:
    desk.question_reader.say(HELD, SETTINGS)
    desk.say(qtbot, "What is boosting?")
    desk.voice.may_go_on.set()
    assert desk.voice.has_gone_on.wait(20)
    desk.jobs.run(lambda: None, lambda _: desk.question_reader.stop(), lambda _: None)  # comes after the late one
    qtbot.waitUntil(lambda: not desk.question_reader.is_speaking)
    (only,) = desk.player.played
    assert only == desk.voice.cached("What is boosting?", None, SETTINGS.voice_wpm)


def test_a_text_stopped_while_it_is_rendered_never_plays(qtbot: QtBot, desk: Desk) -> None:
    desk.question_reader.say(HELD, SETTINGS)
    desk.question_reader.stop()
    desk.voice.may_go_on.set()
    assert desk.voice.has_gone_on.wait(20)
    desk.say(qtbot, "What is boosting?")
    assert len(desk.player.played) == 1
    assert desk.spoken == []


def test_without_a_voice_it_is_said_once_and_the_text_stands_alone(qtbot: QtBot, desk: Desk) -> None:
    desk.voice.is_broken = True
    for count in (1, 2, 3):
        desk.question_reader.say(f"Question {count}", SETTINGS)
        qtbot.waitUntil(partial(desk.has_spoken, count))
    assert desk.missing == ["There is no voice on this computer."]
    assert not desk.question_reader.is_speaking


def test_speakers_that_are_gone_count_as_a_missing_voice(qtbot: QtBot, desk: Desk) -> None:
    desk.player.has_output = False
    desk.question_reader.say("What is dropout?", SETTINGS)
    qtbot.waitUntil(lambda: len(desk.spoken) == 1)
    assert len(desk.missing) == 1


def test_what_the_player_says_of_other_sounds_is_not_ours(desk: Desk) -> None:
    desk.player.finished.emit()
    desk.player.failed.emit("The sound answer.wav is missing.")
    assert desk.spoken == []
    assert desk.missing == []


def test_the_voice_rings_on_for_a_moment(qtbot: QtBot, desk: Desk) -> None:
    assert not desk.is_audible()
    desk.say(qtbot, "What is dropout?")
    assert desk.is_audible()
    desk.player.advance(1.0)
    assert desk.is_audible()
    desk.clock.pass_by(RINGS_ON_S)
    assert not desk.is_audible()
