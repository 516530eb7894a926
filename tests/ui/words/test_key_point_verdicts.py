"""Verdicts as people read them: made, maybe, the opposite, not heard; and nobody needs to guess what a sign means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import KeyPoint
from simulator.analysis.report import AnswerReport, KeyPointResult, RedFlagHeard
from tests.simulator.store.builders import a_report, a_transcript
from ui.words.key_point_verdicts import (
    ShownPoint,
    apart_from_made,
    flag_shown,
    flag_spoken,
    hear_it_at,
    read_next,
    shown_points,
)

POINT = KeyPoint("thins", "It thins the network.", ("thin",))
SPOKEN = "um it makes the network thicker, I think. And so on."
MADE = KeyPointResult("thins", True, 0.5, 1, 7, "meaning", verdict="made", probability=0.91)
MAYBE = replace(MADE, covered=False, verdict="maybe", probability=0.5)
CONTRARY = replace(MADE, covered=False, verdict="contrary", probability=0.08)
NOT = KeyPointResult("thins", False, None, verdict="not", probability=0.003)


def report(*points: KeyPointResult, text: str = SPOKEN) -> AnswerReport:
    return replace(a_report(a_transcript(text)), key_points=points)


def shown(result: KeyPointResult, text: str = SPOKEN) -> ShownPoint:
    (point,) = shown_points(report(result, text=text), (POINT,))
    return point


@pytest.mark.parametrize(
    ("result", "mark", "shade", "spoken"),
    [
        (MADE, "✓", "green", "Made: It thins the network."),
        (MAYBE, "≈", "amber", "Maybe made: It thins the network."),
        (
            CONTRARY,
            "✗",
            "red",
            "The opposite was said: It thins the network, you said “it makes the network thicker, I think”",
        ),
        (NOT, "○", "", "Not heard: It thins the network."),
        (KeyPointResult("thins", True, 3.0), "✓", "green", "Made: It thins the network."),
        (KeyPointResult("thins", False, None), "○", "", "Not heard: It thins the network."),
    ],
)
def test_every_verdict_has_a_sign_a_colour_and_words(
    result: KeyPointResult, mark: str, shade: str, spoken: str
) -> None:
    point = shown(result)
    assert (point.mark, point.shade, point.spoken) == (mark, shade, spoken)


def test_the_opposite_stands_in_ones_own_words_above_the_right_statement() -> None:
    point = shown(CONTRARY)
    assert point.text == "You said the opposite: “it makes the network thicker, I think”"
    assert point.right == "Right: It thins the network."
    unplaced = shown(replace(CONTRARY, word_index=None, word_count=0))
    assert unplaced.text == "You said the opposite."


def test_many_words_are_quoted_from_their_beginning() -> None:
    point = shown(replace(CONTRARY, word_index=0, word_count=40), text="so " * 40)
    assert point.text.count("so") == 30
    assert point.text.endswith("so …”")


def test_maybe_asks_to_listen_and_the_users_word_says_that_it_is_theirs() -> None:
    assert shown(MAYBE).note == "Maybe made. Listen back and decide for yourself."
    assert shown(MADE).note == ""
    assert shown(replace(MADE, found_by="user")).note == "Your own verdict."


@pytest.mark.parametrize(
    ("result", "how"),
    [
        (MADE, "The model is 91% sure that you made this point."),
        (CONTRARY, "The model is 8% sure that you made this point: it heard the opposite."),
        (NOT, "The model is less than 1% sure that you made this point."),
        (replace(MADE, probability=0.998), "The model is more than 99% sure that you made this point."),
        (replace(MADE, found_by="user"), "Your own verdict. The model is 91% sure that you made this point."),
        (replace(CONTRARY, found_by="user"), "Your own verdict. The model is 8% sure that you made this point."),
        (replace(MADE, found_by="user", probability=None), "Your own verdict."),
        (replace(MADE, found_by="words", probability=None), "Matched by words only, not by meaning."),
        (replace(NOT, probability=None), "Matched by words only, not by meaning."),
        (KeyPointResult("thins", True, 12.0, 24, 9, "meaning"), "Matched by meaning only. Listen back to check."),
        (KeyPointResult("thins", True, 12.0, 24, 1, "words"), ""),
    ],
)
def test_how_it_was_judged_is_said_in_plain_words(result: KeyPointResult, how: str) -> None:
    assert shown(result).how_judged == how


def test_only_points_of_the_question_are_shown() -> None:
    assert shown_points(report(MADE, KeyPointResult("gone", True, 3.0)), (POINT,)) == (shown(MADE),)
    assert shown_points(replace(report(), key_points=None), (POINT,)) == ()


def test_what_is_neither_made_nor_missed_is_counted() -> None:
    assert apart_from_made(report(MADE, NOT)) == ()
    assert apart_from_made(report(CONTRARY, MADE, MAYBE, MAYBE)) == ("one the opposite", "two maybe")


def test_a_flag_is_told_with_what_was_said() -> None:
    flag = RedFlagHeard("It always helps.", "always helps", 4.0, 6.0, 8, 2)
    assert flag_shown(flag) == "Better not: It always helps."
    assert flag_spoken(flag) == "Red flag, said: It always helps. “always helps”"


def test_places_and_shelves_are_named() -> None:
    assert hear_it_at(12.4) == "Hear it at 0:12"
    assert read_next(("A", "B")) == "Read next: A · B"
    assert read_next(()) == ""
