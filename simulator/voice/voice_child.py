"""The voice's child process: a request comes in by the pipe, an answer goes out, whichever engine does the work."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from simulator.voice.voice_engine import EngineMissing, VoiceEngine, VoiceInfo

IDLE_S: Final = 120.0
"""How long a child that stays waits for the next request: longer than most answers, so one serves a whole interview."""


@dataclass(frozen=True, slots=True)
class Render:
    """To the child: say `text` into the file at `path`."""

    text: str
    voice_id: str | None
    wpm: int
    path: str


@dataclass(frozen=True, slots=True)
class ListVoices:
    """To the child: which voices are there?"""


@dataclass(frozen=True, slots=True)
class Rendered:
    """From the child: the file is complete."""


@dataclass(frozen=True, slots=True)
class Voices:
    """From the child: all voices."""

    voices: tuple[VoiceInfo, ...]


@dataclass(frozen=True, slots=True)
class NoVoiceEngine:
    """From the child: the engine cannot be started. `what_to_do` completes "No voice could be started: "."""

    what_to_do: str


def serve(start: Callable[[], VoiceEngine], connection: Connection) -> None:
    """The child's side: start the engine, do the one thing that is asked for, then leave."""
    request = connection.recv()
    with _silence():
        try:
            engine = start()
        except EngineMissing as missing:
            connection.send(NoVoiceEngine(str(missing)))
            return
        connection.send(_done(engine, request))


def serve_on(start: Callable[[], VoiceEngine], connection: Connection, idle_s: float = IDLE_S) -> None:
    """The child's side: start the engine, do one thing after the other; after `idle_s` seconds without any, leave."""
    with _silence():
        try:
            engine = start()
        except EngineMissing as missing:
            connection.recv()
            connection.send(NoVoiceEngine(str(missing)))
            return
        while connection.poll(idle_s):
            connection.send(_done(engine, connection.recv()))


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Engines print what they like: pyttsx3 where it saved to, and the traceback of a missing library."""
    with (
        Path(os.devnull).open("w") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        yield


def _done(engine: VoiceEngine, request: object) -> Rendered | Voices:
    if isinstance(request, Render):
        engine.render(request.text, request.voice_id, request.wpm, Path(request.path))
        return Rendered()
    return Voices(engine.voices())
