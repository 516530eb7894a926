"""What is said of answers judged earlier, and of judging them anew."""

from __future__ import annotations

from simulator.store.outdated import Outdated
from simulator.store.records import AnswerId
from tests.simulator.store.builders import NOON
from ui.words.rejudging import outdated_offer, outdated_words, rejudged_words, rejudging_words


def test_how_far_it_is_and_how_it_ended() -> None:
    assert rejudging_words(12, 340, 180.0) == "12 of 340 answers · about 3 min left"
    assert rejudging_words(0, 1, None) == "0 of 1 answer"
    assert rejudged_words(3, is_complete=True) == "3 answers re-analysed."
    assert rejudged_words(1, is_complete=False) == "1 answer re-analysed; the others are unchanged."


def test_how_many_are_not_as_the_next_one_will_be() -> None:
    assert outdated_words(0) == "No answers need re-analysing."
    assert outdated_words(1).startswith("1 answer was analysed with other rules")
    assert outdated_words(2).startswith("2 answers were analysed")


def test_the_offer_says_how_many_and_until_when() -> None:
    two = outdated_offer(Outdated((AnswerId(1), AnswerId(2)), NOON))
    assert two.startswith("2 answers, the last on Sunday 1 March 2026, were analysed by an earlier version")
    assert "They can be re-analysed in the background; the earlier results are kept." in two
    assert outdated_offer(Outdated((AnswerId(1),), None)).startswith("1 answer was analysed")
