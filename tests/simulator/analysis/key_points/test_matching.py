from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import KeyPoint
from simulator.analysis.key_points.entailment import Entailment
from simulator.analysis.key_points.matching import find_key_points, time_to_point_s
from simulator.analysis.report import KeyPointResult
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.readings import CONTRARY, MADE, MAYBE, NEITHER, one_after_another, read_as
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import heard


def _result(text: str, *cues: str, point: str = "the point") -> KeyPointResult:
    (result,) = find_key_points(heard(text), (KeyPoint("p", point, cues),))
    return result


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("it penalises large weights", "penalise"),
        ("by penalizing the weights", "penalise"),
        ("over fitting is the danger", "overfitting"),
        ("I add drop out there", "dropout"),
        ("I add dropout there", "drop out"),
        ("we cluster with k-means", "k means"),
        ("we cluster with k means", "k-means"),
        ("a cross validation with five folds", "cross-validation"),
        ("a higher and larger variance", "higher variance"),
        ("we lower, uh, the learning rate", "lower the learning rate"),
        ("the F1-score", "f1 score"),
        ("we use five-fold splits", "5 fold"),
        ("The validation error, it rises.", "validation error"),
        ("we split the data", "splitting"),
        ("I chose it", "choose"),
        ("the classes are then weighted", "weighted classes"),
        ("the price of a mistake", "cost of an error"),
        ("each pixel gets one label", "every pixel a label"),
        ("a forrest of trees", "forest"),
        ("a soft max over the keys", "softmax over keys"),
        ("with an r n n", "recurrent network"),
        ("with x g boost", "xgboost"),
        ("the l two penalty", "l2"),
        ("it isn't differentiable", "not differentiable"),
        ("the area under the r o c", "roc"),
        ("it does not know the order so positions are added", "positions are added"),
    ],
)
def test_cues_are_found(text: str, cue: str) -> None:
    assert _result(text, cue).covered


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("a neural network learns", "net"),
        ("a regular model", "regularise"),
        ("in general it works", "generalise"),
        ("the error. Validation follows.", "error validation"),
        ("the variance of a much much much higher order", "variance higher"),
        ("nothing of the kind", "dropout"),
        ("put in the pot", "input"),
        ("I would not use accuracy here", "accuracy"),
        ("I'd take recall instead of accuracy", "accuracy"),
        ("I'd take recall rather than accuracy", "accuracy"),
        ("I don't know what dropout is", "dropout"),
        ("I have never heard of dropout", "dropout"),
        ("I'm not sure what dropout is", "dropout"),
        ("I wouldn't throw away the rows", "throw away"),
        ("the gradient is certainly not zero", "zero gradient"),
        ("I don't remember what the gradient is", "no gradient"),
        ("with a margin, and lots of other dots inside it", "inside the margin"),
        ("I mean it is fine", "mean"),
        ("a support vector machine", "support vectors"),
        ("I'm not positive about that", "position"),
    ],
)
def test_cues_are_not_found(text: str, cue: str) -> None:
    assert not _result(text, cue).covered


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("it does not overfit then", "overfit"),
        ("I don't know. Dropout helps.", "dropout"),
        ("not only accuracy", "accuracy"),
        ("I would not only use accuracy", "accuracy"),
        ("it does not know about dropout", "dropout"),
        ("you must not train on the future", "future"),
    ],
)
def test_a_plain_negation_nearby_does_not_wave_a_point_away(text: str, cue: str) -> None:
    assert _result(text, cue).covered


def test_a_point_about_what_not_to_use_takes_the_negation() -> None:
    assert _result("I would not use accuracy", "accuracy", point="Avoid accuracy on rare classes").covered


def test_a_point_waved_away_first_counts_where_it_is_made() -> None:
    assert _result("I would not use accuracy. But accuracy is easy to read.", "accuracy").word_index == 6


def test_the_place_is_that_of_the_matched_words() -> None:
    result = _result("so we lower the learning rate", "learning rate")
    assert result.at_s == pytest.approx(1.6)
    assert (result.word_index, result.word_count) == (4, 2)


def test_the_place_of_a_phrase_in_another_order_is_that_of_its_words() -> None:
    result = _result("so the classes, uh, are weighted here", "weighted classes")
    assert (result.word_index, result.word_count) == (2, 4)


def test_the_place_of_a_term_said_apart_is_all_of_it() -> None:
    result = _result("we fit an x g boost first", "xgboost")
    assert (result.word_index, result.word_count) == (3, 3)


def test_a_typed_answer_covers_points_without_times() -> None:
    (result,) = find_key_points(Utterance.typed("we use dropout"), (KeyPoint("p", "d", ("dropout",)),))
    assert result.covered
    assert result.at_s is None


def test_time_to_point_is_the_first_of_all_points() -> None:
    points = (KeyPoint("a", "a", ("loss",)), KeyPoint("b", "b", ("gap",)), KeyPoint("c", "c", ("seed",)))
    assert time_to_point_s(find_key_points(heard("the gap and the loss"), points)) == pytest.approx(0.4)
    assert time_to_point_s(find_key_points(heard("nothing"), points)) is None


POINTS = (
    KeyPoint("thins", "It thins the network.", ("thin",)),
    KeyPoint("watch", "Watch the loss.", ("loss",)),
    KeyPoint("stop", "Stop early.", ("stop",)),
    KeyPoint("seed", "Fix the seed.", ("seed",)),
)
SAID = "We make the network smaller while it learns. The curve need not be watched. Perhaps one ends at some point."
QUESTION = replace(OVERFITTING, key_points=POINTS)
FIGURES = {"thins": MADE, "watch": CONTRARY, "stop": MAYBE, "seed": NEITHER}


def _read(said: str) -> tuple[KeyPointResult, ...]:
    utterance = heard(said)
    entailment = read_as(utterance, QUESTION, FIGURES, one_after_another)
    return find_key_points(utterance, POINTS, entailment=entailment)


def test_with_figures_the_model_decides_and_its_window_is_the_proof() -> None:
    results = _read(SAID)
    assert [result.verdict for result in results] == ["made", "contrary", "maybe", "not"]
    assert [result.covered for result in results] == [True, False, False, False]
    assert [list(result.words) for result in results] == [
        list(range(8)), list(range(8, 14)), list(range(14, 20)), [],
    ]  # fmt: skip
    assert [result.found_by for result in results] == ["meaning", "meaning", "meaning", None]
    assert [result.at_s for result in results] == [0.0, pytest.approx(3.2), pytest.approx(5.6), None]


def test_the_probability_is_that_of_the_point_made() -> None:
    thins, watch, stop, seed = (result.probability or 0.0 for result in _read(SAID))
    assert thins > stop > max(watch, seed)


def test_a_contrary_or_an_unclear_point_does_not_count_as_the_first() -> None:
    results = _read(SAID)
    assert time_to_point_s(results) == 0.0
    assert time_to_point_s(results[1:]) is None


def test_by_words_alone_there_are_two_verdicts_and_no_probability() -> None:
    thins, _, _, seed = find_key_points(heard("We thin the network."), POINTS)
    assert (thins.verdict, thins.found_by, thins.probability) == ("made", "words", None)
    assert (seed.verdict, seed.found_by, seed.probability) == ("not", None, None)


def test_without_windows_words_alone_decide() -> None:
    points = (KeyPoint("thins", "It thins.", ("thin",)),)
    (thins,) = find_key_points(heard("Thin."), points, entailment=Entailment((), {}))
    assert thins.found_by == "words"
