"""A whole loop held by voice, from the initial screening to the candidate's own questions, and a follow-up."""

from __future__ import annotations

import pytest

from tests.end_to_end.candidate import Candidate
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import READY, answer_aloud
from tests.end_to_end.program import Program
from tests.waiting import wait_until

ROUNDS = 7
ABOUT_ME = (
    "I have worked with data for six years. First I built reports for a shop, and then I trained models that tell "
    "which customers will leave. My last model runs every night. I like this work because people use it."
)
SHORT = "First I would look at the data, and then I would train a simple model."
MINE = "What would my first project be? And how would you know that I do good work?"


@pytest.mark.timeout(2_400)
def test_a_loop_goes_from_round_to_round_and_deeper_on_the_way(
    start_program: StartProgram, candidate: Candidate
) -> None:
    program = start_program()
    program.press("Whole loop")
    program.press("Start interview")
    rounds = []
    for number in range(1, ROUNDS + 1):
        header = program.see_text(f"Question {number} of {ROUNDS}")
        rounds.append(header.split("  ·  ")[1])
        program.see(rounds[-1], "label")  # large, above the question: a round begins
        _hush(program)
        answer_aloud(program, candidate, {1: ABOUT_ME, ROUNDS: MINE}.get(number, SHORT))
        if number == 1:
            _go_deeper(program, candidate)
        if number == ROUNDS:
            program.see("Show questions to practise")
        _leave(program)
    program.see("Summary")
    program.press("Open Review")
    program.see("Review")

    assert [words.split(" · ")[1] for words in rounds] == [f"round {number} of {ROUNDS}" for number in range(1, 8)]
    assert len(set(rounds)) == ROUNDS
    kept = program.kept_answers()
    assert [(answer["position"], answer["rung"]) for answer in kept] == [
        (0, 0),
        (0, 1),
        *((at, 0) for at in range(1, 7)),
    ]
    assert {answer["status"] for answer in kept} == {"saved"}
    assert all(answer["transcript"]["words"] for answer in kept)
    rows = [row["name"] for row in program.children("Answers")]
    assert rows[1].startswith("Follow-up 1:")


def _go_deeper(program: Program, candidate: Candidate) -> None:
    """The answer leads to a follow-up, which says why; it is asked, shown and answered like any question."""
    first = program.see_text(f"Question 1 of {ROUNDS} ·").partition(" · ")[2]
    program.see_text("Next: a follow-up.")
    program.key("n")
    program.see_text("follow-up 1")
    assert program.says("Question") not in ("", first)
    _hush(program)
    answer_aloud(program, candidate, SHORT)


def _hush(program: Program) -> None:
    """Cut the reading short; this is about the answers."""

    def is_ready() -> bool:
        if program.glimpse(READY):
            return True
        program.key("Escape")
        return False

    wait_until(is_ready, "the reading to end")


def _leave(program: Program) -> None:
    """On to the next question of the plan, whatever else would follow."""
    if program.glimpse("Skip the follow-up"):
        program.press("Skip the follow-up")
    else:
        program.key("n")
    wait_until(lambda: not program.glimpse("Feedback"), "the feedback to go")
