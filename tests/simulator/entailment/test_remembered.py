from __future__ import annotations

from simulator.analysis.key_points.entailment import AnswerWindow, Likelihood, Wording
from simulator.analysis.key_points.reading import OtherWords, Pair, Reading
from simulator.entailment.remembered import Remembered

CLAIMS = ("It is so.", "It is not.")


def a_reading(*said: str, claims: tuple[str, ...] = CLAIMS, others: tuple[OtherWords, ...] = ()) -> Reading:
    return Reading(tuple(AnswerWindow(index, index) for index in range(len(said))), said, claims, others)


def pairs(*said: str) -> tuple[Pair, ...]:
    return tuple((claim, text) for text in said for claim in CLAIMS)


def keep(remembered: Remembered, *said: str) -> None:
    remembered.keep(pairs(*said), [(len(text) / 10, number / 10) for text in said for number in range(len(CLAIMS))])


def test_what_is_known_need_not_be_read_again() -> None:
    remembered = Remembered()
    assert remembered.unread(a_reading("a", "bb", "a")) == pairs("a", "bb")
    keep(remembered, "a")
    assert remembered.unread(a_reading("a", "bb")) == pairs("bb")
    assert remembered.unread(a_reading("a", claims=("It may be.",))) == (("It may be.", "a"),)


def test_other_words_come_when_the_claims_are_known() -> None:
    remembered = Remembered()
    reading = a_reading("a", others=(OtherWords(CLAIMS[0], Wording.SAID, "So it is."),))
    assert remembered.unread(reading) == pairs("a")
    keep(remembered, "a")
    assert remembered.unread(reading) == (("So it is.", "a"),)


def test_what_is_known_stands_at_its_window_and_claim() -> None:
    remembered = Remembered()
    keep(remembered, "bb")
    keep(remembered, "a", "dddd")
    entailment = remembered.entailment(a_reading("a", "bb", "a"))
    assert entailment.windows == a_reading("a", "bb", "a").windows
    assert {claim: read.itself for claim, read in entailment.by_claim.items()} == {
        CLAIMS[0]: (Likelihood(0.1, 0.0), Likelihood(0.2, 0.0), Likelihood(0.1, 0.0)),
        CLAIMS[1]: (Likelihood(0.1, 0.1), Likelihood(0.2, 0.1), Likelihood(0.1, 0.1)),
    }


def test_what_was_not_used_for_longest_is_forgotten_first() -> None:
    remembered = Remembered()
    keep(remembered, "a", "b", "c")
    remembered.unread(a_reading("a"))
    remembered.forget_oldest(4)
    assert remembered.unread(a_reading("a", "b", "c")) == pairs("b")
