"""That the network learns from nothing that it is measured on."""

from __future__ import annotations

import json
import random
from pathlib import Path

from question_bank.bank import Bank
from tests.answers.labelled import LabelledAnswer, Statements, statements
from tests.answers.parts import Part, is_development, part_of
from tests.training.pairs import (
    LABELS,
    Pair,
    as_spoken,
    as_written,
    counted,
    entailment,
    nearest_but_not_made,
    own_answers,
    own_statements,
    red_flags,
    students,
)


def questions_of(part: Part) -> set[str]:
    return {question.id for question in Bank.load().questions if part_of(question.id, question.topics) is part}


def test_no_kept_question_is_learnt_from() -> None:
    training = questions_of(Part.TRAINING)
    known = own_statements(development=False) + own_statements(development=True)
    assert {row.question for row in known} <= training
    assert {answer.question for answer in own_answers(development=False)} <= training


def test_what_is_said_of_kept_questions_is_nowhere_among_the_pairs() -> None:
    kept = questions_of(Part.UNSEEN_QUESTIONS) | questions_of(Part.UNSEEN_TOPICS)
    said = {text for row in statements() if row.question in kept for label in LABELS for text in getattr(row, label)}
    learnt = as_written(own_statements(development=False)) + red_flags(development=False)
    shared = {pair.said for pair in learnt} & said
    assert len(shared) < 10  # "I don't know." may be said of anything


def test_questions_to_choose_by_are_apart_from_those_to_learn_from() -> None:
    learnt = {row.question for row in own_statements(development=False)}
    chosen = {row.question for row in own_statements(development=True)}
    assert learnt
    assert chosen
    assert learnt.isdisjoint(chosen)
    assert all(is_development(question) for question in chosen)


def test_statements_keep_their_label_in_company_and_without_punctuation() -> None:
    rows = own_statements(development=True)[:40]
    written, spoken = as_written(rows), as_spoken(rows, random.Random(3))
    assert counted(spoken)["made"] == counted(written)["made"]
    assert counted(spoken)["contrary"] == counted(written)["contrary"]
    assert counted(spoken)["neither"] > counted(written)["neither"]
    assert any(pair.said == pair.said.lower() and "." not in pair.said for pair in spoken)


def test_the_same_chance_gives_the_same_pairs() -> None:
    rows = own_statements(development=True)[:20]
    assert as_spoken(rows, random.Random(7)) == as_spoken(rows, random.Random(7))


def test_a_point_that_is_left_out_is_read_beside_the_sentences_nearest_to_it() -> None:
    question = Bank.load().questions[0]
    point = question.key_points[0]
    text = f"Something else comes first. Nothing here. {point.text} Bye. And one more."
    pairs = nearest_but_not_made([LabelledAnswer(question.id, "partial", text, {point.id: "not"})])
    assert [pair.label for pair in pairs] == ["neither"]
    assert point.text in pairs[0].said


def test_points_that_are_made_teach_no_neither() -> None:
    question = Bank.load().questions[0]
    labels = dict.fromkeys((point.id for point in question.key_points), "made")
    assert nearest_but_not_made([LabelledAnswer(question.id, "good", "All of it.", labels)]) == []  # type: ignore[arg-type]


def test_students_answers_are_split_by_question(tmp_path: Path) -> None:
    rows = [
        {"question_id": f"q{number}", "references": ["It melts."], "answer": f"{number}", "label": "correct"}
        for number in range(50)
    ]
    (tmp_path / "student_answers.jsonl").write_text("\n".join(map(json.dumps, rows)))
    learnt, kept = students(tmp_path, kept=False), students(tmp_path, kept=True)
    assert len(learnt) + len(kept) == len(rows)
    assert kept
    assert {pair.said for pair in learnt}.isdisjoint(pair.said for pair in kept)


def test_public_pairs_have_a_third_of_each_label(tmp_path: Path) -> None:
    rows = [
        {"premise": f"{label} {number}", "hypothesis": "h", "label": label}
        for label in ("entailment", "contradiction", "neutral")
        for number in range(number_of[label])
    ]
    (tmp_path / "entailment.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert dict(counted(entailment(tmp_path, 9, random.Random(1)))) == dict.fromkeys(LABELS, 3)


number_of = {"entailment": 5, "contradiction": 8, "neutral": 4}


def test_a_pair_holds_a_claim_and_what_was_said() -> None:
    row = Statements("q", "p", "Ice melts.", ("It melts.",), ("It does not.",), ("Ice is cold.",))
    assert as_written([row]) == [
        Pair("Ice melts.", "It melts.", "made"),
        Pair("Ice melts.", "It does not.", "contrary"),
        Pair("Ice melts.", "Ice is cold.", "neither"),
    ]
