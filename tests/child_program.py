"""A program under test that prints what happens to it as JSON by line, and obeys lines; the test's end of it."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.waiting import PATIENCE_S

ROOT = Path(__file__).parents[1]


class ChildProgram:
    """`python -m module`, with `environment`; ends with the block. Every object it prints has an `event`.

    `within` is a command that runs another one, such as strace with its options.
    """

    def __init__(
        self, module: str, *arguments: str, environment: Mapping[str, str], within: Sequence[str] = ()
    ) -> None:
        self._process = subprocess.Popen(
            [*within, sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env={**environment, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._unread = b""
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> ChildProgram:
        self.wait_for("ready")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.quit()
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def tell(self, line: str) -> None:
        """A command."""
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def ask(self, line: str, event: str) -> dict[str, Any]:
        """A command, and what it is answered with."""
        self.tell(line)
        return self.wait_for(event)

    def wait_for(self, event: str, timeout_s: float = PATIENCE_S) -> dict[str, Any]:
        """The next `event`; AssertionError with all that happened if it does not come."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            found = self._next(deadline)
            if found is not None:
                self.events.append(found)
                if found["event"] == event:
                    return found
        raise AssertionError(f"no {event} in {timeout_s} s after {self.events}")

    def count(self, event: str) -> int:
        """How often it has been seen."""
        return sum(found["event"] == event for found in self.events)

    def quit(self) -> None:
        """A clean end, without a crash on the way out."""
        self.tell("quit")
        assert self._process.wait(timeout=PATIENCE_S) == 0

    def _next(self, deadline: float) -> dict[str, Any] | None:
        assert self._process.stdout is not None
        while b"\n" not in self._unread:
            with selectors.DefaultSelector() as selector:
                selector.register(self._process.stdout, selectors.EVENT_READ)
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    return None
            data = os.read(self._process.stdout.fileno(), 65536)
            assert data, f"the program ended with {self._process.wait()} after {self.events}"
            self._unread += data
        line, _, self._unread = self._unread.partition(b"\n")
        found: dict[str, Any] = json.loads(line)
        return found
