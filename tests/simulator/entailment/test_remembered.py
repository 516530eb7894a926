from __future__ import annotations

from simulator.analysis.key_points.entailment import AnswerWindow, Likelihood, Reading
from simulator.entailment.remembered import Remembered

CLAIMS = ("It is so.", "It is not.")


def a_reading(*said: str, claims: tuple[str, ...] = CLAIMS) -> Reading:
    return Reading(tuple(AnswerWindow(index, index) for index in range(len(said))), said, claims)


def keep(remembered: Remembered, *said: str, claims: tuple[str, ...] = CLAIMS) -> None:
    remembered.keep(claims, said, [[(len(text) / 10, number / 10) for text in said] for number in range(len(claims))])


def test_what_is_known_need_not_be_read_again() -> None:
    remembered = Remembered()
    assert remembered.unread(a_reading("a", "bb", "a")) == ("a", "bb")
    keep(remembered, "a")
    assert remembered.unread(a_reading("a", "bb")) == ("bb",)
    assert remembered.unread(a_reading("a", claims=CLAIMS[:1])) == ("a",)


def test_what_is_known_stands_at_its_window_and_claim() -> None:
    remembered = Remembered()
    keep(remembered, "bb")
    keep(remembered, "a", "dddd")
    entailment = remembered.entailment(a_reading("a", "bb", "a"))
    assert entailment.windows == a_reading("a", "bb", "a").windows
    assert entailment.by_claim == {
        CLAIMS[0]: (Likelihood(0.1, 0.0), Likelihood(0.2, 0.0), Likelihood(0.1, 0.0)),
        CLAIMS[1]: (Likelihood(0.1, 0.1), Likelihood(0.2, 0.1), Likelihood(0.1, 0.1)),
    }


def test_what_was_not_used_for_longest_is_forgotten_first() -> None:
    remembered = Remembered()
    keep(remembered, "a", "b", "c")
    remembered.unread(a_reading("a"))
    remembered.forget_oldest(2)
    assert remembered.unread(a_reading("a", "b", "c")) == ("b",)
