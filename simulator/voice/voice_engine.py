"""What a voice engine is: in its child process a thing that renders texts, in the program a name to choose it by.

Each engine has a file of its own; `engines` lists them. `tests/simulator/voice/test_engines.py` holds all of them to
the contract.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from simulator.voice.abbreviations import RESPELT
from simulator.voice.pronunciation import Pronunciation


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice of this system; `language` is a tag such as "en-gb", empty if the voice names none."""

    id: str
    name: str
    language: str


class EngineMissing(Exception):
    """An engine cannot be started here. The text says what to do, as it follows "No voice could be started: "."""


class VoiceEngine(Protocol):
    """An engine that has been started. It lives in a child process, and may block, hang or crash."""

    def voices(self) -> tuple[VoiceInfo, ...]:
        """All voices, of any language, by ids that are known to this engine alone."""
        ...

    def render(self, text: str, voice_id: str | None, wpm: int, path: Path) -> None:
        """Say all of `text` into the WAV file at `path` (mono, 16 bit), which is complete on return.

        `voice_id` None, or one that is gone, is the engine's own voice; `wpm` is its speed in words per minute.
        """
        ...


def _has_any(_voice: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class KnownEngine:
    """An engine as the program knows it, which never imports it.

    `in_child` is the child's part: picklable, usually `voice_child.serve` with the function that starts the engine, or
    `serve_on` where the child `stays` for the next request, since starting takes long. `id_prefix` begins the ids of
    its voices wherever they leave this room, so that each is known for its engine's. `pronunciation` is how it has to
    be given the field's terms. `has` tells without a child whether a voice, by the engine's own id, is still there;
    where it is not, the engine's own voice is asked for in its place.
    """

    name: str
    in_child: Callable[[Connection], None]
    id_prefix: str
    stays: bool = False
    pronunciation: Pronunciation = RESPELT
    has: Callable[[str], bool] = _has_any
