"""Nothing leaves the computer: an interview with the network cut off, and not even a socket for it."""

from __future__ import annotations

from pathlib import Path

from tests.end_to_end.candidate import Candidate
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import answer_aloud, begin_drill


def test_an_interview_needs_no_network_and_opens_no_socket(
    start_program: StartProgram, candidate: Candidate, tmp_path: Path
) -> None:
    """On a library without the speech model, so that its installation is in it too."""
    trace = tmp_path / "sockets.txt"
    watched = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket", "-o", str(trace))
    program = start_program(tmp_path / "fresh", within=("unshare", "--net", *watched))
    begin_drill(program)
    transcript = answer_aloud(program, candidate)
    assert transcript.lower().startswith("first")
    program.key("n")
    program.see_text("Question 2 of 3")
    program.press("End interview")
    program.see("Summary")
    program.key("ctrl+3", "ctrl+4", "ctrl+5")

    sockets = trace.read_text().splitlines()
    assert any("AF_UNIX" in line for line in sockets), "the trace saw nothing at all"
    assert [line for line in sockets if "AF_INET" in line] == []
