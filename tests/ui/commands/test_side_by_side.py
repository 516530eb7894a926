"""Several at work at once, and what they say in order; nothing piles up, and nobody is left behind."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator

import pytest

from tests.waiting import wait_until
from ui.commands.side_by_side import SideBySide


class Hand:
    """Says its task twice, once the test lets it go on."""

    def __init__(self, gates: dict[str, threading.Event] | None = None) -> None:
        self.gates = gates or {}
        self.begun: list[str] = []
        self.is_ended = threading.Event()

    def work(self, task: str) -> Iterator[str]:
        self.begun.append(task)
        gate = self.gates.get(task)
        while gate is not None and not gate.wait(0.01) and not self.is_ended.is_set():
            continue
        yield f"{task} once"
        yield f"{task} twice"

    def end(self) -> None:
        self.is_ended.set()


def nothing() -> None:
    """Nobody looks."""


def test_what_comes_of_the_tasks_keeps_their_order() -> None:
    gate = threading.Event()
    hands = [Hand({"slow": gate}), Hand({"slow": gate})]
    with SideBySide(["slow", "quick", "last"], hands) as work:
        wait_until(lambda: work.finished == 2, "two to be done")
        gate.set()
        said = list(work.outcomes(nothing))
    assert said == ["slow once", "slow twice", "quick once", "quick twice", "last once", "last twice"]
    assert all(hand.is_ended.is_set() for hand in hands)


def test_both_work_at_once() -> None:
    gates = {"one": threading.Event(), "two": threading.Event()}
    hands = [Hand(gates), Hand(gates)]
    with SideBySide(["one", "two"], hands) as work:
        wait_until(lambda: sum(len(hand.begun) for hand in hands) == 2, "both to be begun")
        assert {task for hand in hands for task in hand.begun} == {"one", "two"}
        for gate in gates.values():
            gate.set()
        assert len(list(work.outcomes(nothing))) == 4


def test_no_more_is_begun_than_may_wait_to_be_taken() -> None:
    hand = Hand()
    tasks = [str(number) for number in range(50)]
    with SideBySide(tasks, [hand]) as work:
        wait_until(lambda: work.finished == 2, "two to be done")
        outcomes = work.outcomes(nothing)
        assert next(outcomes) == "0 once"
        assert len(hand.begun) == 2
        assert len(list(outcomes)) == 99


class Failing(Hand):
    def work(self, task: str) -> Iterator[str]:
        yield f"{task} begun"
        raise OSError(f"{task} failed")


def test_what_a_worker_raises_is_raised_in_its_turn() -> None:
    with SideBySide(["one", "two"], [Failing()]) as work:
        outcomes = work.outcomes(nothing)
        assert next(outcomes) == "one begun"
        with pytest.raises(OSError, match="one failed"):
            next(outcomes)


def test_an_interrupt_ends_whoever_is_at_work() -> None:
    hand = Hand({"endless": threading.Event()})

    def interrupt() -> None:
        if hand.begun:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), SideBySide(["endless"], [hand]) as work:
        list(work.outcomes(interrupt))
    assert hand.is_ended.is_set()


class Masked(Hand):
    def work(self, task: str) -> Iterator[str]:
        yield str(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))


def test_interrupts_are_for_the_main_thread() -> None:
    with SideBySide(["one"], [Masked()]) as work:
        assert list(work.outcomes(nothing)) == ["True"]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
