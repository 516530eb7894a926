"""Acts that are killed at a moment drawn by lot: in time, or just before their n-th write, sync or rename.

Forked from a process that has all in memory, so that a kill costs no start of Python. strace kills at a call.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from recordings.library_archive import write_archive
from recordings.take import TakeWriter
from simulator.data_folder import DataFolder
from simulator.store.records import AnswerId
from simulator.store.store import Store
from tests.promises import acts, stock
from tests.promises.aftermath import Found, Promised, look
from tests.simulator.store.older import write_older

CALLS: Final = "write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,rmdir"
MOST_LOST_S: Final = 1.0
_BY_CALL: Final = 0.6
_PATIENCE_S: Final = 60.0
_EVERY_S: Final = 0.002
_STOCKS: Final = {"migrate": "older", "mend": "damaged"}


@dataclass(frozen=True)
class Kill:
    """One act, where it was killed ("" if it came to its end), and what the next start found."""

    act: str
    seed: int
    place: str
    faults: list[str]
    lost_s: float


@dataclass
class _Stock:
    library: DataFolder
    saved: dict[AnswerId, str]


@dataclass
class Running:
    """A forked act: what it tells is read from `told`, and is its descriptor `tell`."""

    pid: int
    told: int
    tell: int
    go: int
    promised: Promised


class Range:
    """Where acts are killed: below `folder`, each in a copy of a library of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._calls: dict[str, int] = {}
        self._seconds: dict[str, float] = {}
        self._stocks = {name: _prepared(folder / name) for name in ("usual", "older", "damaged")}

    def whole(self, act: str) -> Kill:
        """The act undisturbed, after which nothing may be wrong either; it says where it can be killed."""
        library, running = self.begin(act)
        trace = library.data.parent / "trace"
        with strace(running.pid, trace, f"trace={CALLS}"):
            ended(running)
        lines = trace.read_text(errors="replace").splitlines()
        trace.unlink()
        self._calls[act] = sum(line.startswith(f"{running.pid} ") for line in lines)
        kill = self._looked(act, 0, "", library, running.promised)
        library, running = self.begin(act)
        began_s = time.monotonic()
        ended(running)
        self._seconds[act] = time.monotonic() - began_s
        shutil.rmtree(library.data.parent)
        return kill

    def kill(self, act: str, seed: int) -> Kill:
        """Kill it at a moment that `seed` decides; where it had ended by then, earlier."""
        chance = random.Random(f"{act} {seed}")
        is_by_call, share = chance.random() < _BY_CALL, chance.random()
        while True:
            library, running = self.begin(act)
            call, after_s = 1 + int(share * self._calls[act]), share * self._seconds[act]
            is_killed = _killed_at(running, call) if is_by_call else _killed_after(running, after_s)
            place = f"before call {call}" if is_by_call else f"after {1000 * after_s:.0f} ms"
            kill = self._looked(act, seed, place, library, running.promised)
            if is_killed or kill.faults:
                return kill
            share *= chance.random()

    def begin(self, act: str) -> tuple[DataFolder, Running]:
        """The act in a library of its own, waiting to be let go."""
        chosen = self._stocks[_STOCKS.get(act, "usual")]
        place = Path(tempfile.mkdtemp(dir=self._folder))
        shutil.copytree(chosen.library.data.parent, place, dirs_exist_ok=True)
        library = DataFolder.find(place / "library")
        return library, _forked(act, library, Promised(dict(chosen.saved)))

    @staticmethod
    def _looked(act: str, seed: int, place: str, library: DataFolder, promised: Promised) -> Kill:
        try:
            found = look(library, promised, MOST_LOST_S)
        except Exception:  # noqa: BLE001 - whatever stops the next start is what is looked for
            found = Found([traceback.format_exc()])
        faults = [*found.faults, *(f"child {pid} lives on" for pid in promised.children if not _is_gone(pid))]
        shutil.rmtree(library.data.parent)
        return Kill(act, seed, place, faults, found.lost_s)


def _prepared(place: Path) -> _Stock:
    library = DataFolder.find(place / "library")
    if place.name == "older":
        library.prepare()
        take = TakeWriter.create(library.recordings, "older")
        take.append(stock.PCM)
        whole = take.close()
        write_older(library.database, whole.path.name, whole.samples, whole.byte_count, whole.sha256)
        return _Stock(library, {AnswerId(1): whole.sha256})
    stock.fill(library)
    store = Store.open(library.database)
    saved = stock.saved(store)
    store.close()
    if place.name == "damaged":
        acts.damage(library)
    else:
        stock.target(library).parent.mkdir()
        write_archive(library, stock.target(library))
    return _Stock(library, saved)


def _forked(act: str, library: DataFolder, promised: Promised) -> Running:
    """The act in a process of its own, which waits until it is let go."""
    told, tell = os.pipe()
    start, go = os.pipe()
    pid = os.fork()
    if pid == 0:
        _act(act, library, start, tell)
    os.close(tell)
    os.close(start)
    return Running(pid, told, tell, go, promised)


def _act(name: str, library: DataFolder, start: int, tell: int) -> None:
    code = 1
    try:
        os.read(start, 1)
        with open(tell, "w", buffering=1, encoding="utf-8", closefd=False) as words:
            acts.ACTS[name](library, lambda line: print(line, file=words))
        code = 0
    except BaseException:  # noqa: BLE001 - a fork must never go on as its parent
        os.write(tell, f"raised {traceback.format_exc()}".encode())
    finally:
        os._exit(code)


def _heard(running: Running) -> None:
    """Let it go, and hear it to its end."""
    os.write(running.go, b"g")
    os.close(running.go)
    with os.fdopen(running.told, encoding="utf-8", errors="replace") as told:
        for line in told:
            if line.startswith("raised"):
                raise AssertionError(line + told.read())
            if line.endswith("\n"):
                running.promised.hear(line)


def _died_of(running: Running) -> int:
    _, status = os.waitpid(running.pid, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def ended(running: Running) -> None:
    """Let it go, and hear it to its end."""
    _heard(running)
    _died_of(running)


def _killed_at(running: Running, call: int) -> bool:
    """Whether it was killed before this call of one of its threads."""
    with strace(running.pid, Path(os.devnull), f"trace={CALLS}", "-e", f"inject={CALLS}:signal=SIGKILL:when={call}"):
        _heard(running)
        return _died_of(running) == signal.SIGKILL


def _killed_after(running: Running, seconds: float) -> bool:
    timer = threading.Timer(seconds, os.kill, (running.pid, signal.SIGKILL))
    timer.start()
    _heard(running)
    timer.cancel()
    timer.join()
    return _died_of(running) == signal.SIGKILL


@contextlib.contextmanager
def strace(pid: int, trace: Path, expression: str, *options: str) -> Iterator[None]:
    """Its calls are followed, from before it is let go until it has ended."""
    wishes = ["-e", expression, *options]
    tracer = subprocess.Popen(["strace", "-f", "-qqq", "-p", str(pid), "-o", trace, *wishes], stderr=subprocess.DEVNULL)
    _wait(lambda: "\nTracerPid:\t0\n" not in Path(f"/proc/{pid}/status").read_text(), "strace")
    yield
    tracer.wait()


def _is_gone(pid: int) -> bool:
    """Whether the process has ended, or does so in time."""
    try:
        _wait(lambda: not Path(f"/proc/{pid}").exists() or "State:\tZ" in Path(f"/proc/{pid}/status").read_text(), "")
    except (TimeoutError, OSError):
        return not Path(f"/proc/{pid}").exists()
    return True


def _wait(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited in vain for {what}")
        time.sleep(_EVERY_S)
