"""The one cue during an answer: neutral, sparse, in think-aloud questions alone, and the end of strict answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import Kind, Question
from simulator.engine.cue import SHOWN_S, LiveCue
from simulator.interview.timing import NUDGE_WORDS
from simulator.settings import Settings
from tests.simulator.builders import a_question

SETTINGS = Settings(nudge_first_s=10.0, nudge_again_s=20.0)
ALOUD = a_question(kind=Kind.THINK_ALOUD)
SHORT = a_question(kind=Kind.SHORT)


class Desk:
    """A cue, and what it said; the clock goes with the answer."""

    def __init__(self) -> None:
        self.cue = LiveCue()
        self.cues: list[str] = []

    def begin(self, question: Question, settings: Settings = SETTINGS, *, is_strict: bool = False) -> None:
        self.cue.begin(question, settings, is_strict=is_strict)

    def hear(self, at_s: float, *, is_voice: bool) -> None:
        if self.cue.hear(at_s, 1000.0 + at_s, is_voice=is_voice):
            self.cues.append(self.cue.words)

    def be_silent(self, start_s: int, end_s: int) -> None:
        for tenth in range(start_s * 10, end_s * 10):
            self.hear(tenth / 10, is_voice=False)

    def last(self, elapsed_s: float) -> bool:
        """The answer has lasted so long; whether its time is up."""
        if self.cue.warn(elapsed_s, 1000.0 + elapsed_s):
            self.cues.append(self.cue.words)
        return self.cue.is_time_up(elapsed_s)

    def goes_at_s(self) -> float | None:
        return self.cue.wake_at_s


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_thinking_silently_brings_two_nudges_and_no_more(desk: Desk) -> None:
    desk.begin(ALOUD)
    desk.be_silent(0, 9)
    assert desk.cues == []
    desk.be_silent(9, 12)
    assert desk.cues == [NUDGE_WORDS]
    desk.be_silent(12, 200)
    assert desk.cues == [NUDGE_WORDS] * 2


def test_speech_begins_the_silence_anew(desk: Desk) -> None:
    desk.begin(ALOUD)
    desk.be_silent(0, 9)
    desk.hear(9.0, is_voice=True)
    desk.be_silent(10, 19)
    assert desk.cues == []


def test_a_pause_was_no_silence(desk: Desk) -> None:
    desk.begin(ALOUD)
    desk.be_silent(0, 9)
    desk.cue.resume()
    desk.be_silent(9, 18)
    assert desk.cues == []


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.THINK_ALOUD])
def test_other_questions_never_nudge(desk: Desk, kind: Kind) -> None:
    desk.begin(a_question(kind=kind))
    desk.be_silent(0, 100)
    assert desk.cues == []


def test_nudges_can_be_turned_off(desk: Desk) -> None:
    desk.begin(ALOUD, replace(SETTINGS, nudge=False))
    desk.be_silent(0, 100)
    assert desk.cues == []


def test_after_the_answer_nothing_comes(desk: Desk) -> None:
    desk.begin(ALOUD, is_strict=True)
    desk.be_silent(0, 11)
    assert desk.cues == [NUDGE_WORDS]
    desk.cue.end()
    assert desk.cue.words == ""
    assert desk.goes_at_s() is None
    desk.be_silent(0, 100)
    assert not desk.last(10_000.0)
    assert desk.cues == [NUDGE_WORDS]


def test_a_cue_goes_by_itself(desk: Desk) -> None:
    desk.begin(ALOUD)
    assert desk.goes_at_s() is None
    desk.be_silent(0, 12)
    assert desk.goes_at_s() == 1010.0 + SHOWN_S
    assert not desk.cue.wake(1009.9 + SHOWN_S)
    assert desk.cue.words == NUDGE_WORDS
    assert desk.cue.wake(1010.0 + SHOWN_S)
    assert (desk.cue.words, desk.goes_at_s()) == ("", None)


def test_a_strict_answer_ends_after_its_warning(desk: Desk) -> None:
    desk.begin(SHORT, is_strict=True)
    most_s = SHORT.times.max_s
    assert not desk.last(most_s - 0.1)
    assert desk.cues == []
    assert not desk.last(most_s + 0.5)
    assert not desk.last(most_s + 9.9)
    assert desk.cues == ["Time is up in 10 s", "Time is up in 1 s"]
    assert desk.last(most_s + 10)


def test_other_answers_never_end_by_themselves(desk: Desk) -> None:
    desk.begin(SHORT)
    assert not desk.last(SHORT.times.max_s * 10)
    assert desk.cues == []
