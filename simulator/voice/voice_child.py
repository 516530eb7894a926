"""The voice's child process: one request comes in by the pipe, one answer goes out, whichever engine does the work."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from simulator.voice.voice_engine import EngineMissing, VoiceEngine, VoiceInfo


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
    # Engines print what they like: pyttsx3 where it saved to, and the traceback of a missing library.
    with (
        Path(os.devnull).open("w") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        try:
            engine = start()
        except EngineMissing as missing:
            connection.send(NoVoiceEngine(str(missing)))
            return
        connection.send(_done(engine, request))


def _done(engine: VoiceEngine, request: object) -> Rendered | Voices:
    if isinstance(request, Render):
        engine.render(request.text, request.voice_id, request.wpm, Path(request.path))
        return Rendered()
    return Voices(engine.voices())
