"""What stands in for the child that reads answers: functions a spawned process can import."""

from __future__ import annotations

import os
import signal
import time

from simulator.child_process import Connection
from simulator.entailment.requests import NoModel, Prepare, Read, WasRead

READ_S = 0.05


def read(connection: Connection) -> None:
    """Makes of each pair of texts figures of its own."""
    while True:
        request = connection.recv()
        if isinstance(request, Read):
            connection.send(_was_read(request))


def read_slowly(connection: Connection) -> None:
    """The same, with some time for each text, as a model takes it."""
    while True:
        request = connection.recv()
        if isinstance(request, Read):
            time.sleep(READ_S * len({said for _, said in request.pairs}))
            connection.send(_was_read(request))


def read_once(connection: Connection) -> None:
    """Is killed by the second request."""
    connection.send(_was_read(connection.recv()))
    connection.recv()
    os.kill(os.getpid(), signal.SIGKILL)


def decline(connection: Connection) -> None:
    """Has no model."""
    while True:
        if not isinstance(connection.recv(), Prepare):
            connection.send(NoModel("The model that reads answers is damaged."))


def die(connection: Connection) -> None:
    """Is killed by the first request."""
    connection.recv()
    os.kill(os.getpid(), signal.SIGKILL)


def hang(connection: Connection) -> None:
    """Never answers."""
    connection.recv()
    time.sleep(600)


def figures(claim: str, said: str) -> tuple[float, float]:
    """What these children find."""
    return len(claim) / 1000, len(said) / 1000


def _was_read(request: Read) -> WasRead:
    return WasRead(tuple(figures(*pair) for pair in request.pairs))
