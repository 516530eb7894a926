"""A child process at the other end of a pipe: what cannot be stopped lives in one, and stop means kill.

Nothing of speech lives here. The child is spawned, not forked, so it imports the parent's main module anew: keep that
module thin, and its work behind `if __name__ == "__main__"`.
"""

from __future__ import annotations

import contextlib
import logging
import math
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Final

from simulator.errors import ChildDied
from simulator.vault.key_ring import KEY_RING

if TYPE_CHECKING:
    from simulator.vault.keys import VaultKey

__all__ = ["Child", "ChildDied", "Connection", "yield_to_the_window"]

_KILL_WAIT_S: Final = 1.0
_NICENESS: Final = 5
_BEATS_IN_TIME: Final = 6

log = logging.getLogger(__name__)


class Child:
    """A process that runs `target(connection, *args)` until that returns, it is killed, or the parent is gone.

    `target` and `args` must be picklable; `name` completes "The … stopped unexpectedly." for the user. One thread may
    receive while others send, and any may kill. A child is started once: for a new start, make a new one.

    A child that `opens_library` gets the keys of those encrypted libraries that are open in this process.

    With `hang_s` its pulse is felt while somebody receives: a child that hangs, as in a deadlock or stopped from
    outside, has none, is killed after so many seconds, and counts as dead.
    """

    def __init__(
        self,
        target: Callable[..., None],
        *args: object,
        name: str,
        hang_s: float | None = None,
        opens_library: bool = False,
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self._name = name
        self._here, self._there = context.Pipe()
        self._pulse = Pulse(hang_s) if hang_s else None
        self._sending = threading.Lock()
        beats = self._pulse.beats if self._pulse else None
        keys = KEY_RING.keys() if opens_library else ()
        run_args = (self._there, beats, keys, target, args)
        self._process = context.Process(target=_run, args=run_args, name=name, daemon=True)

    @property
    def is_alive(self) -> bool:
        """Whether the process runs; False before the start."""
        return self._process.pid is not None and self._process.is_alive()

    @property
    def pid(self) -> int | None:
        """The process's id, None before the start."""
        return self._process.pid

    def start(self) -> None:
        """Start the process and return without waiting for it. Raises ChildDied if the system refuses one."""
        try:
            self._process.start()
        except OSError as error:
            raise ChildDied(self._name, None) from error
        finally:
            # The child must hold the only other end, or its death would never read as an end of file.
            self._there.close()
            if self._pulse is not None:
                self._pulse.begin()

    def send(self, message: object) -> None:
        """Send a picklable message. Raises ChildDied if nobody is there to read it."""
        try:
            with self._sending:
                self._here.send(message)
        except OSError as error:
            raise self._death() from error

    def receive(self, timeout_s: float | None = None) -> object:
        """The child's next message, waited for at most `timeout_s` seconds (None: for ever).

        Raises TimeoutError when nothing came in time, ChildDied when the child is gone or hangs; what it had said
        before comes first.
        """
        try:
            if not self._has_spoken(timeout_s):
                raise TimeoutError(f"The {self._name} did not respond for {timeout_s} s.")
            return self._here.recv()
        except TimeoutError:
            raise
        except (EOFError, OSError) as error:
            raise self._death() from error

    def kill(self) -> None:
        """End the process now; whoever is receiving gets ChildDied. Harmless when it is not running."""
        if self._process.pid is not None:
            self._process.kill()
            self._process.join(_KILL_WAIT_S)

    def _has_spoken(self, timeout_s: float | None) -> bool:
        """Whether there is something to receive in time. What hangs is killed, and then there is: its end."""
        if self._pulse is None:
            return self._here.poll(timeout_s)
        until = None if timeout_s is None else time.monotonic() + timeout_s
        while not self._pulse.waited_for(self._here, until):
            if not self._pulse.is_felt:
                log.warning("the %s hangs and is killed", self._name)
                self.kill()
                self._pulse = None
                return True
            if until is not None and time.monotonic() >= until:
                return False
        return True

    def _death(self) -> ChildDied:
        if self._process.pid is None:
            return ChildDied(self._name, None)
        self._process.join(_KILL_WAIT_S)
        return ChildDied(self._name, self._process.exitcode)


class Pulse:
    """Beats of a child, felt by whoever waits for it. After `hang_s` seconds without one it is not felt any more."""

    def __init__(self, hang_s: float) -> None:
        self._hang_s = hang_s
        self._here, there = multiprocessing.get_context("spawn").Pipe(duplex=False)
        self.beats = Beats(there, hang_s / _BEATS_IN_TIME)
        """The child's part."""
        self._last_s = time.monotonic()

    @property
    def is_felt(self) -> bool:
        """Whether there was a beat not long ago."""
        return time.monotonic() - self._last_s < self._hang_s

    def begin(self) -> None:
        """The child has been started: it alone holds the other end from now on."""
        self.beats.there.close()
        self._last_s = time.monotonic()

    def waited_for(self, connection: Connection, until: float | None) -> bool:
        """Whether `connection` has something to receive, waited for until the next beat, the hanging or that time."""
        now = time.monotonic()
        patience_s = min(self._last_s + self._hang_s, until or math.inf) - now
        ready = wait([connection, self._here], max(0.0, patience_s))
        if self._here in ready:
            self._feel()
        return connection in ready

    def _feel(self) -> None:
        """A child that is gone beats no more: its own pipe tells that."""
        with contextlib.suppress(EOFError, OSError):
            while self._here.poll():
                self._here.recv_bytes()
                self._last_s = time.monotonic()


@dataclass(frozen=True)
class Beats:
    """What a child says of itself again and again, from a thread of its own."""

    there: Connection
    every_s: float

    def begin(self) -> None:
        """Beat until the parent is gone."""
        threading.Thread(target=self._beat, name="pulse", daemon=True).start()

    def _beat(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                self.there.send_bytes(b".")
                time.sleep(self.every_s)


def yield_to_the_window() -> None:
    """Lower this process's priority, so that drawing and recording come first. For a child that computes."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        ctypes.windll.kernel32.SetPriorityClass(ctypes.windll.kernel32.GetCurrentProcess(), below_normal)
    else:
        os.nice(_NICENESS)


def _run(
    connection: Connection,
    beats: Beats | None,
    keys: tuple[VaultKey, ...],
    target: Callable[..., None],
    args: tuple[object, ...],
) -> None:
    """The child's main: run `target` as long as there is a parent to talk to."""
    KEY_RING.add(keys)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal reaches the whole group; the parent decides.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_leave_with_parent, name="parent watch", daemon=True).start()
    if beats is not None:
        beats.begin()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        target(connection, *args)


def _leave_with_parent() -> None:
    """End this process as soon as the parent is gone, even in the middle of a decode that never looks at the pipe."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
