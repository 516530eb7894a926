"""Interviews as a stranger would hold them, and the evidence of one: what showed, what sounded, what was kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.end_to_end.candidate import Candidate
from tests.end_to_end.program import Node, Program, Seen
from tests.waiting import wait_until

ANSWER = (
    "First I would look at the data. Um, I would count how many rows are missing, and how many are wrong. "
    "Then I would train a simple model, because a simple model is easy to explain. "
    "Uh, after that I would measure the error on data that the model has never seen. "
    "Then I would compare the two numbers, and keep the model only if the second one is small. "
    "If it is large, I would look for the reason, and begin with the rows that the model gets most wrong. "
    "Finally I would show those to the people who know the data."
)
FILLERS_SPOKEN = ("um", "uh")
SHORT_ANSWER = "First I would look at the data, and then I would train a simple model."
NOTE = "Name the metric sooner"
READY = "Ready when you are. A moment to think is fine."
PAUSED = "Paused. The clock is stopped."
HEADINGS = {
    "Practise": "What would you like to practise?",
    "History": "History",
    "Progress": "Progress",
    "Questions": "Questions",
    "Settings": "Settings",
}


_MOST_SKIPPED = 30
"""Three questions in ten are quick facts; 12 tries would find none once in sixty runs, 30 once in thirty thousand."""


@dataclass(slots=True)
class HeldInterview:
    """One whole interview, from the first start of the program on an empty library to its third day."""

    screens: dict[str, list[Node]] = field(default_factory=dict)
    question: str = ""
    asked_aloud: Path = Path()
    said: Path = Path()
    pressed_s: float = 0.0
    timer: list[Seen] = field(default_factory=list)
    transcript: str = ""
    playing: list[str] = field(default_factory=list)
    kept: list[Node] = field(default_factory=list)
    take: Path = Path()
    exit_code: int | None = None
    sessions_next_day: list[Node] = field(default_factory=list)
    transcript_next_day: str = ""
    notes_next_day: str = ""


def hold_interview(program: Program, candidate: Candidate) -> HeldInterview:
    """A drill: visit every place, answer one question of the kind "quick fact", end, note something, close."""
    held = HeldInterview()
    program.see("Quick drill")
    _visit_places(program, held)
    held.asked_aloud = candidate.folder / "asked.wav"
    with candidate.server.listening(held.asked_aloud):
        program.key("d")
        program.see_text(READY)
    find_question(program, "quick fact", target="0:35")
    held.screens["Interview"] = program.everything()
    held.question = program.says("Question")
    _answer(program, candidate, held)
    _finish(program, held)
    held.exit_code = program.close()
    return held


def look_again(program: Program, held: HeldInterview) -> None:
    """The next day: open the session from History by keys alone, and read it."""
    program.see("Quick drill")
    program.key("ctrl+2")
    held.sessions_next_day = wait_until(lambda: program.children("Sessions"), "the session in the history")
    held.screens["History, next day"] = program.everything()
    program.focus("Sessions")
    program.key("Home", "Return")  # the newest stands first; drills without a quick fact may lie below it
    held.transcript_next_day = _read_last_answer(program)
    held.notes_next_day = program.text("Notes")


def begin_drill(program: Program) -> str:
    """Start a drill, cut the reading short, and give the question."""
    program.see("Quick drill")
    program.press("Quick drill")
    program.see("Start answer")
    program.key("Escape")
    program.see_text(READY)
    return program.says("Question")


def find_question(program: Program, kind: str, target: str) -> None:
    """Skip, and drill again, until a question of this kind and target time waits for its answer."""
    for _ in range(_MOST_SKIPPED):
        if program.glimpse("Summary"):
            program.key("ctrl+1")
            begin_drill(program)
        header = program.see_text("Question ")
        if kind in header and program.says("Answer timer").endswith(f"target {target}"):
            wait_until(lambda: _hush(program), "the reading to end")
            return
        skip(program, header)
    raise AssertionError(f"no drill had a question of the kind {kind!r}")


def skip(program: Program, header: str) -> None:
    """Leave the question named by `header`. In its first 0.4 s a press counts as a double click, so it is repeated."""

    def has_left() -> bool:
        if _has_left(program, header):
            return True
        program.press("Skip question")
        return False

    wait_until(has_left, "the next question", every_s=1.0)


def start_answer(program: Program) -> float:
    """Press Space and give the monotonic second; the answer is under way when this returns."""
    pressed_s = program.key("space")
    program.see("Stop answer")
    return pressed_s


def stop_answer(program: Program) -> None:
    """Press Space and wait until the answer is kept."""
    program.key("space")
    program.see("Feedback")


def answer_aloud(program: Program, candidate: Candidate, text: str = SHORT_ANSWER) -> str:
    """A whole answer; gives its transcript."""
    start_answer(program)
    candidate.say(text)
    stop_answer(program)
    return wait_until(lambda: program.text("Transcript"), "the transcript")


def _has_left(program: Program, header: str) -> bool:
    return program.glimpse(header) is None or program.glimpse("Summary") is not None


def _hush(program: Program) -> bool:
    if program.glimpse(READY):
        return True
    program.key("Escape")
    return False


def _visit_places(program: Program, held: HeldInterview) -> None:
    held.screens["Practise"] = program.everything()
    for number, (place, heading) in enumerate(HEADINGS.items(), start=1):
        program.key(f"ctrl+{number}")
        program.see(heading, "label")
        held.screens[place] = program.everything()
    program.key("F1")
    program.see("Keys", "dialog")
    held.screens["Keys"] = program.everything()
    program.key("Escape")
    wait_until(lambda: not program.glimpse("Keys", "dialog"), "the key sheet to go")
    program.key("ctrl+1")


def _answer(program: Program, candidate: Candidate, held: HeldInterview) -> None:
    held.said = candidate.render(ANSWER)
    held.pressed_s = start_answer(program)
    with candidate.server.speaking(held.said) as player:
        held.timer = program.watch("Answer timer", "wrap up", 60)
        player.wait(timeout=90)
    stop_answer(program)
    held.transcript = wait_until(lambda: program.text("Transcript"), "the transcript")
    program.see("Next question")
    held.screens["Feedback"] = program.everything()
    program.press("Play answer")
    program.await_true(
        lambda: candidate.server.control("list", "short", "sink-inputs").count("\n") > 1, "the answer to sound"
    )
    program.press("Play answer")


def _finish(program: Program, held: HeldInterview) -> None:
    program.key("n")
    wait_until(lambda: not program.glimpse("Feedback"), "the feedback to go")
    if not program.glimpse("Summary"):
        program.press("End interview")
    program.see("How it went")
    held.screens["Summary"] = program.everything()
    program.press("Open Review")
    _read_last_answer(program)
    held.screens["Review"] = program.everything()
    program.focus("Notes")
    program.write(NOTE)
    program.key("ctrl+1")
    held.kept = wait_until(lambda: _noted(program), "the note to be kept")
    held.take = program.recordings / held.kept[0]["file_name"]


def _read_last_answer(program: Program) -> str:
    """Go to the last answer of the review (questions before it were skipped) and give its transcript."""
    program.see("Review")
    program.focus("Answers")
    program.key("End")
    return program.await_true(lambda: program.text("Transcript"), "the transcript in the review")


def _noted(program: Program) -> list[Node]:
    kept = [answer for answer in program.kept_answers() if answer["status"] == "saved"]
    return kept if kept[0]["note"] == NOTE else []
