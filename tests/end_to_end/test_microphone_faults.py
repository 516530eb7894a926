"""What happens to a microphone in the middle of an interview: nothing said is lost, and nobody has to guess."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from tests.desktop import SoundServer
from tests.end_to_end.candidate import LOUD, Candidate, duration_s, samples_in, stay_silent
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import READY, SHORT_ANSWER, begin_drill, start_answer, stop_answer
from tests.end_to_end.program import Program
from tests.waiting import wait_until

FREEZE_S = 15.0  # a walk of the screen reader through the window on a busy machine; Qt would stand still for thirty
AWAY_S = 6.0
LEAST_SPOKEN_S = 0.7  # of a sentence of two seconds, some of which a busy sound server swallows
SECOND = ("module-virtual-source", "master=speakers.monitor", "source_name=second")  # of another kind: it stays


def test_a_sound_system_that_hangs_freezes_nothing_and_the_answer_goes_on(
    start_program: StartProgram, candidate: Candidate, sound_server: SoundServer
) -> None:
    program = start_program()
    begin_drill(program)
    start_answer(program)
    candidate.say("First I would look at the data.")
    with sound_server.hanging():
        hung_s = time.monotonic()
        program.see_text("sound system is not responding. What you said is saved.")
        for _ in range(3):
            assert answers_in_s(program) < FREEZE_S
        stay_silent(max(0.0, AWAY_S - (time.monotonic() - hung_s)))
    sound_server.control("info")
    before_s = program.says("Answer timer")
    program.press("Resume")
    wait_until(lambda: program.says("Answer timer") != before_s, "the clock to go on")
    candidate.say("Then I would train a simple model.")
    stop_answer(program)
    kept = program.kept_answers()[0]
    long = [gap for gap in kept["gaps"] if gap["lasted_s"] >= AWAY_S - 1]
    assert len(long) == 1, kept["gaps"]
    (gap,) = long
    sound = program.recordings / kept["file_name"]
    assert spoken_s(sound, 0.0, gap["at_s"]) > LEAST_SPOKEN_S
    assert spoken_s(sound, gap["at_s"], duration_s(sound)) > LEAST_SPOKEN_S
    program.see_text("Not recorded: ")
    assert program.close() == 0


def test_a_sound_system_that_hangs_keeps_nobody_from_leaving(
    start_program: StartProgram, candidate: Candidate, sound_server: SoundServer
) -> None:
    program = start_program()
    begin_drill(program)
    start_answer(program)
    candidate.say(SHORT_ANSWER)
    with sound_server.hanging():
        left_s = time.monotonic()
        assert program.close() == 0
        assert time.monotonic() - left_s < FREEZE_S
    again = start_program()
    again.see("Quick drill")
    assert again.kept_answers()[0]["status"] == "saved"


def test_another_default_microphone_is_not_another_microphone(
    start_program: StartProgram, candidate: Candidate, sound_server: SoundServer
) -> None:
    program = start_program()
    begin_drill(program)
    start_answer(program)
    candidate.say("First I would look at the data.")
    module = sound_server.control("load-module", *SECOND).strip()
    try:
        sound_server.control("set-default-source", "second")
        candidate.say("Then I would train a simple model.")
        sound_server.unplug_microphone()
        program.see_text("The microphone was unplugged. What you said is saved.")
        program.press("Resume")
        program.see_text("The microphone you chose is not plugged in.")
        assert "Use" in " ".join(str(node["name"]) for node in program.everything())
        sound_server.plug_in_microphone()
        wait_until(lambda: "virtmic" in sound_server.control("list", "short", "sources"), "the microphone to be back")
        program.press("Resume")
        candidate.say("Finally I would measure the error.")
        stop_answer(program)
        kept = program.kept_answers()[0]
        sound, gap = program.recordings / kept["file_name"], kept["gaps"][-1]
        assert spoken_s(sound, 0.0, gap["at_s"]) > 2 * LEAST_SPOKEN_S  # both before the microphone went
        assert spoken_s(sound, gap["at_s"], duration_s(sound)) > LEAST_SPOKEN_S
    finally:
        sound_server.ensure_running()
        sound_server.control("unload-module", module)
        sound_server.control("set-default-source", "virtmic")


def test_a_microphone_that_comes_back_during_a_question_is_there_for_the_answer(
    start_program: StartProgram, candidate: Candidate, sound_server: SoundServer
) -> None:
    program = start_program()
    begin_drill(program)
    stay_silent(2)  # sound arrives
    sound_server.unplug_microphone()
    try:
        program.see_text("The microphone was unplugged.")
    finally:
        sound_server.plug_in_microphone()
    wait_until(lambda: program.glimpse("Listen again") is None, "the notice to go by itself")
    program.see_text(READY)
    start_answer(program)
    candidate.say(SHORT_ANSWER)
    stop_answer(program)
    sound = program.recordings / program.kept_answers()[0]["file_name"]
    assert spoken_s(sound, 0.0, duration_s(sound)) > LEAST_SPOKEN_S


def test_a_killed_interview_goes_on_at_its_question(start_program: StartProgram, candidate: Candidate) -> None:
    program = start_program()
    question = begin_drill(program)
    start_answer(program)
    candidate.say(SHORT_ANSWER)
    program.kill()

    again = start_program()
    again.see_text("An answer was cut off last time")
    again.press("Recover")
    again.see_text("The interview was cut off")
    again.press("Continue this interview")
    again.see("Start answer")
    again.key("Escape")
    again.see_text(READY)
    assert again.says("Question") == question
    start_answer(again)
    candidate.say(SHORT_ANSWER)
    stop_answer(again)
    wait_until(lambda: len(again.kept_answers()) == 2, "both answers in one interview")
    assert [answer["attempt"] for answer in again.kept_answers()] == [1, 2]


def spoken_s(sound: Path, from_s: float, to_s: float) -> float:
    """How many seconds of this stretch hold a voice."""
    samples, rate_hz = samples_in(sound)
    stretch = np.abs(samples[int(from_s * rate_hz) : int(to_s * rate_hz)])
    step = rate_hz // 10
    tenths = [stretch[start : start + step].max() > LOUD for start in range(0, len(stretch), step)]
    return float(sum(tenths)) / 10


def answers_in_s(program: Program) -> float:
    """How long the window takes to answer a screen reader."""
    asked_s = time.monotonic()
    program.everything()
    return time.monotonic() - asked_s
