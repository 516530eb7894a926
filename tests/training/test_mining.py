"""Which windows of whole answers are learnt from, with a reader that finds what is marked in the text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from question_bank.bank import Bank
from question_bank.models import Question
from tests.answers.labelled import Kind, LabelledAnswer, Verdict
from tests.training.mining import mined
from tests.training.pairs import Pair

SAID = "Rivers freeze late. {} Gardens need rain. {} Boats are slow."
NOTHING = "Trees grow."


def reader(pairs: list[Pair]) -> Sequence[Sequence[float]]:
    """Sentences marked RIGHT make whatever they are held against, those marked WRONG turn it round."""
    return [
        (0.8, 0.1, 0.1) if "RIGHT" in pair.said else (0.1, 0.8, 0.1) if "WRONG" in pair.said else (0.05, 0.05, 0.9)
        for pair in pairs
    ]


@pytest.fixture(scope="module")
def question() -> Question:
    return next(question for question in Bank.load().questions if question.key_points)


def answer(question: Question, first: str, second: str, label: Verdict, kind: Kind = "hedged") -> LabelledAnswer:
    labels: dict[str, Verdict] = {point.id: "half" for point in question.key_points}
    return LabelledAnswer(question.id, kind, SAID.format(first, second), labels | {question.key_points[0].id: label})


def told(question: Question, mark: str) -> str:
    """A sentence that is surely among those read, since it has all words of the claim."""
    return f"{mark} {question.key_points[0].text}"


def test_a_point_that_was_made_is_learnt_from_the_window_that_makes_it(question: Question) -> None:
    (pair,) = mined([answer(question, told(question, "RIGHT"), NOTHING, "made")], reader)
    assert pair.label == "made"
    assert pair.claim == question.key_points[0].text
    assert "RIGHT" in pair.said


def test_where_no_window_makes_it_nothing_is_learnt(question: Question) -> None:
    assert mined([answer(question, NOTHING, NOTHING, "made")], reader) == []


def test_where_a_cue_is_meant_it_is_made_however_little_the_reader_sees(question: Question) -> None:
    cue = next(cue for cue in question.key_points[0].cues if len(cue.split()) > 1)
    (pair,) = mined([answer(question, f"Then there is {cue}.", "RIGHT", "made")], reader)
    assert (pair.label, cue in pair.said) == ("made", True)


def test_what_only_seems_to_make_a_point_that_was_left_out_says_neither(question: Question) -> None:
    (pair,) = mined([answer(question, told(question, "RIGHT"), NOTHING, "not")], reader)
    assert (pair.label, "RIGHT" in pair.said) == ("neither", True)


def test_so_does_what_only_seems_to_turn_it_round(question: Question) -> None:
    pairs = mined([answer(question, told(question, "WRONG"), NOTHING, "not")], reader)
    assert {pair.label for pair in pairs} == {"neither"}
    assert any("WRONG" in pair.said for pair in pairs)


def test_the_contrary_is_learnt_from_the_window_that_says_it(question: Question) -> None:
    pairs = mined([answer(question, NOTHING, told(question, "WRONG"), "contrary")], reader)
    assert [pair.label for pair in pairs] == ["contrary"]


def test_what_was_taken_back_is_left_out(question: Question) -> None:
    assert mined([answer(question, told(question, "WRONG"), NOTHING, "made", "taken-back")], reader) == []


def test_a_red_flag_that_only_seems_to_be_said_in_a_good_answer_says_neither() -> None:
    question = next(question for question in Bank.load().questions if question.red_flags and question.key_points)
    flag = question.red_flags[0].text
    labels: dict[str, Verdict] = {point.id: "half" for point in question.key_points}
    said = LabelledAnswer(question.id, "good", SAID.format(f"RIGHT {flag}", NOTHING), labels)
    pairs = [pair for pair in mined([said], reader) if pair.claim == flag]
    assert [pair.label for pair in pairs] == ["neither"]
