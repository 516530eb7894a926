"""What strangers put before and behind a question is taken off, and what asks is told from what does not."""

from __future__ import annotations

import pytest

from question_bank.exchange.asked_text import (
    cleaned_question,
    is_answer_heading,
    label_of,
    looks_asked,
    split_asked,
    without_answer_label,
)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Q1: What is A?", "What is A?"),
        ("Question 12. What is A?", "What is A?"),
        ("3) What is A? [src]", "What is A?"),
        ("1.2. What is A? 👶", "What is A?"),
        ("[E] What is A?", "What is A?"),
        ("[ ] 4. What is A?", "What is A?"),
        ("3D or 2D?", "3D or 2D?"),
        ("2 × 2 tables?", "2 × 2 tables?"),
        ("Question 3", ""),
        ("Quantiles?", "Quantiles?"),
    ],
)
def test_the_question_alone_is_kept(text: str, question: str) -> None:
    assert cleaned_question(text) == question


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("What is A?", True),
        ("Explain A", True),
        ("Difference between A and B", True),
        ("How it works:", False),
        ("What: a thing", False),
        ("Gradient descent", False),
        ("Explain", False),
        ("?", False),
    ],
)
def test_what_asks_is_known(text: str, is_asked: bool) -> None:
    assert looks_asked(text) == is_asked


@pytest.mark.parametrize(
    ("text", "asked", "rest"),
    [
        ("What is A? It is B.", "What is A?", "It is B."),
        ("What is A? Why? It is B. Is it?", "What is A? Why?", "It is B. Is it?"),
        ("What is A?\nB", "What is A?", "B"),
        ("Name A\nAnswer: B", "Name A", "Answer: B"),
        ("What is A? (hard)", "What is A? (hard)", ""),
        ("No question. At all.", "No question. At all.", ""),
    ],
)
def test_an_answer_on_the_same_line_is_cut_off(text: str, asked: str, rest: str) -> None:
    assert split_asked(text) == (asked, rest)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Answer: It is.", "It is."),
        ("A. It is.", "It is."),
        ("Ans - It is.", "It is."),
        ("A-priori it is.", "A-priori it is."),
        ("A model is.", "A model is."),
        ("Answer here", ""),
        ("[To be filled]", ""),
        ("Answer: TODO", ""),
    ],
)
def test_the_label_of_an_answer_is_taken_off(text: str, answer: str) -> None:
    assert without_answer_label(text) == answer


def test_labels_and_headings_of_answers_are_known() -> None:
    assert (label_of("Q3. What?"), label_of("What?")) == ("Q3.", "")
    assert is_answer_heading("▶ Show the answer")
    assert is_answer_heading("Click to expand!")
    assert not is_answer_heading("Answers in depth")
