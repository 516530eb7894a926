"""The child's loop with a fake engine: commands in, events out, one bad job harms no other."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from recordings.transcription.errors import RecogniserFailed
from recordings.transcription.job_loop import JobLoop
from recordings.transcription.messages import Cancel, Event, Failed, Finish, Follow, Heard, Transcribed, TranscribeFile
from recordings.transcription.phrases import Manner, Phrase
from recordings.transcription.sound import Samples
from tests.recordings.transcription.fakes import FakeEngine
from tests.recordings.transcription.speaking import append, silence, spoken, write_take
from tests.waiting import PATIENCE_S

pytestmark = pytest.mark.speech


def gives_up(samples: Samples, manner: Manner) -> tuple[Phrase, ...]:
    raise RecogniserFailed("The recogniser gave up.")


def serve(loop: JobLoop) -> None:
    with suppress(EOFError):
        loop.serve()


def serving(engine: FakeEngine) -> Iterator[Connection]:
    here, there = Pipe()
    thread = threading.Thread(target=serve, args=(JobLoop(there, engine),))
    thread.start()
    yield here
    here.close()
    thread.join(10)
    assert not thread.is_alive()


@pytest.fixture
def pipe() -> Iterator[Connection]:
    yield from serving(FakeEngine())


@pytest.fixture
def broken_pipe() -> Iterator[Connection]:
    yield from serving(FakeEngine(gives_up))


def outcome(pipe: Connection) -> Event:
    while pipe.poll(30):
        event: Event = pipe.recv()
        if isinstance(event, Transcribed | Failed):
            return event
    raise AssertionError("nothing came")


def test_a_recogniser_that_gives_up_fails_its_job_alone(broken_pipe: Connection, tmp_path: Path) -> None:
    speech = write_take(tmp_path / "speech.wav", spoken("one two three four", tmp_path))
    broken_pipe.send(TranscribeFile("speech", speech))
    assert outcome(broken_pipe) == Failed("speech", "The recogniser gave up.")
    broken_pipe.send(TranscribeFile("silence", write_take(tmp_path / "silence.wav", silence(1.0))))
    assert isinstance(outcome(broken_pipe), Transcribed)


def test_a_take_that_vanished_fails_in_words(pipe: Connection, tmp_path: Path) -> None:
    pipe.send(Follow("gone", tmp_path / "gone.wav.part"))
    pipe.send(Finish("gone", tmp_path / "gone.wav"))
    assert outcome(pipe) == Failed("gone", "gone.wav does not exist.")


def test_a_cancelled_take_is_forgotten(pipe: Connection, tmp_path: Path) -> None:
    pipe.send(Follow("first", write_take(tmp_path / "first.wav.part", silence(0.5))))
    pipe.send(Cancel("first"))
    pipe.send(Cancel("never heard of"))
    second = write_take(tmp_path / "second.wav", silence(0.5))
    pipe.send(Follow("second", second))
    pipe.send(Finish("second", second))
    event = outcome(pipe)
    assert isinstance(event, Transcribed)
    assert event.job == "second"


def test_settled_words_come_while_a_take_grows_without_captions_too(pipe: Connection, tmp_path: Path) -> None:
    part = write_take(tmp_path / "live.wav.part", silence(0))
    pipe.send(Follow("live", part, captions=False))
    append(part, spoken("one two three four five six seven eight nine ten eleven twelve", tmp_path))
    append(part, silence(2.0))
    assert pipe.poll(PATIENCE_S)
    event = pipe.recv()
    assert isinstance(event, Heard)
    assert event.settled
    assert event.tentative == ()
    pipe.send(Cancel("live"))


def test_two_takes_may_grow_at_once(pipe: Connection, tmp_path: Path) -> None:
    parts = [write_take(tmp_path / f"{name}.wav.part", silence(0)) for name in "ab"]
    for part in parts:
        pipe.send(Follow(part.name[0], part))
    for part in parts:
        append(part, silence(1.0))
        pipe.send(Finish(part.name[0], part))
    events = [outcome(pipe), outcome(pipe)]
    assert {event.job for event in events if isinstance(event, Transcribed)} == {"a", "b"}
