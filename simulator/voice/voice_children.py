"""The children of one voice engine as the program asks them: a new one for each request, or one that stays.

Both block until the answer is there, for at most the seconds given; `close` frees whoever waits, with ChildDied.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Final, Protocol

from simulator.child_process import Child, ChildDied, Connection

NAME: Final = "voice"
_TURN_TIMES: Final = 3  # as many seconds as one request may take, until one gives up waiting for others


class VoiceChildren(Protocol):
    """Answers requests. `ask` raises TimeoutError and ChildDied, and ChildDied once closed."""

    def ask(self, request: object, timeout_s: float) -> object: ...
    def close(self) -> None: ...


class ChildForEach:
    """A new child for each request, gone when it is answered; any number at once."""

    def __init__(self, in_child: Callable[[Connection], None]) -> None:
        self._in_child = in_child
        self._children: set[Child] = set()
        self._is_closed = False
        self._lock = threading.Lock()

    def ask(self, request: object, timeout_s: float) -> object:
        """The answer to one request."""
        child = Child(self._in_child, name=NAME)
        with self._alive(child):
            child.send(request)
            return child.receive(timeout_s)

    def close(self) -> None:
        """Stop whatever is being done, now."""
        with self._lock:
            self._is_closed = True
            children = tuple(self._children)
        for child in children:
            child.kill()

    @contextlib.contextmanager
    def _alive(self, child: Child) -> Iterator[None]:
        """The child started, known to `close`, and gone at the end whatever happened."""
        with self._lock:
            if self._is_closed:
                raise ChildDied(NAME, None)
            self._children.add(child)
            child.start()
        try:
            yield
        finally:
            child.kill()
            with self._lock:
                self._children.discard(child)


class ChildThatStays:
    """One child for all requests, one after the other, started when it is first needed.

    It leaves by itself when it has been idle for long, and is killed when it fails; the next request starts another.
    """

    def __init__(self, in_child: Callable[[Connection], None]) -> None:
        self._in_child = in_child
        self._child: Child | None = None
        self._is_closed = False
        self._turn = threading.Lock()
        self._lock = threading.Lock()

    def ask(self, request: object, timeout_s: float) -> object:
        """The answer to one request when its turn has come, for which a long text may have to be waited out."""
        if not self._turn.acquire(timeout=_TURN_TIMES * timeout_s):
            raise TimeoutError(f"The {NAME} sent more output than allowed.")
        try:
            return self._ask_somebody(request, timeout_s)
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the child, whatever it is doing."""
        with self._lock:
            self._is_closed = True
            child = self._child
        if child is not None:
            child.kill()

    def _ask_somebody(self, request: object, timeout_s: float) -> object:
        """One that was there already may be about to leave, so where it is gone a new one is asked."""
        staying = self._child
        if staying is not None and staying.is_alive:
            with contextlib.suppress(ChildDied):
                return self._ask(staying, request, timeout_s)
        return self._ask(self._started(), request, timeout_s)

    def _ask(self, child: Child, request: object, timeout_s: float) -> object:
        try:
            child.send(request)
            return child.receive(timeout_s)
        except (TimeoutError, ChildDied):
            child.kill()
            raise

    def _started(self) -> Child:
        with self._lock:
            if self._is_closed:
                raise ChildDied(NAME, None)
            self._child = Child(self._in_child, name=NAME)
            self._child.start()
            return self._child
