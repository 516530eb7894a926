from __future__ import annotations

import random

from question_bank.bank import Bank
from simulator.analysis.report import KeyPointResult
from tests.answers.labelled import statements
from tests.benchmarks.answers.proof import is_shown, put_together


def test_each_statement_stands_where_it_is_said_to_stand() -> None:
    question = Bank.load().get("dl.dropout.what-and-why")
    known = {row.point: row for row in statements() if row.question == question.id}
    answers = list(put_together(question, random.Random(1)))
    assert {answer.side for answer in answers} == {"made", "contrary"}
    for answer in answers:
        words = answer.text.split()
        for point, (first, last) in answer.places.items():
            said = " ".join(words[first : last + 1])
            assert said.rstrip(".") in [one.rstrip(".?!") for one in getattr(known[point], answer.side)]


def test_proof_lies_within_its_own_statement() -> None:
    places = {"why": (10, 19)}
    for first, count, shown in ((10, 10, True), (12, 3, True), (9, 5, False), (15, 6, False), (None, 1, False)):
        result = KeyPointResult("why", True, None, first, count, "meaning", verdict="made", probability=0.9)
        assert is_shown(result, places) is shown
