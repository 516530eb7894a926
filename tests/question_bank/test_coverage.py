"""The list of what the bank should cover, and what is still short."""

from __future__ import annotations

from question_bank.bank import Bank
from question_bank.coverage import WANTED, Shortage, is_known_topic, shortages
from question_bank.models import Role, Round


def test_the_list_holds_topics_with_their_numbers() -> None:
    assert WANTED["found.bias-variance"] == 4
    assert WANTED["found.f1"] == 2
    assert WANTED["prog.data-structures"] == 8
    assert WANTED["you.cv-technique"] == 0
    areas = {"found", "ml", "dl", "nlp", "cv", "prog", "de", "prod", "case", "you"}
    assert {topic.partition(".")[0] for topic in WANTED} == areas


def test_own_topics_are_free_and_others_must_be_listed() -> None:
    assert is_known_topic("own.anything")
    assert is_known_topic("ml.svm")
    assert not is_known_topic("ml.svn")
    assert not is_known_topic("role.ml-engineer")


def test_an_empty_bank_lacks_everything() -> None:
    short = shortages(())
    assert Shortage("found.linear-algebra", 3, 0) in short
    assert Shortage("role.ml-engineer × round.final", 8, 0) in short
    assert len(short) == len(WANTED) - 1 + len(Role) * len(Round)


def test_what_is_covered_is_not_short() -> None:
    short = {shortage.what for shortage in shortages(Bank.load().questions)}
    assert "case.card-fraud" not in short
    assert "role.ml-engineer × round.machine-learning" not in short
