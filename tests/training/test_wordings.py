"""Wordings put together from statements: their labels follow from what they were put together from."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from question_bank.bank import Bank
from tests.answers.labelled import Statements
from tests.training.wordings import in_lists, in_own_words, model_answers, put_right, read_back

MADE = ("Cats sleep by day.", "Most of the day a cat sleeps.", "You find it asleep at noon.")
CONTRARY = ("Cats never sleep by day.", "By day a cat is awake.")


def row(point: str, claim: str = "A cat sleeps by day.") -> Statements:
    return Statements("pets", point, claim, MADE, CONTRARY, ("Cats are small.",))


def rows() -> list[Statements]:
    return [row(point) for point in ("one", "two", "three")]


@pytest.mark.parametrize("seed", range(5))
def test_a_claim_in_its_own_words_is_made_and_denied_it_is_contrary(seed: int) -> None:
    for pair in in_own_words(rows(), random.Random(seed)):
        denied = any(word in pair.said for word in ("not true", "don't think", "isn't the case", "Nobody says"))
        assert pair.label == ("contrary" if denied else "made")
        assert "A cat sleeps by day" in pair.said


def test_a_claim_about_the_answer_itself_is_never_said() -> None:
    assert in_own_words([row("one", "Says what was gained.")], random.Random(1)) == []


@pytest.mark.parametrize("seed", range(5))
def test_the_last_word_counts(seed: int) -> None:
    for pair in put_right(rows(), random.Random(seed)):
        wrong_at = max(pair.said.lower().rfind(text.lower().rstrip(".")) for text in CONTRARY)
        right_at = max(pair.said.lower().rfind(text.lower().rstrip(".")) for text in (*MADE, "A cat sleeps by day."))
        assert pair.label == ("made" if right_at > wrong_at else "contrary")


@pytest.mark.parametrize("seed", range(5))
def test_a_list_holds_three_statements_each_with_its_own_label(seed: int) -> None:
    pairs = in_lists(rows(), random.Random(seed))
    assert len(pairs) == 3
    said = {pair.said for pair in pairs}
    assert len(said) == 1
    contrary = sum(said.copy().pop().lower().count(text.lower().rstrip(".")) for text in CONTRARY)
    assert Counter(pair.label for pair in pairs)["contrary"] == contrary


def test_no_list_is_made_of_fewer_than_three() -> None:
    assert in_lists(rows()[:2], random.Random(1)) == []


def test_a_question_said_back_says_neither() -> None:
    question = Bank.load().questions[0]
    pairs = read_back([question], random.Random(1))
    assert {pair.label for pair in pairs} == {"neither"}
    assert all(question.text in pair.said for pair in pairs)
    assert [pair.claim for pair in pairs] == [point.text for point in question.key_points]


def test_a_model_answer_makes_every_point() -> None:
    questions = Bank.load().questions[:5]
    for answer, question in zip(model_answers(questions), questions, strict=True):
        assert answer.labels == {point.id: "made" for point in question.key_points}
