"""Without threads and without an event loop: what is asked for has been done when the call returns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from recordings.transcription.messages import Ready
from tests.fakes import FakeSpeechService
from tests.ui.parts import Told
from ui.demo.prompt_workers import PromptJobs, PromptReader
from ui.workers.jobs import Speaker
from ui.workers.speech_child import SpeechChild


def test_a_job_is_done_before_run_returns(qtbot: QtBot) -> None:
    done: list[int] = []
    failed: list[Exception] = []
    PromptJobs().run(lambda: 6 * 7, done.append, failed.append)
    assert (done, failed) == ([42], [])


def test_what_a_job_raises_is_handed_over(qtbot: QtBot) -> None:
    done: list[float] = []
    failed: list[Exception] = []
    PromptJobs().run(lambda: 1 / 0, done.append, failed.append)
    assert done == []
    assert [type(error) for error in failed] == [ZeroDivisionError]


def test_what_a_callback_raises_is_not_taken_for_the_jobs(qtbot: QtBot) -> None:
    failed: list[Exception] = []
    with pytest.raises(ZeroDivisionError):
        PromptJobs().run(lambda: 0, _divide_by, failed.append)
    assert failed == []


def test_a_child_is_heard_when_asked(qtbot: QtBot) -> None:
    speech = FakeSpeechService()
    reader = PromptReader(speech)
    messages, deaths = Told(reader.message_received), Told(reader.died)
    speech.start()
    reader.start()
    assert messages == []
    reader.read(1.0)
    reader.read(0.01)  # it has nothing more to say
    assert messages == [Ready("fake", "fake")]
    speech.kill()
    reader.read(1.0)
    assert deaths == ["The fake recogniser stopped unexpectedly."]


def test_the_speech_child_can_be_read_so_and_is_started_again(qtbot: QtBot) -> None:
    readers: list[PromptReader] = []

    def reader_of(child: Speaker, parent: QObject) -> PromptReader:
        readers.append(PromptReader(child, parent))
        return readers[-1]

    speech = FakeSpeechService()
    child = SpeechChild(speech, None, reader_of)
    ready = Told(child.ready)
    child.start()
    readers[0].read(1.0)
    assert ready == [Ready("fake", "fake")]
    speech.kill()
    readers[0].read(1.0)
    readers[1].read(1.0)
    assert len(ready) == 2
    child.close()


def _divide_by(number: int) -> None:
    assert 1 // number
