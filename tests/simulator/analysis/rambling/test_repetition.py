from __future__ import annotations

from simulator.analysis.rambling.repetition import find_echoes
from tests.simulator.analysis.speaking import heard

_FILL = "We talked to several people in other teams about their own plans for the coming months and years ahead. "


def test_the_same_again_later_is_an_echo() -> None:
    text = "The model memorises noisy training rows. " + _FILL + "So the model memorises the noisy training rows."
    (echo, *_) = find_echoes(heard(text + " And that was it."))
    assert echo.earlier.first == 0
    assert echo.later.first > 20


def test_the_same_again_at_once_is_no_echo() -> None:
    assert not find_echoes(heard("The model memorises noisy rows. The model memorises noisy rows. " + _FILL))


def test_a_closing_summary_is_no_echo() -> None:
    text = "The model memorises noisy training rows. " + _FILL + "In short, the model memorises noisy training rows."
    assert not find_echoes(heard(text))


def test_an_announced_repeat_needs_less() -> None:
    text = "Dropping rows loses data. " + _FILL * 2 + "As I said, dropping loses rows. Then we went on."
    assert find_echoes(heard(text))


def test_parallel_definitions_are_no_echo() -> None:
    text = (
        "Precision is the share of flagged cases that were truly positive cases. "
        + _FILL
        + "Recall is the share of real cases that we managed to flag. It matters."
    )
    assert not find_echoes(heard(text))
