"""One child for each request, and one that stays: what each promises, and what becomes of it when things go wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import psutil
import pytest

from simulator.child_process import ChildDied
from simulator.voice.voice_child import ListVoices, NoVoiceEngine, Render, Rendered, Voices, serve_on
from simulator.voice.voice_children import ChildForEach, ChildThatStays
from tests.simulator import children
from tests.simulator.voice.conftest import Children
from tests.simulator.voice.tone_engine import ToneEngine, find_nothing
from tests.waiting import PATIENCE_S

Start = Callable[[Callable[[Connection], None]], ChildThatStays]
STAYING = partial(serve_on, ToneEngine)
LEAVING = partial(serve_on, ToneEngine, idle_s=0.1)


@pytest.fixture
def start() -> Iterator[Start]:
    """Makes children that stay, and ends them."""
    started: list[ChildThatStays] = []

    def make(in_child: Callable[[Connection], None]) -> ChildThatStays:
        started.append(ChildThatStays(in_child))
        return started[-1]

    yield make
    for each in started:
        each.close()


def test_one_for_each_request_is_gone_afterwards(left_of_voice: Children, tmp_path: Path) -> None:
    voice = ChildForEach(STAYING)
    assert isinstance(voice.ask(Render("Why?", None, 165, str(tmp_path / "why.wav")), PATIENCE_S), Rendered)
    assert left_of_voice() == []


def test_one_that_stays_does_one_thing_after_the_other(start: Start, left_of_voice: Children, tmp_path: Path) -> None:
    voice = start(STAYING)
    assert isinstance(voice.ask(ListVoices(), PATIENCE_S), Voices)
    (child,) = left_of_voice()
    for number in range(2):
        path = tmp_path / f"{number}.wav"
        assert isinstance(voice.ask(Render("Why?", None, 165, str(path)), PATIENCE_S), Rendered)
        assert path.is_file()
    assert left_of_voice() == [child]
    voice.close()
    assert left_of_voice() == []


def test_one_that_left_is_followed_by_another(start: Start, left_of_voice: Children) -> None:
    voice = start(LEAVING)
    assert isinstance(voice.ask(ListVoices(), PATIENCE_S), Voices)
    psutil.wait_procs(left_of_voice(), PATIENCE_S)
    assert left_of_voice() == []
    assert isinstance(voice.ask(ListVoices(), PATIENCE_S), Voices)


def test_one_that_dies_at_work_is_asked_once_more_as_another(start: Start) -> None:
    voice = start(children.answer_once_then_crash)
    assert voice.ask("first", PATIENCE_S) == "first"
    assert voice.ask("second", PATIENCE_S) == "second"


def test_one_that_hangs_is_killed_in_time(start: Start, left_of_voice: Children) -> None:
    voice = start(children.hang)
    with pytest.raises(TimeoutError):
        voice.ask(ListVoices(), 0.5)
    assert left_of_voice() == []


def test_threads_take_turns_with_one_child(start: Start, left_of_voice: Children) -> None:
    voice, answers = start(STAYING), list[object]()
    threads = [threading.Thread(target=lambda: answers.append(voice.ask(ListVoices(), PATIENCE_S))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert len(answers) == 3
    assert all(isinstance(answer, Voices) for answer in answers)
    assert len(left_of_voice()) == 1


def test_closed_frees_whoever_waits_and_starts_no_more(start: Start, left_of_voice: Children) -> None:
    voice, deaths = start(children.hang), list[ChildDied]()

    def wait() -> None:
        try:
            voice.ask(ListVoices(), PATIENCE_S)
        except ChildDied as death:
            deaths.append(death)

    waiting = threading.Thread(target=wait)
    waiting.start()
    while not left_of_voice() and waiting.is_alive():
        waiting.join(0.01)
    voice.close()
    waiting.join(PATIENCE_S)
    assert len(deaths) == 1
    with pytest.raises(ChildDied):
        voice.ask(ListVoices(), PATIENCE_S)


def test_one_without_an_engine_says_what_to_do(start: Start) -> None:
    answer = start(partial(serve_on, find_nothing)).ask(ListVoices(), PATIENCE_S)
    assert answer == NoVoiceEngine("install something")
