"""The program's side of the speech child: start it, talk to it, start it again. Imports no engine, and no Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from recordings.transcription import worker
from recordings.transcription.messages import Command, Event
from recordings.transcription.model_speed import ModelChoice
from simulator.child_process import Child

HANG_S: Final = 30.0
"""A beat comes every five seconds, also while the engine computes: it lets other threads run."""


class SpeechService:
    """A recogniser in a child process that loads its model once. Its first event is Ready or NoEngine.

    When the child dies, `receive` raises ChildDied; `restart` gives a new one. Jobs in flight are lost with the old
    child and have to be sent again: Follow and Finish work on a take that is already closed.

    `choice` is the model that the next child to be made loads.
    """

    def __init__(self, models_dir: Path, choice: ModelChoice = ModelChoice()) -> None:  # noqa: B008 - it is frozen
        self._models_dir = models_dir
        self.choice = choice
        self._child = self._new_child()

    @property
    def is_alive(self) -> bool:
        return self._child.is_alive

    @property
    def pid(self) -> int | None:
        return self._child.pid

    def start(self) -> None:
        """Starts the child and returns at once. Raises ChildDied if the system refuses one."""
        self._child.start()

    def send(self, command: Command) -> None:
        """Hands over a command; safe while another thread receives. Raises ChildDied."""
        self._child.send(command)

    def receive(self, timeout_s: float | None = None) -> Event:
        """The next event, waited for at most `timeout_s` seconds. Raises TimeoutError, or ChildDied."""
        event = self._child.receive(timeout_s)
        assert isinstance(event, Event)  # noqa: S101 - nobody else has the other end of the pipe
        return event

    def kill(self) -> None:
        """Ends the child now, whatever it is doing."""
        self._child.kill()

    def restart(self) -> None:
        """Ends the child if it still runs and starts a new one, which loads its model anew."""
        self._child.kill()
        self._child = self._new_child()
        self._child.start()

    def _new_child(self) -> Child:
        return Child(
            worker.run, self._models_dir, self.choice, name="speech recogniser", hang_s=HANG_S, opens_library=True
        )
