"""An interview held with the keyboard alone: every key that the key sheet promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.candidate import Candidate, duration_s, loud_share, stay_silent
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import (
    HEADINGS,
    PAUSED,
    READY,
    SHORT_ANSWER,
    answer_aloud,
    begin_drill,
    skip,
    start_answer,
    stop_answer,
)
from tests.end_to_end.program import Program
from tests.waiting import wait_until

READING = "Reading the question…"
NUDGE = "Keep talking"


def clock_of(program: Program) -> str:
    """What the answer's clock shows."""
    return program.says("Answer timer").split(",")[0]


def test_places_and_key_sheet(start_program: StartProgram) -> None:
    program = start_program()
    program.see("Quick drill")
    for number, heading in reversed(list(enumerate(HEADINGS.values(), start=1))):
        program.key(f"ctrl+{number}")
        program.see(heading, "label")
    for key in ("F1", "question"):
        program.key(key)
        program.see("Keys", "dialog")
        program.key("Escape")
        wait_until(lambda: not program.glimpse("Keys", "dialog"), "Esc to close the key sheet")
    program.key("ctrl+f")
    assert program.see("Search")["focused"], "Ctrl+F leads to the search"


def test_enter_starts_an_interview_and_d_a_drill(start_program: StartProgram) -> None:
    program = start_program()
    program.see("Start interview")
    program.key("Return")
    program.see_text("Question 1 of 5")
    program.press("End interview")
    program.see(HEADINGS["Practise"], "label")
    program.key("d")
    program.see_text("Question 1 of 3")


def test_replay_skip_answer_again_and_next(start_program: StartProgram, candidate: Candidate, tmp_path: Path) -> None:
    program = start_program()
    first = begin_drill(program)
    with candidate.server.listening(tmp_path / "replayed.wav"):
        program.key("r")
        program.see_text(READING)
        program.see_text(READY)
    assert loud_share(tmp_path / "replayed.wav") > 0.2, "R reads the question again"

    program.key("s")
    wait_until(lambda: program.says("Question") not in ("", first), "S to bring the next question")
    program.key("Escape")
    program.see_text(READY)

    program.press("Live captions")
    start_answer(program)
    with candidate.server.speaking(candidate.render(SHORT_ANSWER * 2)) as player:
        captions = wait_until(lambda: program.says("Captions"), "captions while the candidate speaks")
        assert player.poll() is None, "the captions came only after the speech"
    assert captions.split()
    stop_answer(program)
    wait_until(lambda: program.text("Transcript"), "the transcript")

    program.press("Answer again")
    program.see_text(READY)
    answer_aloud(program, candidate)
    program.key("k")
    wait_until(lambda: program.see("Recording")["value"], "K to play the answer")
    program.key("n")
    program.see_text("Question 3 of 3")

    first_kept, *attempts = program.kept_answers()
    assert first_kept["status"] == "skipped"
    assert [(answer["attempt"], answer["status"]) for answer in attempts] == [(1, "saved"), (2, "saved")]
    assert attempts[0]["file_name"] != attempts[1]["file_name"]


def test_a_pause_stops_the_clock_and_keeps_the_answer(start_program: StartProgram, candidate: Candidate) -> None:
    program = start_program()
    begin_drill(program)
    start_answer(program)
    wait_until(lambda: clock_of(program) == "0:02", "two seconds of answer")
    program.press("Pause")
    program.see_text(PAUSED)
    stopped = clock_of(program)
    stay_silent(2.0)
    assert clock_of(program) == stopped
    program.press("Resume")
    candidate.say("Then I would train a model.")
    stop_answer(program)
    wait_until(lambda: program.text("Transcript"), "the transcript")
    kept = program.kept_answers()[0]
    take = program.recordings / kept["file_name"]
    minutes, seconds = stopped.split(":")
    spoken_s = duration_s(candidate.render("Then I would train a model."))
    assert duration_s(take) == pytest.approx(60 * int(minutes) + int(seconds) + spoken_s, abs=2.0)


def test_silence_brings_a_nudge_in_think_aloud_questions(start_program: StartProgram) -> None:
    program = start_program()
    program.press("System design")
    program.press("Start interview")
    for _ in range(5):
        header = program.see_text("Question ")
        if "think" in header:
            break
        skip(program, header)
    program.key("Escape")
    program.see_text(READY)
    start_answer(program)
    wait_until(lambda: program.glimpse(NUDGE), "the nudge")
    assert clock_of(program) in ("0:10", "0:11", "0:12")
    wait_until(lambda: not program.glimpse(NUDGE), "the nudge to go by itself")
