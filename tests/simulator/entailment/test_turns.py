from __future__ import annotations

import threading

import pytest

from simulator.entailment.turns import Turns
from tests.waiting import PATIENCE_S, wait_until


def test_a_turn_goes_to_whoever_has_waited_longest() -> None:
    turns, order = Turns(), list[int]()
    threads = [threading.Thread(target=_take_turn, args=(turns, order, number)) for number in range(5)]
    with turns:
        for number, thread in enumerate(threads, start=2):
            thread.start()
            wait_until(lambda count=number: len(turns._line) == count, "the next in line")  # type: ignore[misc]
    for thread in threads:
        thread.join(PATIENCE_S)
    assert order == [0, 1, 2, 3, 4]


def test_who_comes_back_at_once_stands_behind_who_waits() -> None:
    turns, order = Turns(), list[int]()
    waiting = threading.Thread(target=_take_turn, args=(turns, order, 1))
    with turns:
        waiting.start()
        wait_until(lambda: len(turns._line) == 2, "somebody who waits")
    with turns:
        order.append(2)
    waiting.join(PATIENCE_S)
    assert order == [1, 2]


def test_a_turn_ends_with_an_error_too() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="bad"), turns:
        raise ValueError("bad")
    with turns:
        assert len(turns._line) == 1


def _take_turn(turns: Turns, order: list[int], number: int) -> None:
    with turns:
        order.append(number)
