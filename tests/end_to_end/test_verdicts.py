"""Answers to one question, spoken into the microphone: right, wrong, jargon, about something else, and none at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.candidate import Candidate, stay_silent
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import READY, answer_aloud, start_answer, stop_answer
from tests.end_to_end.program import Node, Program
from tests.waiting import wait_until

QUESTION = "What does dropout do during training"  # one that the judge has not learnt from
RIGHT = (
    "In training, each unit is set to zero at random with some probability. "
    "So the units cannot rely on one another, and that regularises the network. "
    "At prediction time, all units are active. "
    "And the activations that are kept are divided by the keep probability, so that the expected size stays the same."
)
WRONG = (
    "Dropout removes the same units for good, from the first step on. "
    "At prediction time, half of the units are still switched off. "
    "It makes the units depend on each other more, which increases overfitting. "
    "The activations are never scaled, so their size changes."
)
JARGON = (
    "Dropout is a hyperparameter, usually something like point one to point five. You set it in PyTorch. "
    "I have used it in many projects, and it usually improved my results."
)
ELSEWHERE = (
    "Last summer we walked across the Alps with friends. The weather was fine, and we slept in small huts. "
    "On the third day it rained, so we stayed inside, played cards and drank a lot of tea."
)


@dataclass(frozen=True, slots=True)
class Told:
    """What became of an answer: on the screen, by the names that a screen reader says, and in the library."""

    screen: str
    points: list[Node]
    advice: list[str]

    def count(self, verdict: str) -> int:
        return sum(point["verdict"] == verdict for point in self.points)


@pytest.fixture
def program(start_program: StartProgram, library: Path) -> Program:
    """At the question, which is asked alone, and ready for an answer."""
    (library / "settings.json").write_text(json.dumps({"follow_ups": False}))
    program = start_program()
    program.see("Quick drill")
    program.key("ctrl+4")
    program.focus("Search")
    program.write(QUESTION)
    wait_until(lambda: program.glimpse("1 question"), "the question to be found")
    program.press("Practise this")
    program.see_text("Question 1 of 1")  # the search field takes Escape while it shows
    wait_until(lambda: _is_ready(program), "the question to be asked")
    assert QUESTION in program.says("Question")
    return program


def test_a_right_answer_is_credited(program: Program, candidate: Candidate) -> None:
    told = _answered(program, candidate, RIGHT)
    assert told.count("made") >= 3
    assert told.count("contrary") == 0


def test_an_answer_that_is_wrong_throughout_is_told_so_in_its_own_words(program: Program, candidate: Candidate) -> None:
    told = _answered(program, candidate, WRONG)
    assert told.count("made") == 0
    assert told.count("contrary") >= 2
    assert told.advice[0].startswith("Check this: you said “")


def test_jargon_earns_nothing_and_no_praise(program: Program, candidate: Candidate) -> None:
    told = _answered(program, candidate, JARGON)
    assert told.count("made") == told.count("contrary") == 0
    assert "Well done" not in told.screen
    assert "Short and complete" not in told.screen
    assert "good length" not in told.screen


def test_an_answer_about_something_else_is_told_so(program: Program, candidate: Candidate) -> None:
    told = _answered(program, candidate, ELSEWHERE)
    assert told.count("made") == told.count("contrary") == 0
    assert "different question" in told.screen
    assert "good length" not in told.screen


def test_silence_is_no_bad_answer(program: Program) -> None:
    start_answer(program)
    stay_silent(4)
    stop_answer(program)
    program.see_text("Nothing was said")
    screen = _screen(program)
    assert "opposite" not in screen
    assert "heart of the question" not in screen


def _answered(program: Program, candidate: Candidate, text: str) -> Told:
    answer_aloud(program, candidate, text)
    answer = wait_until(lambda: _judged(program), "the answer to be judged")
    report = answer["report"]
    return Told(_screen(program), report["key_points"], [one["text"] for one in report["advice"]])


def _judged(program: Program) -> Node | None:
    return next((answer for answer in program.kept_answers() if answer.get("report")), None)


def _screen(program: Program) -> str:
    said = (str(node[key] or "") for node in program.everything() for key in ("name", "description", "text"))
    return "\n".join(said)


def _is_ready(program: Program) -> bool:
    if program.glimpse(READY):
        return True
    program.key("Escape")
    return False
