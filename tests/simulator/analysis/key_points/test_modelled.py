from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.bank import Bank
from question_bank.models import KeyPoint
from simulator.analysis.key_points.modelled import modelled

QUESTION = next(question for question in Bank.load().questions if question.key_points)
THINS = KeyPoint("thins", "Dropout sets random units to zero while training.", ("random units", "switches off"))
SCALES = KeyPoint("scales", "Outputs are scaled so that their mean stays the same.", ("scaled", "expected value"))
ANSWER = (
    "It switches off a random share of the units at each training step. What is left is scaled up, so that the mean"
    " of the outputs stays the same. I would try it on a wide layer first."
)


def test_each_point_has_the_sentence_that_shares_most_with_it() -> None:
    question = replace(QUESTION, key_points=(THINS, SCALES), model_answer=ANSWER)
    assert modelled(question) == {
        THINS.text: "It switches off a random share of the units at each training step.",
        SCALES.text: "What is left is scaled up, so that the mean of the outputs stays the same.",
    }


def test_a_cue_that_is_said_whole_counts_more_than_words_in_common() -> None:
    point = KeyPoint("where", "It is only used while a deep network is being trained.", ("wide layer",))
    question = replace(QUESTION, key_points=(point,), model_answer=ANSWER)
    assert modelled(question)[point.text] == "I would try it on a wide layer first."


@pytest.mark.parametrize(
    "answer",
    ["", "It depends.", " ".join(["Dropout sets random units to zero while training and then"] * 6) + " stops."],
    ids=["none", "nothing in common", "too long to be read"],
)
def test_a_point_of_which_the_model_answer_says_nothing_is_left_out(answer: str) -> None:
    assert modelled(replace(QUESTION, key_points=(THINS,), model_answer=answer)) == {}


def test_nearly_all_points_of_the_bank_are_found_in_their_model_answers() -> None:
    questions = [question for question in Bank.load().questions if question.model_answer]
    points = sum(len(question.key_points) for question in questions)
    assert sum(len(modelled(question)) for question in questions) > 0.95 * points
