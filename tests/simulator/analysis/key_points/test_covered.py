from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.key_points.covered import Signs, Telling
from simulator.analysis.key_points.stretch_similarity import AnswerStretch, Similarity
from tests.simulator.analysis.speaking import heard

SAID = "The network learns every example by heart. I wouldn't use accuracy at all. We add rain and noise to the sounds."
LEARNS, REFUSES, ADDS = AnswerStretch(0, 6), AnswerStretch(7, 12), AnswerStretch(13, 20)
PLAIN = Signs(has_cue=False, margin=0.0, let_go=0.0, is_about_the_question=True)


def near(question: tuple[float, ...] = (0.4, 0.4, 0.4), **points: tuple[float, ...]) -> Telling:
    return Telling(heard(SAID), Similarity((LEARNS, REFUSES, ADDS), question, points))


def test_a_stretch_that_stands_out_for_a_point_tells_it() -> None:
    telling = near(memory=(0.6, 0.1, 0.2), data=(0.2, 0.1, 0.6))
    signs = telling.signs("memory", has_cue=False, is_contrary=False)
    assert signs.margin == pytest.approx(0.4)
    assert signs.is_covered
    assert telling.stretch("memory", is_contrary=False) == LEARNS
    assert telling.stretch("data", is_contrary=False) == ADDS


def test_a_point_that_another_is_nearer_to_everywhere_is_not_told() -> None:
    signs = near(memory=(0.6, 0.1, 0.3), data=(0.5, 0.0, 0.2)).signs("data", has_cue=False, is_contrary=False)
    assert signs.margin == pytest.approx(-0.1)
    assert not signs.is_covered


def test_what_is_put_aside_tells_nothing() -> None:
    telling = near(memory=(0.3, 0.1, 0.1), metric=(0.2, 0.7, 0.1))
    signs = telling.signs("metric", has_cue=True, is_contrary=False)
    assert (signs.margin, signs.let_go) == pytest.approx((0.0, 0.5))
    assert not signs.is_covered


def test_a_point_that_says_what_not_to_do_is_covered_by_putting_it_aside() -> None:
    telling = near(memory=(0.3, 0.1, 0.1), metric=(0.2, 0.7, 0.1))
    assert telling.signs("metric", has_cue=False, is_contrary=True).is_covered
    assert telling.stretch("metric", is_contrary=True) == REFUSES


def test_where_everything_is_put_aside_nothing_is_taken_for_better() -> None:
    telling = Telling(
        heard("I wouldn't use accuracy at all."), Similarity((AnswerStretch(0, 5),), (0.5,), {"m": (0.6,)})
    )
    assert telling.signs("m", has_cue=False, is_contrary=False).let_go == 0


def test_a_lone_point_is_set_against_what_is_asked() -> None:
    signs = near((0.1, 0.2, 0.5), only=(0.6, 0.1, 0.6)).signs("only", has_cue=False, is_contrary=False)
    assert signs.margin == pytest.approx(0.5)


def test_an_answer_about_something_else_is_seen() -> None:
    astray = near((0.1, 0.1, 0.1), memory=(0.3, 0.1, 0.1), data=(0.1, 0.1, 0.1))
    assert astray.about == pytest.approx((0.1 + 0.2) / 2)
    assert not astray.signs("memory", has_cue=False, is_contrary=False).is_about_the_question


def test_a_short_answer_need_not_come_as_near_as_a_long_one() -> None:
    figures = Similarity((LEARNS, REFUSES, ADDS), (0.2, 0.2, 0.2), {"memory": (0.3, 0.1, 0.1), "data": (0.2, 0.1, 0.2)})
    assert Telling(heard(SAID), figures).signs("memory", has_cue=False, is_contrary=False).is_about_the_question
    long = Telling(heard(f"{SAID} {SAID} {SAID}"), figures)
    assert not long.signs("memory", has_cue=False, is_contrary=False).is_about_the_question


def test_each_sign_counts_the_right_way() -> None:
    assert replace(PLAIN, has_cue=True).likelihood > PLAIN.likelihood
    assert replace(PLAIN, margin=0.1).likelihood > PLAIN.likelihood
    assert replace(PLAIN, let_go=0.1).likelihood < PLAIN.likelihood
    assert replace(PLAIN, is_about_the_question=False).likelihood < PLAIN.likelihood


def test_words_alone_tell_a_point_only_of_an_answer_to_its_question() -> None:
    said = replace(PLAIN, has_cue=True)
    assert said.is_covered
    assert not replace(said, is_about_the_question=False).is_covered
