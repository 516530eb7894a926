"""What the recogniser is told beforehand: the question's words, and the user's own within the same budget."""

from __future__ import annotations

from dataclasses import replace

from recordings.transcription.terms import MOST_TERMS, terms_of
from simulator.background.made import PACK
from tests.ui.samples import OVERFITTING

OWN = ("Nordwind", "XGBoost")


def test_the_questions_cues_come_first_and_the_users_words_fill_what_is_left() -> None:
    cues = terms_of(OVERFITTING)
    assert terms_of(OVERFITTING, OWN) == (*cues, *OWN)
    assert "gap" not in cues


def test_a_name_that_the_question_says_comes_before_everything() -> None:
    asked = replace(OVERFITTING, text="Why xgboost?")
    assert terms_of(asked, OWN)[0] == "XGBoost"


def test_questions_on_ones_own_work_need_ones_own_words_first() -> None:
    assert terms_of(replace(OVERFITTING, pack=PACK), OWN)[:2] == OWN


def test_there_are_never_more_than_the_prompt_takes() -> None:
    assert len(terms_of(OVERFITTING, tuple(f"term {number}" for number in range(50)))) == MOST_TERMS
