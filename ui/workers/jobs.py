"""The only threads of the program: short jobs that may block, and readers that wait for a child process to speak.

Nothing that happens here touches a widget; results come back to the GUI thread as calls and signals.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from simulator.child_process import ChildDied
from ui.workers.garbage import collect_if_due, collect_only_when_told

COLLECT_EVERY_MS: Final = 1_000

T = TypeVar("T")


# All of them, for good: they are small, and one for each object that has threads. A thread may be the last to hold a
# gate, and if it were destroyed there while Qt tells it that its owner is gone, the program would crash.
_GATES: Final[list[Gate]] = []


class Gate:
    """Lets a thread emit a signal of a QObject only while that object lives.

    Emitting from a thread while Qt deletes the object crashes the process: the lock makes the deletion wait for an
    emission that is under way, and keeps later ones out.
    """

    def __init__(self, owner: QObject) -> None:
        _GATES.append(self)
        self._lock = threading.Lock()
        self._is_open = True
        owner.destroyed.connect(self.close)

    @property
    def is_open(self) -> bool:
        return self._is_open

    def close(self) -> None:
        """Nothing passes any more once this returns."""
        with self._lock:
            self._is_open = False

    def emit(self, signal: SignalInstance, *values: object) -> None:
        """Emit, or do nothing if the gate is closed. Receivers are on another thread, so the lock is held briefly."""
        with self._lock:
            if self._is_open:
                signal.emit(*values)


@dataclass(slots=True)
class _Job:
    """What is to be done, and what became of it. Made and let go of by the GUI thread; see `_UNDER_WAY`."""

    work: Callable[[], object]
    on_done: Callable[[Any], None]
    on_failed: Callable[[Exception], None]
    result: object = None
    error: Exception | None = None


# Every job whose end the GUI thread has not seen. What a job refers to is often a window's. If a thread were the last
# to hold such an object, it would be destroyed there, while Qt's timers for it still run here, and the program would
# crash. So the jobs stand here until this thread takes them out; those of a `Jobs` that is gone stay for good.
_UNDER_WAY: Final[dict[int, _Job]] = {}
_NUMBERS: Final = itertools.count()


class Jobs(QObject):
    """Runs jobs that block (rendering a voice, reading a folder) and calls back on the GUI thread.

    Threads are daemons: a job that hangs never keeps the program from closing. Where there are threads, reference
    cycles are a matter for the GUI thread: it looks for them once a second, but not while a job is making objects.
    """

    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gate = Gate(self)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._running = 0
        collect_only_when_told()
        self._rest = QTimer(self, interval=COLLECT_EVERY_MS)
        self._rest.timeout.connect(self._on_rest)
        self._rest.start()

    def run(self, job: Callable[[], T], on_done: Callable[[T], None], on_failed: Callable[[Exception], None]) -> None:
        """Run `job` beside the GUI; exactly one of the two callbacks follows, on the GUI thread."""
        self._running += 1
        number = next(_NUMBERS)
        _UNDER_WAY[number] = _Job(job, on_done, on_failed)
        work = (number, self._gate, self._finished)
        threading.Thread(target=_work, args=work, name="background job", daemon=True).start()

    def close(self) -> None:
        """Drop whatever is still running: no callback follows any more."""
        self._gate.close()

    def _on_rest(self) -> None:
        if not self._running:
            collect_if_due()

    def _on_finished(self, number: int) -> None:
        self._running -= 1
        job = _UNDER_WAY.pop(number)
        if not self._gate.is_open:
            return
        if job.error is not None:
            job.on_failed(job.error)
        else:
            job.on_done(job.result)


def _work(number: int, gate: Gate, finished: SignalInstance) -> None:
    """What a thread does; it keeps nothing of the job for itself."""
    try:
        _UNDER_WAY[number].result = _UNDER_WAY[number].work()
    except Exception as error:  # noqa: BLE001 - the caller on the GUI thread decides what is expected
        _UNDER_WAY[number].error = error
    gate.emit(finished, number)


class Speaker(Protocol):
    """A child process that sends messages."""

    def receive(self, timeout_s: float | None = None) -> object: ...


class ChildReader(QObject):
    """Waits for a child's messages on a thread of its own.

    Signals:
        message_received(object): what the child said.
        died(str): the child is gone; nothing more follows.
    """

    message_received = Signal(object)
    died = Signal(str)

    def __init__(self, child: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = child
        self._gate = Gate(self)

    def start(self) -> None:
        """Begin to listen."""
        heard = (self._child, self._gate, self.message_received, self.died)
        threading.Thread(target=_listen, args=heard, name="child reader", daemon=True).start()

    def close(self) -> None:
        """Stop passing on what the child says; the thread ends when the child is killed."""
        self._gate.close()


def _listen(child: Speaker, gate: Gate, received: SignalInstance, died: SignalInstance) -> None:
    """What a reader's thread does; like every thread it holds no object of Qt's."""
    try:
        while gate.is_open:
            gate.emit(received, child.receive())
    except ChildDied as death:
        gate.emit(died, str(death))
