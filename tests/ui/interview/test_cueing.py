"""The one cue during an answer: neutral, sparse, in think-aloud questions alone, and the end of strict answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from question_bank.models import Kind
from simulator.interview.timing import NUDGE_WORDS
from simulator.settings import Settings
from tests.simulator.builders import a_question
from tests.ui.parts import Told
from ui.interview import cueing
from ui.interview.cueing import Cueing

SETTINGS = Settings(nudge_first_s=10.0, nudge_again_s=20.0)
ALOUD = a_question(kind=Kind.THINK_ALOUD)
SHORT = a_question(kind=Kind.SHORT)


class Desk:
    def __init__(self) -> None:
        self.cueing = Cueing()
        self.cues: list[str] = Told(self.cueing.cue_changed)
        self.ends = Told(self.cueing.time_is_up)

    def be_silent(self, start_s: int, end_s: int) -> None:
        for tenth in range(start_s * 10, end_s * 10):
            self.cueing.hear(tenth / 10, is_voice=False)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk()


def test_thinking_silently_brings_two_nudges_and_no_more(desk: Desk) -> None:
    desk.cueing.begin(ALOUD, SETTINGS)
    desk.be_silent(0, 9)
    assert desk.cues == []
    desk.be_silent(9, 12)
    assert desk.cues == [NUDGE_WORDS]
    desk.be_silent(12, 200)
    assert desk.cues == [NUDGE_WORDS] * 2


def test_speech_begins_the_silence_anew(desk: Desk) -> None:
    desk.cueing.begin(ALOUD, SETTINGS)
    desk.be_silent(0, 9)
    desk.cueing.hear(9.0, is_voice=True)
    desk.be_silent(10, 19)
    assert desk.cues == []


def test_a_pause_was_no_silence(desk: Desk) -> None:
    desk.cueing.begin(ALOUD, SETTINGS)
    desk.be_silent(0, 9)
    desk.cueing.resume()
    desk.be_silent(9, 18)
    assert desk.cues == []


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.THINK_ALOUD])
def test_other_questions_never_nudge(desk: Desk, kind: Kind) -> None:
    desk.cueing.begin(a_question(kind=kind), SETTINGS)
    desk.be_silent(0, 100)
    assert desk.cues == []


def test_nudges_can_be_turned_off(desk: Desk) -> None:
    desk.cueing.begin(ALOUD, replace(SETTINGS, nudge=False))
    desk.be_silent(0, 100)
    assert desk.cues == []


def test_after_the_answer_nothing_comes(desk: Desk) -> None:
    desk.cueing.begin(ALOUD, replace(SETTINGS, strict=True))
    desk.cueing.end()
    assert desk.cues == [""]
    desk.be_silent(0, 100)
    desk.cueing.tick(10_000.0)
    assert desk.cues == [""]
    assert desk.ends == []


def test_a_cue_goes_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cueing, "SHOWN_MS", 1)
    desk = Desk()
    desk.cueing.begin(ALOUD, SETTINGS)
    desk.be_silent(0, 12)
    qtbot.waitUntil(lambda: desk.cues == [NUDGE_WORDS, ""])


def test_a_strict_answer_ends_after_its_warning(desk: Desk) -> None:
    desk.cueing.begin(SHORT, replace(SETTINGS, strict=True))
    most_s = SHORT.times.max_s
    desk.cueing.tick(most_s - 0.1)
    assert desk.cues == []
    desk.cueing.tick(most_s + 0.5)
    desk.cueing.tick(most_s + 9.9)
    assert desk.cues == ["Time is up in 10 s", "Time is up in 1 s"]
    assert desk.ends == []
    desk.cueing.tick(most_s + 10)
    assert len(desk.ends) == 1


def test_other_answers_never_end_by_themselves(desk: Desk) -> None:
    desk.cueing.begin(SHORT, SETTINGS)
    desk.cueing.tick(SHORT.times.max_s * 10)
    assert desk.cues == []
    assert desk.ends == []
