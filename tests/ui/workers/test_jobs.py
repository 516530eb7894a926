"""The program's only threads: results come back on the GUI's, once, and none after the end."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.errors import ChildDied
from tests.fakes import FakeSpeechService
from tests.ui.parts import Told
from ui.workers.jobs import ChildReader, Gate, Jobs


class Results:
    """Both callbacks of a job, with the thread they came on."""

    def __init__(self) -> None:
        self.done: list[tuple[object, threading.Thread]] = []
        self.failed: list[tuple[Exception, threading.Thread]] = []

    def on_done(self, value: object) -> None:
        self.done.append((value, threading.current_thread()))

    def on_failed(self, error: Exception) -> None:
        self.failed.append((error, threading.current_thread()))


def test_a_job_runs_beside_and_its_result_comes_back_here(qtbot: QtBot) -> None:
    own_work, results = Jobs(), Results()
    own_work.run(threading.current_thread, results.on_done, results.on_failed)
    qtbot.waitUntil(lambda: len(results.done) == 1)
    ((worked_on, came_on),) = results.done
    assert worked_on is not came_on
    assert came_on is threading.main_thread()
    assert results.failed == []


def test_a_fault_comes_back_instead(qtbot: QtBot) -> None:
    own_work, results, fault = Jobs(), Results(), ValueError("no")
    own_work.run(lambda: _raise(fault), results.on_done, results.on_failed)
    qtbot.waitUntil(lambda: len(results.failed) == 1)
    assert results.failed == [(fault, threading.main_thread())]
    assert results.done == []


class Held:
    """Something that a job refers to."""

    def __init__(self, let_go_on: list[threading.Thread]) -> None:
        weakref.finalize(self, lambda: let_go_on.append(threading.current_thread()))

    def work(self) -> None:
        """Nothing."""

    def take(self, _result: object) -> None:
        """Nothing either."""


def test_what_a_job_holds_is_let_go_of_here(qtbot: QtBot) -> None:
    let_go_on: list[threading.Thread] = []
    own_work = Jobs()
    for _ in range(50):
        held = Held(let_go_on)
        own_work.run(held.work, held.take, held.take)
        del held
    qtbot.waitUntil(lambda: len(let_go_on) == 50)
    assert set(let_go_on) == {threading.main_thread()}


def test_a_background_that_is_gone_leaves_nothing_to_its_threads(qtbot: QtBot) -> None:
    let_go_on: list[threading.Thread] = []
    own_work, going_on, done = Jobs(), threading.Event(), threading.Event()
    held = Held(let_go_on)

    def work(held: Held = held) -> None:
        going_on.wait()
        done.set()

    own_work.run(work, held.take, held.take)
    del work, held, own_work
    going_on.set()
    qtbot.waitUntil(done.is_set)
    qtbot.waitUntil(lambda: "background job" not in {thread.name for thread in threading.enumerate()})
    assert all(thread is threading.main_thread() for thread in let_go_on)


def test_a_job_that_hangs_holds_up_no_other(qtbot: QtBot) -> None:
    own_work, hanging, results = Jobs(), threading.Event(), Results()
    own_work.run(hanging.wait, results.on_done, results.on_failed)
    own_work.run(lambda: "quick", results.on_done, results.on_failed)
    qtbot.waitUntil(lambda: len(results.done) == 1)
    assert results.done[0][0] == "quick"
    hanging.set()
    qtbot.waitUntil(lambda: len(results.done) == 2)


def test_after_closing_no_callback_comes(qtbot: QtBot) -> None:
    own_work, results = Jobs(), Results()
    has_worked = threading.Event()
    own_work.run(has_worked.set, results.on_done, results.on_failed)
    assert has_worked.wait(20)
    own_work.close()
    with qtbot.waitSignal(own_work.destroyed):
        own_work.deleteLater()
    assert results.done == []


def test_a_job_may_outlive_the_program(qtbot: QtBot) -> None:
    own_work, results = Jobs(), Results()
    hanging = threading.Event()
    before = set(threading.enumerate())
    own_work.run(hanging.wait, results.on_done, results.on_failed)
    (worker,) = set(threading.enumerate()) - before
    assert worker.daemon
    with qtbot.waitSignal(own_work.destroyed):
        own_work.deleteLater()
    hanging.set()
    worker.join(20)
    assert not worker.is_alive()
    assert results.done == []


def test_a_reader_passes_on_what_the_child_says_until_it_dies(qtbot: QtBot) -> None:
    child = FakeSpeechService()
    reader = ChildReader(child)
    messages, deaths = Told(reader.message_received), Told(reader.died)
    reader.start()
    child.start()
    qtbot.waitUntil(lambda: len(messages) == 1)
    child.kill()
    qtbot.waitUntil(lambda: len(deaths) == 1)
    assert deaths == [str(ChildDied("fake recogniser", -9))]


@pytest.mark.parametrize("says_something_first", [True, False])
def test_a_closed_reader_is_silent_and_its_thread_ends(qtbot: QtBot, says_something_first: bool) -> None:
    child = FakeSpeechService()
    reader = ChildReader(child)
    messages, deaths = Told(reader.message_received), Told(reader.died)
    before = set(threading.enumerate())
    reader.start()
    (thread,) = set(threading.enumerate()) - before
    reader.close()
    if says_something_first:
        child.start()
    child.kill()
    thread.join(20)
    assert not thread.is_alive()
    with qtbot.waitSignal(reader.destroyed):
        reader.deleteLater()
    assert messages == []
    assert deaths == []


def _raise(fault: Exception) -> None:
    raise fault


def test_no_thread_is_the_last_to_hold_a_gate(qapp: QApplication) -> None:
    """Destroyed in a thread while its owner goes here, it would take the program with it."""
    del qapp
    owner = QObject()
    kept = weakref.ref(Gate(owner))
    owner.deleteLater()
    del owner
    gc.collect()
    assert kept() is not None
