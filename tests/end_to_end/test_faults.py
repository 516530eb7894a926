"""Things that end at the wrong moment: the program, its speech child, the session, the microphone."""

from __future__ import annotations

import signal
import time

import psutil

from tests.desktop import SoundServer
from tests.end_to_end.candidate import Candidate, duration_s, stay_silent, words_of
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import SHORT_ANSWER, begin_drill, start_answer, stop_answer
from tests.waiting import wait_until

MOST_LOST_S = 1.0
LEAVING_S = 2.0
NOTICING_S = 2.0
LOOKING_S = 1.0  # a walk of the screen reader through the window on a busy machine


def none_alive(pids: list[int]) -> bool:
    """Whether all these processes are gone."""
    return not any(_is_alive(pid) for pid in pids)


def _is_alive(pid: int) -> bool:
    """A zombie is dead; whoever inherited it has not looked yet."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_a_killed_program_offers_the_answer_at_the_next_start(
    start_program: StartProgram, candidate: Candidate
) -> None:
    program = start_program()
    begin_drill(program)
    pressed_s = start_answer(program)
    candidate.say(SHORT_ANSWER)
    children = program.children_pids()
    spoken_s = time.monotonic() - pressed_s
    program.kill()
    wait_until(lambda: none_alive(children), "the children to end by themselves")

    again = start_program()
    offered = again.see_text("An answer was cut off last time")
    assert f"{spoken_s:.0f} s of sound" in offered or f"{spoken_s - 1:.0f} s of sound" in offered
    again.press("Recover")
    again.see("Review")
    transcript = wait_until(lambda: again.text("Transcript"), "the recovered answer's transcript")
    assert transcript.lower().startswith("first")
    kept = again.kept_answers()[0]
    assert kept["status"] == "saved"
    assert duration_s(again.recordings / kept["file_name"]) >= spoken_s - MOST_LOST_S
    assert not list(again.recordings.glob("*.part"))


def test_later_is_an_answer_too(start_program: StartProgram) -> None:
    program = start_program()
    begin_drill(program)
    start_answer(program)
    stay_silent(2)
    program.kill()
    for _ in range(2):
        again = start_program()
        again.see_text("An answer was cut off last time")
        again.press("Dismiss notice")
        assert again.close() == 0
    assert len(list(program.recordings.glob("*.part"))) == 1


def test_a_killed_speech_child_costs_no_answer(start_program: StartProgram, candidate: Candidate) -> None:
    program = start_program()
    begin_drill(program)
    start_answer(program)
    candidate.say(SHORT_ANSWER)
    child = program.speech_child()
    child.suspend()  # so that it is still at work when it dies
    stop_answer(program)
    program.see_text("Transcribing your answer")
    child.kill()
    program.see_text("The recording is saved")
    program.press("Try again")
    transcript = wait_until(lambda: program.text("Transcript"), "the transcript of the second try")
    assert transcript.lower().startswith("first")
    assert program.speech_child().pid != child.pid


def test_a_logout_while_recording_keeps_the_answer(start_program: StartProgram, candidate: Candidate) -> None:
    program = start_program()
    begin_drill(program)
    pressed_s = start_answer(program)
    candidate.say(SHORT_ANSWER)
    children = program.children_pids()
    spoken_s = time.monotonic() - pressed_s
    program.process.send_signal(signal.SIGTERM)
    assert program.process.wait(LEAVING_S) == 0
    wait_until(lambda: none_alive(children), "the children to be gone")

    again = start_program()
    again.see("Quick drill")
    kept = again.kept_answers()[0]
    assert kept["status"] == "saved"
    assert duration_s(again.recordings / kept["file_name"]) >= spoken_s - MOST_LOST_S
    wait_until(lambda: again.kept_answers()[0]["report"], "the words of the answer to be caught up on")


def test_an_unplugged_microphone_is_noticed_and_the_answer_goes_on(
    start_program: StartProgram, candidate: Candidate, sound_server: SoundServer
) -> None:
    program = start_program()
    begin_drill(program)
    start_answer(program)
    candidate.say("First I would look at the data.")
    unplugged_s = time.monotonic()
    sound_server.unplug_microphone()
    try:
        program.see_text("The microphone was unplugged. What you said is saved.")
        assert time.monotonic() - unplugged_s <= NOTICING_S + LOOKING_S
    finally:
        sound_server.plug_in_microphone()
    before_s = program.says("Answer timer")
    wait_until(lambda: "VirtualMic" in sound_server.control("list", "sources"), "the microphone to be back")
    program.press("Resume")
    wait_until(lambda: program.says("Answer timer") != before_s, "the clock to go on")
    candidate.say("Then I would train a simple model.")
    stop_answer(program)
    heard = words_of(wait_until(lambda: program.text("Transcript"), "the transcript"))
    assert "look" in heard  # not the last word: the server had it when the microphone went
    assert "model" in heard[heard.index("look") :]  # a synthetic voice has words that are misheard, this is none
