from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from simulator.child_process import Child, ChildDied
from tests.simulator import children
from tests.waiting import PATIENCE_S

StartChild = Callable[..., Child]


@pytest.fixture
def start_child() -> Iterator[StartChild]:
    started: list[Child] = []

    def start(target: Callable[..., None], *args: object) -> Child:
        child = Child(target, *args, name="echo")
        started.append(child)
        child.start()
        return child

    yield start
    for child in started:
        child.kill()


def send_all(child: Child, messages: list[tuple[int, object]]) -> None:
    for message in messages:
        child.send(message)


def test_messages_come_back(start_child: StartChild) -> None:
    child = start_child(children.echo, "heard")
    child.send({"question": "why?", "count": 3})
    assert child.receive(PATIENCE_S) == ("heard", {"question": "why?", "count": 3})
    assert child.is_alive


def test_order_is_kept_across_many_large_messages(start_child: StartChild) -> None:
    child = start_child(children.echo)
    messages = [(n, "x" * 50_000) for n in range(40)]
    sender = threading.Thread(target=send_all, args=(child, messages))
    sender.start()
    heard = [child.receive(PATIENCE_S) for _ in range(40)]
    sender.join()
    assert heard == [("", message) for message in messages]


def test_several_threads_may_send(start_child: StartChild) -> None:
    child = start_child(children.echo)
    size = 500_000  # More than a pipe holds, so that a message goes out in several pieces.
    senders = [threading.Thread(target=send_all, args=(child, [(n, str(n) * size)] * 4)) for n in range(4)]
    for sender in senders:
        sender.start()
    heard = [child.receive(PATIENCE_S) for _ in range(16)]
    for sender in senders:
        sender.join()
    assert Counter(heard) == {("", (n, str(n) * size)): 4 for n in range(4)}


def test_waiting_in_vain_times_out_and_the_child_stays_usable(start_child: StartChild) -> None:
    child = start_child(children.echo)
    with pytest.raises(TimeoutError, match="echo"):
        child.receive(0.01)
    child.send("still there?")
    assert child.receive(PATIENCE_S) == ("", "still there?")


def test_last_words_are_heard_before_the_death(start_child: StartChild) -> None:
    child = start_child(children.say_goodbye)
    assert child.receive(PATIENCE_S) == "one"
    assert child.receive(PATIENCE_S) == "two"
    with pytest.raises(ChildDied) as death:
        child.receive(PATIENCE_S)
    assert death.value.exit_code == 0
    assert str(death.value) == "The echo stopped unexpectedly."


def test_a_crash_is_reported_with_its_signal(start_child: StartChild) -> None:
    child = start_child(children.crash)
    child.send("go")
    with pytest.raises(ChildDied) as death:
        child.receive(PATIENCE_S)
    assert death.value.exit_code == -signal.SIGSEGV
    assert not child.is_alive


def test_a_bug_in_the_child_is_a_death(start_child: StartChild) -> None:
    child = start_child(children.raise_an_error)
    child.send("unforeseen")
    with pytest.raises(ChildDied) as death:
        child.receive(PATIENCE_S)
    assert death.value.exit_code == 1


def test_killed_from_outside(start_child: StartChild) -> None:
    child = start_child(children.tell_pid)
    pid = child.receive(PATIENCE_S)
    assert pid == child.pid
    assert isinstance(pid, int)
    psutil.Process(pid).kill()
    with pytest.raises(ChildDied) as death:
        child.receive(PATIENCE_S)
    assert death.value.exit_code == -signal.SIGKILL


def test_kill_wakes_a_thread_that_receives(start_child: StartChild) -> None:
    child = start_child(children.tell_pid)
    child.receive(PATIENCE_S)
    deaths: list[ChildDied] = []

    def wait_for_ever() -> None:
        try:
            child.receive()
        except ChildDied as death:
            deaths.append(death)

    receiver = threading.Thread(target=wait_for_ever)
    receiver.start()
    child.kill()
    receiver.join(PATIENCE_S)
    assert len(deaths) == 1
    assert not child.is_alive


def test_sending_to_the_dead(start_child: StartChild) -> None:
    child = start_child(children.echo)
    child.kill()
    with pytest.raises(ChildDied):
        child.send("anyone?")


def test_kill_is_harmless_twice_and_before_the_start(start_child: StartChild) -> None:
    unborn = Child(children.echo, name="echo")
    unborn.kill()
    assert not unborn.is_alive
    child = start_child(children.echo)
    child.kill()
    child.kill()
    assert not child.is_alive


def test_a_refused_start_is_a_death(monkeypatch: pytest.MonkeyPatch) -> None:
    child = Child(children.echo, name="speech engine")

    def refuse() -> None:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(child._process, "start", refuse)
    with pytest.raises(ChildDied, match="speech engine") as death:
        child.start()
    assert death.value.exit_code is None


def test_ctrl_c_is_left_to_the_parent(start_child: StartChild) -> None:
    child = start_child(children.echo)
    child.send("ready?")
    child.receive(PATIENCE_S)
    assert child.pid is not None
    psutil.Process(child.pid).send_signal(signal.SIGINT)
    child.send("still there?")
    assert child.receive(PATIENCE_S) == ("", "still there?")


def test_the_child_carries_nothing_of_the_window(start_child: StartChild) -> None:
    heavy = ("PySide6", "numpy", "sqlite_utils", "faster_whisper", "pyttsx3", "yaml")
    assert start_child(children.name_loaded_modules, heavy).receive(PATIENCE_S) == ()


PARENT = """
import sys
import threading

from simulator.child_process import Child
from tests.simulator.children import {target}

if __name__ == "__main__":
    child = Child({target}, name="orphan")
    child.start()
    child.send("at work?")
    child.receive()
    print(child.pid, flush=True)
    {then}
"""


def run_parent(folder: Path, target: str, then: str) -> subprocess.Popen[str]:
    script = folder / "parent.py"
    script.write_text(PARENT.format(target=target, then=then))
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, str(script)], cwd=root, env={"PYTHONPATH": str(root)}, stdout=-1, text=True
    )


def said_pid(parent: subprocess.Popen[str]) -> int:
    assert parent.stdout is not None
    return int(parent.stdout.readline())


@pytest.mark.parametrize("target", ["tell_pid", "echo"])
def test_a_child_does_not_outlive_a_killed_parent(tmp_path: Path, target: str) -> None:
    with run_parent(tmp_path, target, "threading.Event().wait()") as parent:
        child = psutil.Process(said_pid(parent))
        helpers = psutil.Process(parent.pid).children(recursive=True)
        assert child in helpers
        parent.kill()
        _, alive = psutil.wait_procs(helpers, timeout=PATIENCE_S)
    assert alive == []


def test_a_parent_that_returns_takes_its_child_along(tmp_path: Path) -> None:
    with run_parent(tmp_path, "tell_pid", "print('done')") as parent:
        child = said_pid(parent)
        assert parent.wait(PATIENCE_S) == 0
    assert not psutil.pid_exists(child)


def test_a_child_that_hangs_is_killed_and_counts_as_dead() -> None:
    child = Child(children.tell_pid, name="echo", hang_s=1.0)
    child.start()
    pid = child.receive(PATIENCE_S)
    assert isinstance(pid, int)
    psutil.Process(pid).suspend()
    with pytest.raises(ChildDied) as death:
        child.receive()
    assert death.value.exit_code == -signal.SIGKILL
    assert not child.is_alive


def test_one_that_only_says_nothing_lives_on() -> None:
    child = Child(children.echo, name="echo", hang_s=PATIENCE_S)
    child.start()
    with pytest.raises(TimeoutError):
        child.receive(0.01)
    child.send("still there?")
    assert child.receive(PATIENCE_S) == ("", "still there?")
    child.kill()
    with pytest.raises(ChildDied):
        child.receive(PATIENCE_S)
