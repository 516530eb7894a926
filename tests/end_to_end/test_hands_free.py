"""Answers that begin and end by themselves, with nothing pressed while one speaks."""

from __future__ import annotations

import json
from pathlib import Path

from tests.end_to_end.candidate import Candidate, duration_s, words_of
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import SHORT_ANSWER
from tests.end_to_end.program import Program
from tests.waiting import wait_until

JUST_SPEAK = "Just start speaking. A moment to think is fine."
SILENCE_S = 3.0


def test_two_answers_are_given_without_a_key(start_program: StartProgram, candidate: Candidate, library: Path) -> None:
    chosen = {"hands_free": True, "hands_free_silence_s": SILENCE_S, "follow_ups": False}
    (library / "settings.json").write_text(json.dumps(chosen))
    program = start_program()
    program.press("Quick drill")
    spoken = [_answer(program, candidate) for _ in range(2)]
    kept = program.kept_answers()
    assert [answer["status"] for answer in kept] == ["saved", "saved"]
    for sound, answer in zip(spoken, kept, strict=True):
        heard = " ".join(word["text"] for word in answer["report"]["transcript"]["words"])
        assert words_of(heard)[:2] == words_of(SHORT_ANSWER)[:2], "nothing of the first words is cut"
        assert words_of(heard)[-1] == words_of(SHORT_ANSWER)[-1]
        assert answer["samples"] / 16_000 >= duration_s(sound)


def _answer(program: Program, candidate: Candidate) -> Path:
    """Wait until the question is read, speak, and fall silent; then go on."""
    wait_until(lambda: _hush(program), "the reading to end")
    sound = candidate.say(SHORT_ANSWER)
    program.see("Feedback")
    wait_until(lambda: program.text("Transcript"), "the transcript")
    program.key("n")
    wait_until(lambda: not program.glimpse("Feedback"), "the feedback to go")
    return sound


def _hush(program: Program) -> bool:
    if program.glimpse(JUST_SPEAK):
        return True
    program.key("Escape")
    return False
