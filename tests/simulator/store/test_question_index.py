"""The bank is found by its words, and no text typed into a search box is ever an error."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.store.question_index import QuestionIndex
from tests.simulator.store.builders import a_question

OVERFITTING = a_question("one", "What is overfitting?")
BATCH_NORM = replace(a_question("two", "Why batch norm?"), code="model.train()")
INDEX = QuestionIndex((OVERFITTING, BATCH_NORM))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("overfit", {"one"}),
        ("thins", {"one", "two"}),
        ("deep learning", {"one", "two"}),
        ("overfitting norm", set()),
        ("train", {"two"}),
        ("?!", set()),
        ("", set()),
    ],
)
def test_questions_are_found_by_text_key_point_topic_and_code(text: str, found: set[str]) -> None:
    assert {question.id for question in INDEX.search(text)} == found


def test_the_words_of_the_question_come_first() -> None:
    other = replace(OVERFITTING, id="three", text="What does a dropout layer do to overfitting, in thin networks?")
    index = QuestionIndex((OVERFITTING, replace(other, text="Which networks are thin?"), other))
    assert index.search("thin")[0].text == "Which networks are thin?"
    index.close()


def test_it_may_be_made_beside_the_window() -> None:
    made: list[QuestionIndex] = []
    worker = threading.Thread(target=lambda: made.append(QuestionIndex((OVERFITTING,))))
    worker.start()
    worker.join()
    assert made[0].search("overfitting") == (OVERFITTING,)
    made[0].close()


@given(text=st.one_of(st.text(max_size=40), st.text(alphabet='"*()^:-+ANDORNEAR ab\0', max_size=20)))
def test_any_text_can_be_searched_for(text: str) -> None:
    INDEX.search(text)
