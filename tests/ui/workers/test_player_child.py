"""The player's process without a sound: when it says that it is there, whom it obeys, and when it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.child_process import Child
from ui.workers.player_child import STARTS_IN_S, Done, Order, play_in_child


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child(play_in_child, name="player")
    child.start()
    yield child
    child.kill()


def test_it_is_there_once_it_can_play_and_obeys(child: Child) -> None:
    assert child.receive(STARTS_IN_S) == Done(0)
    assert "QtMultimedia" in Path(f"/proc/{child.pid}/maps").read_text()
    for number in (1, 2):
        child.send(Order(number, 1, "stop"))
        assert child.receive(STARTS_IN_S) == Done(number)


def test_it_leaves_with_whoever_gave_the_orders(child: Child) -> None:
    child.receive(STARTS_IN_S)
    child._here.close()
    child._process.join(STARTS_IN_S)
    assert child._process.exitcode == 0
