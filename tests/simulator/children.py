"""What the test children do. They are spawned, so they live in a module of their own that imports next to nothing."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import cast


def echo(connection: Connection, prefix: str = "") -> None:
    """Answer each message with itself, until "leave"."""
    while (message := connection.recv()) != "leave":
        connection.send((prefix, message))


def tell_pid(connection: Connection) -> None:
    """Say who this is, then hold still without looking at the pipe, like an engine in the middle of a decode."""
    connection.send(os.getpid())
    threading.Event().wait()


def crash(connection: Connection) -> None:
    """Read one message, then die at once."""
    connection.recv()
    os.kill(os.getpid(), signal.SIGSEGV)


def say_goodbye(connection: Connection) -> None:
    """Say two things and leave without waiting for them to be heard."""
    connection.send("one")
    connection.send("two")


def raise_an_error(connection: Connection) -> None:
    """Leave with a bug; its traceback goes nowhere, so that the test's output stays readable."""
    os.close(2)
    raise RuntimeError(str(connection.recv()))


def name_loaded_modules(connection: Connection, names: tuple[str, ...]) -> None:
    """Say which of `names` this process has imported."""
    import sys

    connection.send(tuple(name for name in names if name in sys.modules))


def hang(connection: Connection) -> None:
    """Take the request and never come back."""
    connection.recv()
    threading.Event().wait()


def answer_once_then_crash(connection: Connection) -> None:
    """Say one thing back, and die of the next."""
    connection.send(connection.recv())
    connection.recv()
    os.kill(os.getpid(), signal.SIGSEGV)


def claim_to_have_rendered(connection: Connection) -> None:
    """Say that all is done, and leave the file as empty as it was."""
    from simulator.voice.voice_child import Rendered

    connection.recv()
    connection.send(Rendered())


def render_silence(connection: Connection) -> None:
    """Write a valid file in which nothing is said."""
    import wave

    from simulator.voice.voice_child import Rendered

    request = connection.recv()
    with wave.open(request.path, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(22_050)
        sound.writeframes(bytes(44_100))
    connection.send(Rendered())


def write_half_and_crash(connection: Connection) -> None:
    """Leave a piece of a file behind and die."""
    from pathlib import Path

    Path(connection.recv().path).write_bytes(b"RIFF....WAVE")
    os.kill(os.getpid(), signal.SIGSEGV)


def find_no_engine(connection: Connection) -> None:
    """Be on a system without espeak-ng: its library cannot be loaded."""
    import ctypes
    from unittest.mock import patch

    from simulator.voice.system_voice import SYSTEM_VOICE

    with patch.object(ctypes.cdll, "LoadLibrary", side_effect=OSError("cannot open shared object file")):
        SYSTEM_VOICE.in_child(connection)


def speak_and_name_modules(
    connection: Connection, in_child: Callable[[Connection], None], names: tuple[str, ...]
) -> None:
    """Do the voice's part for one request, then say which of `names` that has imported."""
    with contextlib.suppress(EOFError):
        in_child(cast(Connection, _OneRequest(connection)))
    name_loaded_modules(connection, names)


class _OneRequest:
    """A pipe at whose other end there is nobody once a first request was made."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._is_over = False

    def poll(self, timeout_s: float) -> bool:
        if self._is_over:
            raise EOFError
        return self._connection.poll(timeout_s)

    def recv(self) -> object:
        if self._is_over:
            raise EOFError
        self._is_over = True
        return self._connection.recv()

    def send(self, answer: object) -> None:
        self._connection.send(answer)
