"""A point told in part is neither made nor missed."""

from __future__ import annotations

import pytest

from question_bank.bank import Bank
from question_bank.models import Question
from simulator.analysis.key_points.half_said import half_said
from simulator.analysis.key_points.matching import find_key_points
from simulator.analysis.report import KeyPointResult
from simulator.analysis.utterance import Utterance

BANK = Bank.load()
L1_L2 = BANK.get("found.regularization.l1-l2")
LSTM = BANK.get("dl.lstm.gates")


def halves(question: Question, said: str) -> dict[str, str]:
    """The points told in part, each with the word where it was touched."""
    utterance = Utterance.typed(said)
    results = find_key_points(utterance, question.key_points, question.text)
    found = half_said(utterance, question.key_points, results, question.text)
    return {point: utterance.words[index].text for point, index in found.items()}


def test_a_name_with_a_hedge_is_half_a_point() -> None:
    assert halves(L1_L2, "Why zero, hmm, it has to do with the diamond I think, something about that.") == {
        "corners": "diamond"
    }


def test_the_same_name_explained_is_the_whole_point() -> None:
    said = "Because of the corners of the diamond. The pull of L1 stays constant near zero, and that of L2 fades."
    assert "why-zero" not in halves(L1_L2, said)


def test_names_in_a_row_are_half_said() -> None:
    assert "forget" in halves(
        LSTM, "It has a forget gate, an input gate and an output gate, and it is really advanced."
    )


def test_names_that_are_explained_are_not() -> None:
    said = "The forget gate decides what is kept. The input gate decides what is written."
    assert "forget" not in halves(LSTM, said)


def test_a_point_of_which_some_words_are_said_is_begun() -> None:
    said = "It has to do with the gradients, over the steps they get lost."
    utterance = Utterance.typed(said)
    results = find_key_points(utterance, LSTM.key_points, LSTM.text)
    assert not results[0].covered
    assert "vanishing" in halves(LSTM, said)


def test_a_point_maybe_made_is_touched_where_its_words_are_else_where_its_window_begins() -> None:
    said = "Well, I would say this. It has to do with the gradients, over the steps they get lost."
    utterance = Utterance.typed(said)
    vanishing, other = LSTM.key_points[:2]
    results = (
        KeyPointResult(vanishing.id, False, None, 5, 13, "meaning", verdict="maybe", probability=0.5),
        KeyPointResult(other.id, False, None, 0, 5, "meaning", verdict="maybe", probability=0.5),
    )
    found = half_said(utterance, LSTM.key_points, results, LSTM.text)
    assert utterance.words[found[vanishing.id]].text == "gradients,"
    assert found[other.id] == 0


def test_what_is_said_the_wrong_way_round_is_not_half_said() -> None:
    utterance = Utterance.typed("It has to do with the gradients, over the steps they get lost.")
    contrary = KeyPointResult("vanishing", False, None, 0, 13, "meaning", verdict="contrary", probability=0.05)
    assert half_said(utterance, LSTM.key_points, (contrary,), LSTM.text) == {}


def test_a_point_made_by_its_meaning_is_no_mere_name() -> None:
    utterance = Utterance.typed("It has a forget gate, an input gate and an output gate.")
    made = tuple(KeyPointResult(point.id, True, None, 0, 11, "meaning", verdict="made") for point in LSTM.key_points)
    assert half_said(utterance, LSTM.key_points, made, LSTM.text) == {}


@pytest.mark.parametrize("said", ["", "um", "We went to the sea and had a very good day there."])
def test_nothing_is_half_said_by_nothing(said: str) -> None:
    assert halves(LSTM, said) == {}


def test_model_answers_rarely_say_a_point_by_half() -> None:
    questions = BANK.questions[::5]
    half = sum(len(halves(question, question.model_answer)) for question in questions)
    assert half <= 0.06 * sum(len(question.key_points) for question in questions)
