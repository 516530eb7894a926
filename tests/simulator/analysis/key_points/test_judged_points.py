"""What an answer says of its question is judged in one place: points, halves and red flags agree with one another."""

from __future__ import annotations

from question_bank.bank import Bank
from simulator.analysis.key_points.judged_points import judge_points
from simulator.analysis.utterance import Utterance
from tests.fakes import FakeMeter

LSTM = Bank.load().get("dl.lstm.gates")
BEGUN = "It has to do with the gradients, over the steps they get lost."


def test_every_point_has_its_result_in_order() -> None:
    judged = judge_points(Utterance.typed(LSTM.model_answer), LSTM)
    assert [result.id for result in judged.key_points] == [point.id for point in LSTM.key_points]


def test_a_point_begun_is_marked_where_it_was_touched() -> None:
    utterance = Utterance.typed(BEGUN)
    vanishing = next(result for result in judge_points(utterance, LSTM).key_points if result.id == "vanishing")
    assert (vanishing.covered, vanishing.word_index) == (False, None)
    assert vanishing.half_word_index is not None
    assert utterance.words[vanishing.half_word_index].text.strip(",.") in {"gradients", "steps", "lost"}


def test_a_point_found_by_its_meaning_is_no_mere_name() -> None:
    utterance = Utterance.typed("I think it is hmm something like that, and it lets the old state through as it was.")
    entailment = FakeMeter(LSTM.key_points[0].id).measure(utterance, LSTM)
    first = judge_points(utterance, LSTM, entailment).key_points[0]
    assert (first.covered, first.found_by, first.half_word_index) == (True, "meaning", None)
