"""The list of what the bank should cover, and what is still short."""

from __future__ import annotations

import pytest

from question_bank.bank import Bank
from question_bank.coverage import WANTED, WANTED_PER_ROLE_AND_ROUND, Shortage, is_known_topic, shortages
from question_bank.models import Role, Round


def test_the_list_holds_topics_with_their_numbers() -> None:
    assert WANTED["found.bias-variance"] == 4
    assert WANTED["found.f1"] == 2
    assert WANTED["prog.data-structures"] == 8
    assert WANTED["you.cv-technique"] == 0
    areas = {"found", "ml", "dl", "nlp", "cv", "prog", "de", "prod", "robotics", "case", "you"}
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


@pytest.fixture(scope="module")
def built_in() -> Bank:
    return Bank.load()


def test_the_built_in_bank_covers_everything(built_in: Bank) -> None:
    assert shortages(built_in.questions) == ()


@pytest.mark.parametrize(("topic", "wanted"), WANTED.items())
def test_one_question_too_few_on_a_topic_is_told(built_in: Bank, topic: str, wanted: int) -> None:
    carrying = built_in.matching(topic=topic)
    kept = {question.id for question in carrying[: max(0, wanted - 1)]}
    left = [question for question in built_in.questions if topic not in question.topics or question.id in kept]
    assert (Shortage(topic, wanted, wanted - 1) in shortages(left)) is (wanted > 0)


def test_a_thin_pair_of_role_and_round_is_told(built_in: Bank) -> None:
    role, round_ = Role.ROBOTICS_ENGINEER, Round.SYSTEM_DESIGN
    pair = built_in.matching(role, round_)
    kept = {question.id for question in pair[: WANTED_PER_ROLE_AND_ROUND - 1]}
    left = [question for question in built_in.questions if question not in pair or question.id in kept]
    assert Shortage(f"{role} × {round_}", WANTED_PER_ROLE_AND_ROUND, 7) in shortages(left)
