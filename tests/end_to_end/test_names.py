"""What a screen reader finds: a name on everything one can reach, and the names that others rely on."""

from __future__ import annotations

import pytest

from tests.end_to_end.interviews import HeldInterview
from tests.end_to_end.program import Node

EVERY_SCREEN = (
    "Practise", "History", "Progress", "Questions", "Settings", "Keys", "Interview", "Feedback", "Summary",
    "Review", "History, next day",
)  # fmt: skip
NAVIGATION = {"Practise", "History", "Progress", "Questions", "Settings"}
CONTRACT = {
    "Practise": {
        "Viva Voce", *NAVIGATION, "Role", "Round", "Number of questions", "Microphone", "Microphone level",
        "Start interview", "Quick drill",
    },
    "Interview": {
        "Question", "Replay question", "Start answer", "Skip question", "Pause", "End interview", "Answer timer",
        "Live captions",
    },
    "Feedback": {"Feedback", "Play answer", "Answer again", "Next question", *NAVIGATION},
    "Summary": {"Summary", *NAVIGATION},
    "Review": {"Answers", "Transcript", "Play", "Notes", *NAVIGATION},
    "History": {"Search", *NAVIGATION},
    "History, next day": {"Sessions", "Search"},
}  # fmt: skip


def spoken_name(node: Node) -> str:
    """The name by which a screen reader calls a control: its label's, where it has one."""
    return str(node["label"] or node["name"]).strip()


@pytest.mark.parametrize("screen", EVERY_SCREEN)
def test_everything_that_can_have_the_focus_has_a_name(interview: HeldInterview, screen: str) -> None:
    reachable = [node for node in interview.screens[screen] if node["focusable"]]
    assert reachable
    assert [node for node in reachable if not spoken_name(node)] == []


@pytest.mark.parametrize("screen", CONTRACT)
def test_the_names_that_others_rely_on_are_there(interview: HeldInterview, screen: str) -> None:
    shown = {node["name"] for node in interview.screens[screen]} | {node["label"] for node in interview.screens[screen]}
    assert CONTRACT[screen] <= shown


def test_start_and_stop_are_one_button(interview: HeldInterview) -> None:
    names = [node["name"] for node in interview.screens["Interview"]]
    assert "Start answer" in names
    assert "Stop answer" not in names


def test_the_window_bears_the_name_of_the_program(interview: HeldInterview) -> None:
    for screen in EVERY_SCREEN:
        assert any(node["role"] == "frame" and node["name"] == "Viva Voce" for node in interview.screens[screen])


def test_the_question_and_the_clock_are_told(interview: HeldInterview) -> None:
    told = {node["name"]: node["description"] for node in interview.screens["Interview"]}
    assert told["Question"] == interview.question
    assert told["Answer timer"] == "0:00, target 0:35"
