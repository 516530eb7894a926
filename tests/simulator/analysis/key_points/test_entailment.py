from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.key_points.entailment import AnswerStretch, Comparison, Entailment
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import heard

SAID = "The network learns every example by heart, and on new ones it is lost. So I show it more of them."


def test_stretches_are_clauses_and_pairs_of_them() -> None:
    comparison = Comparison.of(heard(SAID), OVERFITTING)
    assert comparison.said == (
        "The network learns every example by heart,",
        "The network learns every example by heart, and on new ones it is lost.",
        "and on new ones it is lost.",
        "and on new ones it is lost. So I show it more of them.",
        "So I show it more of them.",
    )
    assert comparison.stretches[0] == AnswerStretch(0, 6)
    assert comparison.stretches[-1] == AnswerStretch(14, 20)


def test_a_word_or_two_are_no_stretch_of_their_own() -> None:
    assert Comparison.of(heard("Okay. The network learns examples by heart."), OVERFITTING).said == (
        "Okay. The network learns examples by heart.",
        "The network learns examples by heart.",
    )


def test_two_clauses_of_more_than_forty_words_stay_apart() -> None:
    long = " ".join(["word"] * 30) + ". " + " ".join(["other"] * 30) + "."
    assert len(Comparison.of(heard(long), OVERFITTING).stretches) == 2


def test_every_text_of_the_question_comes_once_and_in_a_fixed_order() -> None:
    comparison = Comparison.of(heard(SAID), OVERFITTING)
    point = OVERFITTING.key_points[0]
    assert comparison.texts[:3] == (OVERFITTING.text, point.text, point.cues[0])
    assert len(set(comparison.texts)) == len(comparison.texts)
    assert comparison.texts == Comparison.of(heard("Something else is said here."), OVERFITTING).texts


def test_the_model_answer_tells_a_point_where_its_cue_falls() -> None:
    question = replace(OVERFITTING, model_answer="It knows the noise by now. Then I add dropout to the layers.")
    points = Comparison.of(heard(SAID), question).points
    assert points["memorises"].told == "It knows the noise by now."
    assert points["regularise"].told == "Then I add dropout to the layers."
    assert points["more_data"].told == question.key_points[3].text


def test_similarity_to_a_point_is_the_mean_of_text_model_answer_and_three_cues() -> None:
    point = replace(OVERFITTING.key_points[2], cues=("a", "b", "c", "d"))
    question = replace(OVERFITTING, key_points=(point,), model_answer="First b was said, and more.")
    comparison = Comparison.of(heard("This is all that I say."), question)
    assert comparison.points[point.id].told == "First b was said, and more."
    rows = {question.text: 0.25, point.text: 0.3, "First b was said, and more.": 0.6}
    rows |= {"a": 0.1, "b": 0.8, "c": 0.4, "d": 0.6}
    entailment = Entailment.of(comparison, [(rows[text],) for text in comparison.texts])
    assert entailment.to_question == (0.25,)
    assert entailment.to_points[point.id] == pytest.approx(((0.3 + 0.6 + (0.8 + 0.6 + 0.4) / 3) / 3,))


def test_a_point_without_cues_is_its_text() -> None:
    point = replace(OVERFITTING.key_points[0], cues=())
    comparison = Comparison.of(heard("This is all that I say."), replace(OVERFITTING, key_points=(point,)))
    entailment = Entailment.of(comparison, [(0.1,), (0.4,)])
    assert entailment.to_points[point.id] == pytest.approx((0.4,))


def test_rows_that_do_not_fit_the_texts_are_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        Entailment.of(Comparison.of(heard(SAID), OVERFITTING), [(0.1,)])


def test_nothing_said_gives_no_stretch() -> None:
    assert Comparison.of(Utterance.typed(""), OVERFITTING).stretches == ()
