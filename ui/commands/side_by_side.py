"""Several tasks worked on at once, and what comes of them in the order of the tasks. What a task is, is not known."""

from __future__ import annotations

import contextlib
import queue
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

_PATIENCE_S: Final = 0.2
_FAREWELL_S: Final = 2.0
_AHEAD: Final = 2
"""Tasks for each worker that may be done, or under way, before what came of them is taken: so many results wait at
most, however many tasks there are."""
_OUTCOMES_AHEAD: Final = 64
"""Likewise the results of one task, which may give many."""

T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)
T = TypeVar("T")
R = TypeVar("R")


class Worker(Protocol[T_contra, R_co]):
    """Does one task after the other, on a thread of its own."""

    def work(self, task: T_contra) -> Iterator[R_co]: ...

    def end(self) -> None:
        """Let go of everything, whatever it is doing; called by another thread when there is no time to wait."""
        ...


class _Over:
    """Nothing more comes of a task."""


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a worker raised; an outcome may be an exception, too."""

    error: BaseException


class SideBySide(Generic[T, R]):
    """Threads that wait for child processes, which are what keeps the processor busy. To be used in a `with`.

    The `with` ends the workers: at the end, on an error, and on Ctrl+C.
    """

    def __init__(self, tasks: Sequence[T], workers: Sequence[Worker[T, R]]) -> None:
        self._tasks = tasks
        self._workers = workers
        self._next = 0
        self._finished = 0
        self._taking = threading.Lock()
        self._room = threading.Semaphore(_AHEAD * len(workers))
        self._outcomes: dict[int, queue.Queue[R | _Over | _Raised]] = {}
        self._is_over = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(worker,), name="worker", daemon=True) for worker in workers
        ]

    def __enter__(self) -> SideBySide[T, R]:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        for worker in self._workers:
            worker.end()
        for thread in self._threads:
            thread.join(_FAREWELL_S)

    @property
    def finished(self) -> int:
        """How many tasks are done, taken or not."""
        return self._finished

    def outcomes(self, on_wait: Callable[[], None]) -> Iterator[R]:
        """What came of the tasks, in their order; `on_wait` is called now and then while nothing comes.

        Raises what a worker raised, when its task's turn comes.
        """
        for number in range(len(self._tasks)):
            outcomes = self._queue(number)
            while not isinstance(outcome := self._awaited(outcomes, on_wait), _Over):
                if isinstance(outcome, _Raised):
                    raise outcome.error
                yield outcome
            del self._outcomes[number]
            self._room.release()

    def _queue(self, number: int) -> queue.Queue[R | _Over | _Raised]:
        with self._taking:
            return self._outcomes.setdefault(number, queue.Queue(_OUTCOMES_AHEAD))

    def _awaited(self, outcomes: queue.Queue[R | _Over | _Raised], on_wait: Callable[[], None]) -> R | _Over | _Raised:
        """By short waits: on Windows no longer one is interrupted by Ctrl+C."""
        while True:
            on_wait()
            with contextlib.suppress(queue.Empty):
                return outcomes.get(timeout=_PATIENCE_S)

    def _run(self, worker: Worker[T, R]) -> None:
        _leave_interrupts_to_the_main_thread()
        while (number := self._taken()) is not None:
            try:
                for outcome in worker.work(self._tasks[number]):
                    self._put(number, outcome)
            except BaseException as error:  # noqa: BLE001 - raised again where it is seen
                self._put(number, _Raised(error))
            with self._taking:
                self._finished += 1
            self._put(number, _Over())

    def _taken(self) -> int | None:
        """The number of the next task, once there is room for what comes of it; None if there is none."""
        while not self._is_over.is_set():
            if self._room.acquire(timeout=_PATIENCE_S):
                with self._taking:
                    number, self._next = self._next, self._next + 1
                return number if number < len(self._tasks) else None
        return None

    def _put(self, number: int, outcome: R | _Over | _Raised) -> None:
        outcomes = self._queue(number)
        while not self._is_over.is_set():
            with contextlib.suppress(queue.Full):
                outcomes.put(outcome, timeout=_PATIENCE_S)
                return


def _leave_interrupts_to_the_main_thread() -> None:
    """And the processes that this thread starts inherit it: they are ended, and do not complain of Ctrl+C."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
