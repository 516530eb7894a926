"""How long an interview to come takes, or what is due, in words. `simulator.interview.plan` works it out."""

from __future__ import annotations

from typing import Final

from ui.words.times import counted

WHAT_AN_INTERVIEW_IS: Final = "You hear a question, answer out loud, and see what to improve."


def about_length(count: int, minutes: int, *, is_timed: bool) -> str:
    """The one of the two that was not chosen: "about 12 minutes", or "about 5 questions" where time was."""
    return f"about {counted(count, 'question') if is_timed else counted(minutes, 'minute')}"


def first_interview(count: int, minutes: int) -> str:
    """For a newcomer: how long `count` questions take, and what an interview is."""
    takes = f"{counted(minutes, 'minute')} for {counted(count, 'question')}"
    return f"Your first interview will take about {takes}. {WHAT_AN_INTERVIEW_IS}"


def due_length(due_count: int, at_once: int, minutes: int) -> str:
    """How long the `at_once` of those due take that are asked first; empty if none is due."""
    rest = "" if at_once == due_count else f" for the first {at_once} of them"
    return f"About {counted(minutes, 'minute')}{rest}." if due_count else ""
