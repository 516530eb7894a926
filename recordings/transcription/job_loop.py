"""The speech child's loop: commands come in by the pipe, the most urgent job gets its next step, events go out."""

from __future__ import annotations

from multiprocessing.connection import Connection

from recordings.transcription.engines import Engine
from recordings.transcription.errors import TranscriptionError
from recordings.transcription.jobs import FileJob, Job, TakeJob
from recordings.transcription.messages import Cancel, Command, Failed, Finish, Follow, TranscribeFile

POLL_S = 0.25


class JobLoop:
    """Serves one parent until the pipe closes (EOFError)."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine
        self._jobs: dict[str, Job] = {}

    def serve(self) -> None:
        """Never returns; raises EOFError or OSError when the parent is gone."""
        patience_s: float | None = None
        while True:
            if self._connection.poll(patience_s):
                self._obey(self._connection.recv())
                patience_s = 0.0
                continue
            is_busy = self._advance()
            patience_s = 0.0 if is_busy else (POLL_S if self._jobs else None)

    def _obey(self, command: Command) -> None:
        match command:
            case Follow(job):
                self._jobs[job] = TakeJob(command, self._engine)
            case TranscribeFile(job):
                self._jobs[job] = FileJob(command, self._engine)
            case Finish():
                self._finish(command)
            case Cancel(job):
                self._jobs.pop(job, None)

    def _finish(self, command: Finish) -> None:
        """A take that was never followed, as after a restart, is transcribed from its file."""
        job = self._jobs.get(command.job)
        if isinstance(job, TakeJob):
            job.close(command.path)
        else:
            self._jobs[command.job] = FileJob(TranscribeFile(command.job, command.path), self._engine)

    def _advance(self) -> bool:
        """One step of the most urgent job that has something to do; False if none has."""
        by_urgency = sorted(self._jobs.items(), key=lambda item: item[1].urgency)
        return any(self._step(name, job) for name, job in by_urgency)

    def _step(self, name: str, job: Job) -> bool:
        has_worked = False
        try:
            for event in job.step():
                self._connection.send(event)
                has_worked = True
        except TranscriptionError as problem:
            del self._jobs[name]
            self._connection.send(Failed(name, str(problem)))
            return True
        if job.is_done:
            del self._jobs[name]
        return has_worked
