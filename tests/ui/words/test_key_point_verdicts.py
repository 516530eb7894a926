from __future__ import annotations

from question_bank.models import KeyPoint
from simulator.analysis.report import KeyPointResult, RedFlagHeard
from ui.words.key_point_verdicts import flag_shown, flag_spoken, hear_it_at, how_found, point_spoken, read_next

POINT = KeyPoint("thins", "It thins the network.", ("thin",))


def test_a_point_is_told_with_its_verdict() -> None:
    assert point_spoken(POINT, KeyPointResult("thins", True, 3.0)) == "Made: It thins the network."
    assert point_spoken(POINT, KeyPointResult("thins", False, None)) == "Not heard: It thins the network."


def test_only_what_was_found_by_its_meaning_needs_a_warning() -> None:
    assert "by its meaning" in how_found(KeyPointResult("thins", True, 12.0, 24, 9, "meaning"))
    assert how_found(KeyPointResult("thins", True, 12.0, 24, 1, "words")) == ""


def test_a_flag_is_told_with_what_was_said() -> None:
    flag = RedFlagHeard("It always helps.", "always helps", 4.0, 6.0, 8, 2)
    assert flag_shown(flag) == "Better not: It always helps."
    assert flag_spoken(flag) == "Red flag, said: It always helps. “always helps”"


def test_places_and_shelves_are_named() -> None:
    assert hear_it_at(12.4) == "Hear it at 0:12"
    assert read_next(("A", "B")) == "Read next: A · B"
    assert read_next(()) == ""
