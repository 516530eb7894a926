"""How fast a speech model is on this computer, and what for that is fast enough. No engine: the child does the work."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from recordings.transcription.errors import ModelRefused
from recordings.transcription.messages import Command, Failed, NoEngine, Ready, Transcribed, TranscribeFile

LIVE_AT_MOST: Final = 0.35
"""Our own. At a third of real time, the last chunk (8 s) takes under 3 s once the answer has ended, and there is time
left for hearing a doubtful chunk again, for captions, and for reading along."""
SAMPLE: Final = (
    "First I would look at the data, because most of the time the problem is there. Then I would split it by time, "
    "train a simple baseline, and compare the error on both parts. If the gap is wide, I would regularise, or collect "
    "more examples, before I tried a larger model."
)
"""What is read aloud to measure by: some fifteen seconds."""
PATIENCE_S: Final = 180.0


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """The model that the user has chosen, by its name; None for the built-in one.

    If it `must_keep_up` with what is said, the built-in one stands in for one that is too slow or was never measured.
    `threads` is how many it hears with: where several children hear at once, one is best for each.
    """

    name: str | None = None
    must_keep_up: bool = True
    threads: int = 2


class Transcriber(Protocol):
    """The parent's side of a speech child."""

    def start(self) -> None: ...
    def send(self, command: Command) -> None: ...
    def receive(self, timeout_s: float | None = None) -> object: ...
    def kill(self) -> None: ...


def keeps_up(speed: float | None) -> bool:
    """Whether a model is fast enough to listen while one speaks; `speed` in seconds of work a second of speech."""
    return speed is not None and speed <= LIVE_AT_MOST


def measured_speed(child: Transcriber, sound: Path, clock: Callable[[], float] = time.monotonic) -> float:
    """How many seconds of work a second of `sound` takes the model that `child` loads. Blocks; ends the child.

    Loading is not counted. Raises ModelRefused with a sentence if that model cannot be used, ChildDied, or TimeoutError
    if it takes longer than `PATIENCE_S`.
    """
    try:
        child.start()
        _demand_ready(child.receive(PATIENCE_S))
        began_s = clock()
        child.send(TranscribeFile("speed", sound))
        transcribed = _outcome(child)
        return (clock() - began_s) / transcribed.transcript.duration_s
    finally:
        child.kill()


def _demand_ready(event: object) -> None:
    match event:
        case Ready(instead=str(why)):
            raise ModelRefused(why)
        case NoEngine(reason):
            raise ModelRefused(reason)


def _outcome(child: Transcriber) -> Transcribed:
    while True:
        match child.receive(PATIENCE_S):
            case Transcribed() as transcribed:
                return transcribed
            case Failed(_, reason):
                raise ModelRefused(reason)
