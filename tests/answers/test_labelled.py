"""The labelled data belongs to the bank as it is: every question, point and red flag, in the number agreed on."""

from __future__ import annotations

from collections import Counter, defaultdict

from question_bank.bank import Bank
from tests.answers.labelled import (
    labelled_answers,
    opposed_statements,
    red_flag_sentences,
    statements,
    strangers_answers,
    strangers_development_answers,
    strangers_red_flag_sentences,
)
from tests.answers.parts import Part, is_development, part_of

LEAST_ANSWERS = 6
ALWAYS = {"good", "partial", "wrong", "jargon"}


def test_every_key_point_has_its_statements(bank: Bank) -> None:
    said = {(row.question, row.point): row for row in statements()}
    points = {(question.id, point.id): point.text for question in bank.questions for point in question.key_points}
    assert {key: row.claim for key, row in said.items()} == points
    assert [key for key, row in said.items() if (len(row.made), len(row.contrary), len(row.neither)) < (6, 4, 4)] == []


def test_claims_that_are_learnt_from_are_said_and_denied_in_textbook_words(bank: Bank) -> None:
    said = {(row.question, row.point): row for row in opposed_statements("textbook")}
    learnt = [question for question in bank.questions if part_of(question.id, question.topics) is Part.TRAINING]
    points = {(question.id, point.id): point.text for question in learnt for point in question.key_points}
    assert {key: row.claim for key, row in said.items()} == points
    for row in said.values():
        assert len(row.made) == len(row.contrary) == len({*row.made, *row.contrary}) / 2 == 2, row


def test_every_red_flag_has_its_sentences(bank: Bank) -> None:
    flags = {(question.id, flag.text) for question in bank.questions for flag in question.red_flags}
    assert {(row.question, row.red_flag) for row in red_flag_sentences()} == flags
    assert [row for row in red_flag_sentences() if min(len(row.commits), len(row.rejects)) < 3] == []


def test_every_question_has_good_and_bad_answers_labelled_point_by_point(bank: Bank) -> None:
    kinds: dict[str, list[str]] = defaultdict(list)
    for answer in labelled_answers():
        kinds[answer.question].append(answer.kind)
        assert set(answer.labels) == {point.id for point in bank.get(answer.question).key_points}, answer
    assert set(kinds) == {question.id for question in bank.questions}
    assert [name for name, found in kinds.items() if len(found) < LEAST_ANSWERS or not set(found) >= ALWAYS] == []


def test_strangers_answered_only_what_is_never_learnt_from(bank: Bank) -> None:
    assert strangers_answers()
    for answer in strangers_answers():
        question = bank.get(answer.question)
        assert part_of(question.id, question.topics) is Part.UNSEEN_QUESTIONS
        assert set(answer.labels) == {point.id for point in question.key_points}, answer


def test_strangers_answered_every_question_that_is_held_back_to_choose_by(bank: Bank) -> None:
    kinds: dict[str, list[str]] = defaultdict(list)
    for answer in strangers_development_answers():
        question = bank.get(answer.question)
        kinds[question.id].append(answer.kind)
        assert set(answer.labels) == {point.id for point in question.key_points}, answer
    assert set(kinds) == {
        question.id
        for question in bank.questions
        if part_of(question.id, question.topics) is Part.TRAINING and is_development(question.id)
    }
    assert all(found.count("wrong") == found.count("good") == 2 for found in kinds.values())


def test_strangers_said_every_red_flag_of_what_is_never_learnt_from(bank: Bank) -> None:
    unseen = [one for one in bank.questions if part_of(one.id, one.topics) is Part.UNSEEN_QUESTIONS]
    flags = {(question.id, flag.text) for question in unseen for flag in question.red_flags}
    assert {(row.question, row.red_flag) for row in strangers_red_flag_sentences()} == flags
    assert {(len(row.commits), len(row.rejects)) for row in strangers_red_flag_sentences()} == {(3, 3)}


def test_nothing_is_said_twice() -> None:
    for row in statements():
        counts = Counter((*row.made, *row.contrary, *row.neither))
        assert max(counts.values()) == 1, row


def test_a_fifth_of_the_questions_and_three_topics_are_kept(bank: Bank) -> None:
    parts = Counter(part_of(question.id, question.topics) for question in bank.questions)
    assert parts[Part.UNSEEN_TOPICS] >= 20
    assert 0.15 < parts[Part.UNSEEN_QUESTIONS] / len(bank.questions) < 0.25
