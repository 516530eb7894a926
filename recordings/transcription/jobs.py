"""The two kinds of work in the speech child, each done in small steps so that a command never waits for long."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from recordings.transcription.engines import Engine
from recordings.transcription.errors import SoundUndecodable
from recordings.transcription.listening import Listening
from recordings.transcription.messages import Event, Follow, Heard, Transcribed, TranscribeFile
from recordings.transcription.sound import GrowingTake
from recordings.transcription.sound_file import SoundFile

CAPTION_EVERY_S = 1.0
_REST_PER_WORK = 1.0  # captions take at most every other second of the processor's time


class Job(Protocol):
    """Something to transcribe."""

    @property
    def urgency(self) -> int:
        """0 is worked on first."""
        ...

    @property
    def is_done(self) -> bool: ...

    def step(self) -> Iterator[Event]:
        """A small piece of work and what came of it; nothing at all if there is nothing to do just now.

        Raises TranscriptionError if the job cannot be done.
        """
        ...


class FileJob:
    """A finished file of any kind."""

    urgency = 2

    def __init__(self, command: TranscribeFile, engine: Engine) -> None:
        self._job = command.job
        self._file = SoundFile(command.path)
        self._blocks = self._file.blocks()
        self._listening = Listening(engine, command.terms)
        self._is_read = False
        self.is_done = False

    def step(self) -> Iterator[Event]:
        if self._listening.settle():
            yield Heard(self._job, tuple(self._listening.settled), ())
        elif self._is_read:
            self.is_done = True
            yield Transcribed(self._job, self._listening.transcript(), self._file.used)
        else:
            self._read_on()
            yield from self.step()

    def _read_on(self) -> None:
        block = next(self._blocks, None)
        if block is None:
            self._listening.end()
            self._is_read = True
        else:
            self._listening.feed(block)


class TakeJob:
    """A take that is followed while it grows, and finished once it is closed."""

    def __init__(self, command: Follow, engine: Engine) -> None:
        self._command = command
        self._take = GrowingTake(command.path)
        self._listening = Listening(engine, command.terms)
        self._is_closed = False
        self._is_over = False
        self._captions_due_s = 0.0
        self.is_done = False

    @property
    def urgency(self) -> int:
        """A person is waiting for a closed take."""
        return 0 if self._is_closed else 1

    @property
    def terms(self) -> tuple[str, ...]:
        return self._command.terms

    def close(self, path: Path) -> None:
        """The take lies at `path` now and will not grow any more."""
        self._take.path = path
        self._is_closed = True

    def step(self) -> Iterator[Event]:
        self._read_on()
        if self._listening.settle():
            yield self._heard()
        elif self._is_over:
            self.is_done = True
            yield Transcribed(self._command.job, self._listening.transcript())
        elif self._is_caption_due():
            yield self._caption()

    def _read_on(self) -> None:
        samples = self._take.read()
        if len(samples):
            self._listening.feed(samples)
        elif self._is_closed and not self._is_over:
            if not self._take.path.exists():
                raise SoundUndecodable(f"{self._take.path.name} does not exist.")
            self._listening.end()
            self._is_over = True

    def _is_caption_due(self) -> bool:
        return self._command.captions and not self._is_closed and time.monotonic() >= self._captions_due_s

    def _caption(self) -> Heard:
        began_s = time.monotonic()
        words = self._listening.tentative()
        now_s = time.monotonic()
        self._captions_due_s = now_s + max(CAPTION_EVERY_S - (now_s - began_s), _REST_PER_WORK * (now_s - began_s))
        return Heard(self._command.job, tuple(self._listening.settled), words)

    def _heard(self) -> Heard:
        return Heard(self._command.job, tuple(self._listening.settled), ())
