"""Numbered questions in plain text: whose answers stand below them, in paragraphs, lists and code."""

from __future__ import annotations

from pathlib import Path

import pytest

from question_bank.exchange.formats import Format
from question_bank.exchange.plain_lists import as_document, is_question_list
from tests.question_bank.exchange.samples import imported

NUMBERED = """\
1. What is regularization?
It adds a penalty to the loss. L1 gives sparse weights,
and L2 shrinks them all.

2) Explain bagging.
Models are trained on samples. It works like this:

1. Draw a sample.
2. Train a model on it.

For example, random forests do so.
3. What is recursion?

A function that calls itself:

    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)

It needs a base case.
"""
LABELLED = (
    "Q1: What does HAVING do?\nA: It filters groups: COUNT(*) > 3 or SUM(*) > 2.\n\nQ2: And WHERE?\nA: Rows, a_b and "
    "c__d.\n"
)


def test_each_number_that_counts_on_is_a_question(tmp_path: Path) -> None:
    first, second, third = imported(tmp_path, NUMBERED, Format.ANKI)
    assert [first.text, second.text, third.text] == [
        "What is regularization?",
        "Explain bagging.",
        "What is recursion?",
    ]
    assert first.model_answer == "It adds a penalty to the loss. L1 gives sparse weights, and L2 shrinks them all."
    assert [point.text for point in second.key_points] == ["Draw a sample.", "Train a model on it."]
    assert second.model_answer.endswith("For example, random forests do so.")


def test_code_belongs_to_the_answer_and_makes_no_key_point(tmp_path: Path) -> None:
    third = imported(tmp_path, NUMBERED, Format.ANKI)[2]
    assert [point.text for point in third.key_points] == ["A function that calls itself:", "It needs a base case."]
    assert "def fact(n):" in third.model_answer


def test_nothing_in_plain_text_is_markup(tmp_path: Path) -> None:
    first, second = imported(tmp_path, LABELLED, Format.ANKI)
    assert first.model_answer == "It filters groups: COUNT(*) > 3 or SUM(*) > 2."
    assert second.model_answer == "Rows, a_b and c__d."


@pytest.mark.parametrize(
    "text",
    [
        "What is A?\tIt is a letter.\nWhat is B?\tAnother.\n",
        "#separator:semicolon\n1. What is A?;A letter\n2. What is B?;Another\n",
        "1. What is A?\n2. What is B?\n",
        "1. Clone it\n2. Run it\nDone.\n",
        "",
    ],
)
def test_cards_bare_questions_and_steps_are_no_such_list(text: str) -> None:
    assert not is_question_list(text)


def test_lines_stay_where_they_are() -> None:
    assert as_document(NUMBERED).count("\n") == NUMBERED.count("\n")
