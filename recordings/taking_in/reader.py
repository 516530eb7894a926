"""The program's side of the child that reads recordings made elsewhere. Imports no decoder, and no Qt."""

from __future__ import annotations

from typing import Final

from recordings.taking_in import child
from recordings.taking_in.messages import Order, Outcome
from simulator.child_process import Child

HANG_S: Final = 30.0


class RecordingReader:
    """A child process that is started once; for a new start, make a new one. One outcome comes for each order."""

    def __init__(self) -> None:
        self._child = Child(child.run, name="reader of recordings", hang_s=HANG_S, opens_library=True)

    def start(self) -> None:
        """Start the child and return at once. Raises ChildDied if the system refuses one."""
        self._child.start()

    def send(self, order: Order) -> None:
        """Hand over an order; safe while another thread receives. Raises ChildDied."""
        self._child.send(order)

    def receive(self, timeout_s: float | None = None) -> Outcome:
        """The next outcome. Raises TimeoutError, or ChildDied: of the order at hand nothing comes any more."""
        outcome = self._child.receive(timeout_s)
        assert isinstance(outcome, Outcome)  # noqa: S101 - nobody else has the other end of the pipe
        return outcome

    def kill(self) -> None:
        """End the child now, whatever it is reading."""
        self._child.kill()
