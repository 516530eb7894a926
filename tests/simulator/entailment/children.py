"""What stands in for the child that measures entailment: functions a spawned process can import."""

from __future__ import annotations

import os
import signal
import time

from simulator.child_process import Connection
from simulator.entailment.requests import Compare, Compared, NoModel, Prepare


def count(connection: Connection) -> None:
    """Gives each pair of texts a figure of its own."""
    while True:
        request = connection.recv()
        if isinstance(request, Compare):
            connection.send(Compared(tuple(tuple(0.1 for _ in request.said) for _ in request.texts)))


def decline(connection: Connection) -> None:
    """Has no model."""
    while True:
        if not isinstance(connection.recv(), Prepare):
            connection.send(NoModel("The model of meanings is not installed."))


def die(connection: Connection) -> None:
    """Is killed by the first question."""
    connection.recv()
    os.kill(os.getpid(), signal.SIGKILL)


def hang(connection: Connection) -> None:
    """Never answers."""
    connection.recv()
    time.sleep(600)
