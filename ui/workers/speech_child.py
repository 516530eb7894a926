"""Keeps the speech child alive and turns what it says into signals; a child that died is started again."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from question_bank.models import Question
from recordings.transcription.expected_terms import terms_of, with_own
from recordings.transcription.messages import (
    Cancel,
    Command,
    Failed,
    Finish,
    Follow,
    Heard,
    NoEngine,
    Ready,
    Transcribed,
    TranscribeFile,
)
from recordings.transcription.model_speed import ModelChoice
from simulator.child_process import ChildDied
from ui.workers.jobs import ChildReader, Speaker

log = logging.getLogger(__name__)
LATER: Final = "Answers will still be recorded and can be transcribed later."
RESTARTS: Final = 3  # in one run of the program; beyond that the child dies of something a restart does not cure


class SpeechProcess(Protocol):
    """The parent's side of the speech child. `choice` is the model that the next one started loads."""

    choice: ModelChoice

    def start(self) -> None: ...
    def send(self, message: Command) -> None: ...
    def receive(self, timeout_s: float | None = None) -> object: ...
    def kill(self) -> None: ...
    def restart(self) -> None: ...


class SpeechChild(QObject):
    """Sends takes to the speech child, with the user's `own_words` to listen for, and passes on what it hears.

    Signals:
        ready(object): `Ready`, the engine is loaded.
        unavailable(str): there is no engine; answers are kept without words.
        heard(str, object, object): job, settled words, tentative words.
        transcribed(str, object): job, `Transcript`.
        failed(str, str): job, the reason in one sentence.
    """

    ready = Signal(object)
    unavailable = Signal(str)
    heard = Signal(str, object, object)
    transcribed = Signal(str, object)
    failed = Signal(str, str)

    def __init__(
        self,
        speech: SpeechProcess,
        parent: QObject | None = None,
        reader_of: Callable[[Speaker, QObject], ChildReader] = ChildReader,
    ) -> None:
        super().__init__(parent)
        self._speech = speech
        self._reader_of = reader_of
        self._reader: ChildReader | None = None
        self._open_jobs: set[str] = set()
        self._restarts_left = RESTARTS
        self._no_engine: str | None = None
        self._is_closed = False
        self._is_renewal_due = False
        self.engine: Ready | None = None
        self.own_words: tuple[str, ...] = ()

    def start(self) -> None:
        """Start the child; `ready` or `unavailable` follows."""
        self._begin(self._speech.start)

    def close(self) -> None:
        """End the child at once; nothing is heard any more."""
        self._is_closed = True  # what the reader has said by now still lies in Qt's queue
        if self._reader is not None:
            self._reader.close()
        self._speech.kill()

    def use_model(self, name: str | None) -> None:
        """Load this model of the user's, None for the built-in one, as soon as no answer is being transcribed."""
        if name != self._speech.choice.name:
            self._speech.choice = replace(self._speech.choice, name=name)
            self.reload()

    def reload(self) -> None:
        """Load the chosen model anew, as soon as no answer is being transcribed: what is known of it has changed."""
        self._is_renewal_due = self._reader is not None and not self._is_closed
        self._renew_if_due()

    def follow(self, job: str, path: Path, question: Question, *, captions: bool) -> None:
        """Transcribe the growing take at `path`, an answer to `question`."""
        self._send(job, Follow(job, path, with_own(terms_of(question), self.own_words), captions))

    def finish(self, job: str, path: Path) -> None:
        """The take of `job` is closed and lies at `path`."""
        self._send(job, Finish(job, path))

    def transcribe(self, job: str, path: Path, terms: tuple[str, ...]) -> None:
        """Transcribe a finished take, from scratch."""
        self._send(job, TranscribeFile(job, path, with_own(terms, self.own_words)))

    def cancel(self, job: str) -> None:
        """Forget `job`; nothing follows for it."""
        if job in self._open_jobs:
            self._send(job, Cancel(job))
            self._closed_job(job)

    def _renew_if_due(self) -> None:
        if not self._is_renewal_due or self._open_jobs or self._is_closed or self._reader is None:
            return
        self._is_renewal_due = False
        self._reader.close()  # what the old child says of its end is not heard
        self._no_engine = self.engine = None
        self._begin(self._speech.restart)

    def _closed_job(self, job: str) -> None:
        """Nothing more follows for it."""
        self._open_jobs.discard(job)
        QTimer.singleShot(0, self, self._renew_if_due)

    def _begin(self, start: Callable[[], None]) -> None:
        try:
            start()
        except ChildDied as error:
            log.warning("the speech child could not be started: %s", error)
            self._give_up(f"The speech engine could not be started. {LATER}")
            return
        self._reader = self._reader_of(self._speech, self)
        self._reader.message_received.connect(self._on_message_received)
        self._reader.died.connect(self._on_died)
        self._reader.start()

    def _send(self, job: str, command: Command) -> None:
        if self._is_closed:
            return
        if self._no_engine is not None:
            if not isinstance(command, Follow | Cancel):
                self.failed.emit(job, self._no_engine)
            return
        self._open_jobs.add(job)
        try:
            self._speech.send(command)
        except (ChildDied, OSError) as error:  # the reader notices the death and fails every open job
            log.info("the speech child could not be reached: %s", error)

    def _on_message_received(self, message: object) -> None:
        if self._is_closed:
            return
        match message:
            case Ready():
                self.engine = message
                self.ready.emit(message)
            case NoEngine(reason):
                self._give_up(reason)
            case Heard(job, settled, tentative) if job in self._open_jobs:
                self.heard.emit(job, settled, tentative)
            case Transcribed(job, transcript) if job in self._open_jobs:
                self._closed_job(job)
                self.transcribed.emit(job, transcript)
            case Failed(job, reason) if job in self._open_jobs:
                self._closed_job(job)
                self.failed.emit(job, reason)

    def _on_died(self, reason: str) -> None:
        if self._is_closed or self._no_engine is not None:  # it said so and left
            return
        log.warning("the speech child ended: %s", reason)
        self._fail_open_jobs("Transcription of this answer was interrupted. The recording is kept; try again.")
        if self._restarts_left:
            self._restarts_left -= 1
            self._begin(self._speech.restart)
        else:
            self._give_up(f"The speech engine keeps stopping. {LATER}")

    def _give_up(self, reason: str) -> None:
        self._no_engine = reason
        self._fail_open_jobs(reason)
        self.unavailable.emit(reason)

    def _fail_open_jobs(self, reason: str) -> None:
        jobs, self._open_jobs = self._open_jobs, set()
        for job in sorted(jobs):
            self.failed.emit(job, reason)
