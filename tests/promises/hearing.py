"""A speech child with its real loop and its real pipe, whose engine hears a word a second."""

from __future__ import annotations

from simulator.child_process import Connection


def run(connection: Connection) -> None:
    """Serve until the pipe closes."""
    from recordings.transcription.job_loop import JobLoop
    from tests.recordings.transcription.fakes import FakeEngine

    JobLoop(connection, FakeEngine()).serve()
