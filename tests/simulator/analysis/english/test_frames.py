"""Frames of speech: what each kind of slot lets through."""

from __future__ import annotations

import pytest

from simulator.analysis.english.frames import Frames, spoken_line
from simulator.analysis.utterance import Utterance

_CLASSES = {"we": "i|we", "shall": "would|am_going_to", "plan": "{we}|my_plan"}


def _line(text: str) -> str:
    utterance = Utterance.typed(text)
    return spoken_line(utterance.words[one.first : one.last + 1] for one in utterance.sentences)


@pytest.mark.parametrize(
    ("frame", "text", "is_heard"),
    [
        ("{we} {shall} use", "I'd use trees.", True),
        ("{we} {shall} use", "I'm, um, going to use trees.", True),
        ("{we} {shall} use", "They would use trees.", False),
        ("use", "I used trees.", False),
        ("go_with|take", "We go with trees.", True),
        ("would [just] take", "I would just take trees.", True),
        ("would [just] take", "I would never take trees.", False),
        ("take * trees", "Take the trees.", True),
        ("take * trees", "Take trees.", False),
        ("either ... or", "It's either one tree, or a hundred of them.", True),
        ("either ... or", "It's either. Or not.", False),
        ("~model assumes", "The model assumes it.", False),
        ("~model assumes", "She assumes it.", True),
        ("assume !you_know", "I assume you know.", False),
        ("assume !you_know", "I assume, you know, nothing.", False),
        ("assume !you_know", "I assume nothing.", True),
        (". say", "Good. Say there are ten.", True),
        (". say", "I'd say so.", False),
        ("may i ... ?", "May I use each coin twice?", True),
        ("may i ... ?", "May I be honest. Yes?", False),
        ("checks :", "Checks: none.", True),
        ("checks :", "Checks none.", False),
        ("wins /", "So the tree wins, I think.", True),
        ("wins /", "The tree wins over most.", False),
        ("{plan} is", "My plan is simple.", True),
        ("trade_off", "It's a trade-off.", True),
    ],
)
def test_a_slot_lets_through_what_it_should(frame: str, text: str, is_heard: bool) -> None:
    assert Frames.of(frame, _CLASSES).are_heard(_line(text)) is is_heard


def test_headings_are_no_frames_and_what_was_heard_can_be_read() -> None:
    frames = Frames.of("# A choice.\n  i would\n  never said\n", _CLASSES)
    assert frames.lines == ("i would", "never said")
    assert frames.heard_in(_line("I'd go.")) == ("i would",)
    assert [*frames.places(_line("I'd go."))] == [len(". i would ")]


def test_a_line_writes_contractions_out_and_marks_sentences() -> None:
    assert _line("Let's see: it's uh right, isn't it? Yes") == ". let us see : it is right , is not it ? yes . "
