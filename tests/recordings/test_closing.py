"""A take is closed where nobody waits for it, and told of once it is safe."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest

from recordings.closing import at_once, beside
from recordings.errors import TakeBroken
from recordings.take import FinishedTake, TakeWriter
from tests.recordings.recorder_desk import VOICE, Desk
from tests.threads import Threads
from tests.waiting import wait_until


class SlowDisk:
    """Closes what it is given when it is told to."""

    def __init__(self) -> None:
        self._given: list[tuple[Callable[[], FinishedTake], Future[FinishedTake]]] = []

    def __call__(self, close: Callable[[], FinishedTake]) -> Future[FinishedTake]:
        self._given.append((close, Future()))
        return self._given[-1][1]

    def finish(self) -> None:
        ((close, done),) = self._given
        done.set_result(close())


def test_a_take_is_told_of_once_it_is_closed(tmp_path: Path) -> None:
    disk = SlowDisk()
    desk = Desk(tmp_path, disk)
    desk.start()
    desk.hear(VOICE, 3)
    desk.stop()
    assert desk.finished == []
    is_closing = desk.recorder.is_recording
    assert [path.name for path in tmp_path.iterdir()] == ["take.wav.part"]
    desk.wait(0.1)
    assert desk.finished == []
    assert desk.waits_until() is not None
    disk.finish()
    desk.wait(0.1)
    assert [take.path.name for take in desk.finished] == ["take.wav"]
    assert (is_closing, desk.recorder.is_recording) == (True, False)
    assert desk.waits_until() is None


def test_who_must_leave_waits_for_the_disk(tmp_path: Path) -> None:
    desk = Desk(tmp_path, beside())
    desk.start()
    desk.hear(VOICE, 3)
    desk.stop_now()
    assert [take.path.name for take in desk.finished] == ["take.wav"]
    desk.stop_now()
    assert len(desk.finished) == 1


def test_takes_are_closed_on_a_thread_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    threads = Threads()
    monkeypatch.setattr(TakeWriter, "close", threads.watch(TakeWriter.close))
    desk = Desk(tmp_path, beside())
    desk.start()
    desk.hear(VOICE, 3)
    desk.stop()

    def is_finished() -> bool:
        desk.wait(0.1)
        return bool(desk.finished)

    wait_until(is_finished, "the take to be closed")
    assert threads.were_main == [False]


@pytest.mark.parametrize("closing", [at_once, beside()])
def test_a_disk_that_fails_at_the_end_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closing: Callable[..., Future[FinishedTake]]
) -> None:
    def fail(take: TakeWriter) -> FinishedTake:
        take.discard()
        raise TakeBroken("The disk failed.", take.path)

    monkeypatch.setattr(TakeWriter, "close", fail)
    desk = Desk(tmp_path, closing)
    desk.start()
    desk.hear(VOICE, 3)
    desk.stop_now()
    assert desk.cut_short.sentence == "The disk failed."
    assert desk.cut_short.take is None
