"""A spoken answer looked back on with the keyboard alone: put right, noted on, exported, held against another try."""

from __future__ import annotations

from pathlib import Path

from tests.end_to_end.candidate import Candidate
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import ANSWER, NOTE, READY, answer_aloud, begin_drill
from tests.end_to_end.program import Node, Program
from tests.waiting import wait_until

FILLER = ": a filler sound"
FIGURE = "Filler sounds"


def two_tries(program: Program, candidate: Candidate) -> None:
    """Answer one question twice."""
    begin_drill(program)
    answer_aloud(program, candidate, ANSWER)
    program.press("Answer again")
    program.see_text(READY)
    answer_aloud(program, candidate, ANSWER)
    program.close()


def open_review(program: Program) -> None:
    """The newest interview, from the first screen."""
    program.see("Quick drill")
    program.key("ctrl+2")
    wait_until(lambda: program.children("Sessions"), "the session in the history")
    program.tab_to("Sessions")
    program.key("Home", "Return")
    program.see("Review")
    wait_until(lambda: program.text("Transcript"), "the transcript")


def report_of(program: Program) -> Node:
    """What the library holds of the first try."""
    report: Node = program.kept_answers()[0]["report"]
    return report


def figure(program: Program, title: str) -> str:
    """What a card shows, with its unit."""
    return next((node["name"] for node in program.everything() if node["name"].startswith(f"{title}")), "")


def take_a_flag_off(program: Program) -> None:
    """Go from flag to flag up to a filler sound, say that it is none, and see the measure follow."""
    fillers, shown = len(report_of(program)["fillers"]), figure(program, FIGURE)
    assert fillers, "the answer has fillers"
    for _ in range(20):
        program.key("period")
        if any(FILLER in node["name"] for node in program.everything()):
            break
    program.see_text(FILLER)
    program.key("f")
    wait_until(lambda: len(report_of(program)["fillers"]) == fillers - 1, "one filler less")
    wait_until(lambda: figure(program, FIGURE) not in ("", shown), "the figure to follow")


def put_a_verdict_right(program: Program) -> None:
    """Go to the point most in doubt, turn its verdict, and see the count of points follow."""
    before = {point["id"]: point["covered"] for point in report_of(program)["key_points"]}
    shown = figure(program, "Key points")
    program.key("v")
    assert wait_until(lambda: program.focused()["name"].startswith("Correct the verdict"), "V to lead to a point")
    program.key("v")
    wait_until(lambda: covered(program) != before, "the verdict to be turned")
    changed = [point for point, is_made in covered(program).items() if is_made != before[point]]
    assert len(changed) == 1
    wait_until(lambda: figure(program, "Key points") not in ("", shown), "the count to follow")


def covered(program: Program) -> dict[str, bool]:
    return {point["id"]: point["covered"] for point in report_of(program)["key_points"]}


def write_a_note(program: Program) -> None:
    program.tab_to("Notes")
    program.write(NOTE)
    wait_until(lambda: program.kept_answers()[0]["note"] == NOTE, "the note to be kept")


def export_as_pdf(program: Program, target: Path) -> None:
    program.key("ctrl+e")
    program.see("Export", "label")
    program.tab_to("Format")
    program.key("p")
    program.see_text("A4 pages")
    program.key("Return")
    program.see("File name:", "text")
    program.key("ctrl+a")
    program.write(str(target))
    program.key("Return")
    wait_until(target.exists, "the PDF")
    program.see_text(target.name)
    assert target.read_bytes().startswith(b"%PDF")


def compare_with_the_other_try(program: Program) -> None:
    program.tab_to("Compare with the answer from")
    program.key("Return")
    program.see("Compare", "label")
    wait_until(lambda: program.glimpse("Play earlier answer"), "both tries")
    assert program.glimpse("Play later answer")
    program.key("Escape")
    program.see("Review")


def test_an_answer_is_looked_back_on_by_keyboard_alone(
    start_program: StartProgram, candidate: Candidate, tmp_path: Path
) -> None:
    two_tries(start_program(), candidate)
    program = start_program()
    open_review(program)
    program.tab_to("Answers")
    take_a_flag_off(program)
    put_a_verdict_right(program)
    write_a_note(program)
    export_as_pdf(program, tmp_path / "my-answer.pdf")
    compare_with_the_other_try(program)
    assert program.kept_answers()[0]["note"] == NOTE
    program.close()


def test_an_answer_deleted_in_review_comes_back_within_the_time_to_undo(
    start_program: StartProgram, candidate: Candidate
) -> None:
    two_tries(start_program(), candidate)
    program = start_program()
    open_review(program)
    program.tab_to("Answers")
    assert len(program.children("Answers")) == 2
    program.key("Delete")
    program.see_text("The answer and its recording have been deleted")
    wait_until(lambda: len(program.children("Answers")) == 1, "the answer to be out of sight")
    program.key("ctrl+z")
    wait_until(lambda: len(program.children("Answers")) == 2, "the answer to be back")
    program.close()
    assert len(program.kept_answers()) == 2
