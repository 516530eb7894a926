"""An interview for a pasted job advertisement, held without a key while one speaks."""

from __future__ import annotations

import json
from pathlib import Path

from tests.end_to_end.candidate import Candidate
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import SHORT_ANSWER
from tests.end_to_end.program import Program
from tests.waiting import wait_until

ADVERTISEMENT = """Machine Learning Engineer at Larkfield
What you will do
* build ranking models in Python
* run A/B tests with the product team
Requirements
* PyTorch and Kafka
"""
QUESTIONS = 3
THINKING_ALOUD = "think aloud"


def test_an_interview_for_a_pasted_advertisement_is_held_hands_free(
    start_program: StartProgram, candidate: Candidate, library: Path
) -> None:
    chosen = {"hands_free": True, "hands_free_silence_s": 3.0, "follow_ups": False, "question_count": QUESTIONS}
    (library / "settings.json").write_text(json.dumps(chosen))
    program = start_program()
    _paste(program)
    program.press("Interview for this job")
    asked = [_answer(program, candidate, number) for number in range(1, QUESTIONS + 1)]
    kept = program.kept_answers()
    assert [answer["status"] for answer in kept] == ["saved"] * QUESTIONS
    assert any("Larkfield" in question for question in asked), asked
    heard = [answer["report"]["transcript"]["words"] for answer in kept]
    assert all(words for words in heard)


def _paste(program: Program) -> None:
    program.press("Your CV and company")
    program.focus("Job advertisement text")
    for line in ADVERTISEMENT.splitlines():
        program.write(line)
        program.key("Return")
    wait_until(lambda: program.text("Job advertisement text") == ADVERTISEMENT, "all to be typed")
    program.press("Read it")
    program.see_text("Machine Learning Engineer at Larkfield")
    for demand in ("PyTorch", "Kafka"):
        program.see_text(demand)


def _answer(program: Program, candidate: Candidate, number: int) -> str:
    """The question; it is answered as soon as it is read, ended by silence, or by Space where one thinks aloud."""
    header = program.see_text(f"Question {number} of {QUESTIONS}")
    question = program.says("Question")
    wait_until(lambda: _hush(program), "the reading to end")
    candidate.say(SHORT_ANSWER)
    if THINKING_ALOUD in header:
        program.key("space")
    program.see("Feedback")
    wait_until(lambda: program.text("Transcript"), "the transcript")
    program.key("n")
    wait_until(lambda: not program.glimpse("Feedback"), "the feedback to go")
    return question


def _hush(program: Program) -> bool:
    if program.glimpse("Just start speaking. A moment to think is fine."):
        return True
    program.key("Escape")
    return False
