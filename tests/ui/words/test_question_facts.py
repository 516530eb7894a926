from __future__ import annotations

from dataclasses import replace

from question_bank.labels import topic_label
from question_bank.models import Role, Round
from simulator.bank_view import UsersView
from tests.ui.samples import OVERFITTING
from ui.words.question_facts import facts_of, facts_with_target, for_whom, main_facts_of, marks_of

QUESTION = replace(OVERFITTING, topics=("ml.overfitting", "ml.trees"))


def test_kind_and_level_come_before_topics() -> None:
    both = f"{topic_label('ml.overfitting')}, {topic_label('ml.trees')}"
    assert facts_of(QUESTION).endswith(f" · level 2 · {both}")
    assert main_facts_of(QUESTION) == facts_of(QUESTION).removesuffix(f", {topic_label('ml.trees')}")
    assert facts_with_target(QUESTION).endswith(f" · level 2 · target 2:00 · {both}")


def test_for_whom_it_is_names_all_in_two_words() -> None:
    assert for_whom(replace(QUESTION, rounds=tuple(Round), roles=tuple(Role))) == "Every round\nEvery role"
    assert for_whom(replace(QUESTION, rounds=(Round.FINAL,), roles=(Role.ML_ENGINEER,))).endswith("\nML engineer")


def test_what_the_user_has_to_do_with_it_is_marked() -> None:
    assert marks_of(QUESTION, UsersView()) == ""
    assert marks_of(QUESTION, UsersView(due=frozenset({QUESTION.id}), starred=frozenset({QUESTION.id}))) == "due · ★"
