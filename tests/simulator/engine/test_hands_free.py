"""An interview whose answers begin and end by themselves, with real takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from question_bank.models import Kind
from recordings.pcm import SAMPLE_RATE
from simulator.engine.events import CueChanged
from simulator.interview.session import Stage
from simulator.settings import Settings
from tests.simulator.engine.studio import Studio, plan_of
from tests.sound import noise

SILENCE_S = 4.0


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    made = Studio(tmp_path / "library", Settings(hands_free=True, hands_free_silence_s=SILENCE_S))
    yield made
    made.close()


def ask(studio: Studio, kind: Kind = Kind.SHORT) -> None:
    """A question has been read; the room is quiet."""
    studio.engine.start(plan_of(2, kind))
    studio.finish_reading()
    studio.hear(noise(2.0))
    assert studio.stage() is Stage.READY


def kept_s(studio: Studio) -> float:
    """Seconds of the first take."""
    return (studio.rows()[0].samples or 0) / SAMPLE_RATE


def test_an_answer_begins_when_somebody_speaks_and_ends_after_a_silence(studio: Studio) -> None:
    ask(studio)
    studio.say(5.0)
    assert studio.stage() is Stage.ANSWERING
    studio.hear(noise(SILENCE_S + 2.0))
    assert studio.stage() is Stage.FEEDBACK


def test_nothing_of_the_first_words_is_cut(studio: Studio) -> None:
    ask(studio)
    studio.say(5.0)
    studio.hear(noise(SILENCE_S + 2.0))
    assert kept_s(studio) > 5.0 + SILENCE_S


def test_a_countdown_can_be_spoken_into(studio: Studio) -> None:
    ask(studio)
    studio.say(3.0)
    studio.hear(noise(2.5))
    assert [event.words for event in studio.told if isinstance(event, CueChanged)][-1].startswith("Stopping in ")
    studio.say(2.0)
    assert [event.words for event in studio.told if isinstance(event, CueChanged)][-1] == ""
    assert studio.stage() is Stage.ANSWERING


def test_thinking_aloud_goes_on_through_any_silence(studio: Studio) -> None:
    ask(studio, Kind.THINK_ALOUD)
    studio.say(3.0)
    studio.hear(noise(30.0))
    assert studio.stage() is Stage.ANSWERING


def test_the_key_starts_and_stops_as_ever(studio: Studio) -> None:
    ask(studio)
    studio.answer(2.0)
    assert studio.stage() is Stage.FEEDBACK


def test_a_key_pressed_as_the_next_question_comes_by_itself_was_meant_to_stay(studio: Studio) -> None:
    ask(studio)
    studio.engine.skip()
    studio.finish_reading()
    studio.engine.toggle_answer()
    assert studio.stage() is Stage.READY
    studio.toggle()
    assert studio.stage() is Stage.ANSWERING


def test_speech_during_feedback_begins_nothing(studio: Studio) -> None:
    ask(studio)
    studio.answer(2.0)
    studio.say(3.0)
    assert studio.stage() is Stage.FEEDBACK
    assert len(studio.rows()) == 1


def test_without_it_nobody_is_recorded_before_start(tmp_path: Path) -> None:
    studio = Studio(tmp_path / "plain")
    ask(studio)
    studio.say(5.0)
    assert studio.stage() is Stage.READY
    studio.close()
