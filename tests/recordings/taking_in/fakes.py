"""A child that reads recordings, without a process: it carries its orders out, waits when it is held, and may die."""

from __future__ import annotations

import queue
import threading
from pathlib import Path

from recordings.taking_in.copying import carried_out
from recordings.taking_in.messages import Copy, Order, Outcome
from simulator.errors import ChildDied


class FakeRecordingReader:
    """Dies of files whose name says “deadly”; while `held` is cleared, whatever it copies waits."""

    held = threading.Event()
    started = 0

    def __init__(self) -> None:
        self._orders: queue.Queue[Order | None] = queue.Queue()
        self._is_killed = threading.Event()
        self._copying = threading.Lock()

    def start(self) -> None:
        type(self).started += 1

    def send(self, order: Order) -> None:
        self._orders.put(order)

    def receive(self, timeout_s: float | None = None) -> Outcome:
        order = self._orders.get(timeout=timeout_s)
        while order is not None and not self._is_killed.is_set():
            if "deadly" in _path(order).name and isinstance(order, Copy):
                break
            if isinstance(order, Copy) and not self.held.wait(0.01):
                continue
            with self._copying:
                if not self._is_killed.is_set():
                    return carried_out(order)
        raise ChildDied("reader of recordings", -9)

    def kill(self) -> None:
        """As of a process that is killed: nothing more is written once this has returned."""
        self._is_killed.set()
        self._orders.put(None)
        with self._copying:
            pass


def _path(order: Order) -> Path:
    return order.path
