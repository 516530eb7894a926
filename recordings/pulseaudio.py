"""What the Linux sound server itself says: whether it lives, which devices it has, and their sound. No Qt.

Qt (6.11 and 6.12) cannot be asked. Its list of inputs keeps one that was unplugged, the server then moves the stream
to another source without a word, and to start a stream in the seconds after the server died aborts the whole program
(`pa_context_get_state(NULL)` in QPulseAudioContextManager). So this connection stands beside Qt's, through the same
library, libpulse, and is only looked at, never waited on.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from recordings.dead_end import dead_end
from recordings.libpulse import (
    CONTEXT_FAILED,
    CONTEXT_READY,
    NO_AUTOSPAWN,
    NO_INDEX,
    OPERATION_RUNNING,
    DeviceCallback,
    DeviceInfo,
    ServerCallback,
    ServerInfo,
    library,
)
from recordings.pulse_stream import PulseStream

# Qt tries to reconnect 3 s after it lost the server, and every 3 s from then on if the failure was not immediate.
QT_RECONNECT_S: Final = 3.0

_SETTLED_S: Final = QT_RECONNECT_S + 1.0
HANGS_S: Final = 0.7  # a server that lives answers within milliseconds
_FIRST_ANSWER_S: Final = 0.25
_WAIT_US: Final = 20_000


def prepare_audio_environment() -> None:
    """Settings that QtMultimedia and libpulse read once: call before the first sound; again does no harm.

    On Linux Qt is told to speak PulseAudio (which PipeWire speaks too; Qt's own PipeWire backend can abort), to ask for
    30 ms instead of 2 s of latency, and to go on looking for a server that went away.
    """
    if sys.platform != "linux":
        return
    os.environ.setdefault("QT_AUDIO_BACKEND", "pulseaudio")
    os.environ.setdefault("PULSE_LATENCY_MSEC", "30")
    server = _server_address()
    last_resort = _last_resort()
    if server and last_resort not in server:
        os.environ["PULSE_SERVER"] = f"{server}{last_resort}"


def _last_resort() -> str:
    """What follows the real servers in a list of addresses: "" or one that begins with a space.

    Qt gives up for good when every server refuses it at once, but tries again after 3 s when one answers and then hangs
    up. Qt waits for that answer in the window's own thread, up to 30 s, so the dead end has a thread to answer from.
    A closed port would do as well, but we promise never to open a socket of the network.
    """
    path = dead_end()
    return f" unix:{path}" if path else ""


def _server_address() -> str:
    if "PULSE_SERVER" in os.environ:
        return os.environ["PULSE_SERVER"]
    runtime = os.environ.get("PULSE_RUNTIME_PATH") or f"{os.environ.get('XDG_RUNTIME_DIR', '')}/pulse"
    socket = Path(runtime) / "native"
    return f"unix:{socket}" if socket.exists() else ""


@dataclass(frozen=True, slots=True)
class Source:
    """An input as the server names it; a monitor plays back what the speakers play."""

    name: str
    description: str
    is_monitor: bool


@dataclass(frozen=True, slots=True)
class Output:
    """Something that sound comes out of, as the server names it."""

    name: str
    description: str


class ServerWatch:
    """What there is to know where there is no PulseAudio (Windows, macOS): nothing, and so no objections."""

    @property
    def knows_devices(self) -> bool:
        """Whether the server has told its inputs and outputs."""
        return False

    @property
    def sources(self) -> tuple[Source, ...]:
        """The inputs at the last look, monitors included."""
        return ()

    @property
    def default_source(self) -> str:
        """Name of the input that the desktop has chosen."""
        return ""

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The outputs at the last look, the desktop's choice first."""
        return ()

    @property
    def is_alive(self) -> bool:
        """Whether there is a server to speak to."""
        return True

    @property
    def is_responding(self) -> bool:
        """Whether the server answers what it is asked; one that hangs does not, and is alive all the same."""
        return True

    @property
    def is_ready(self) -> bool:
        """Whether Qt may open a stream."""
        return True

    def look(self) -> None:
        """Take in what the server has said by now and ask again. Takes well under a millisecond, never waits."""


class PulseWatch(ServerWatch):
    """One connection to the sound server, looked at from the program's own thread."""

    def __init__(self, pulse: ctypes.CDLL, clock: Callable[[], float] = time.monotonic) -> None:
        self._pulse = pulse
        self._clock = clock
        self._loop = pulse.pa_mainloop_new()
        self._context: int | None = None
        self._requests: list[int] = []
        self._heard_sources: list[Source] = []
        self._heard_outputs: list[Output] = []
        self._sources: tuple[Source, ...] | None = None
        self._outputs: tuple[Output, ...] | None = None
        self._default_source = ""
        self._default_sink = ""
        self._lost_at: float | None = None
        self._asked_at = clock()
        self._on_source = DeviceCallback(self._take_source)
        self._on_sink = DeviceCallback(self._take_sink)
        self._on_server = ServerCallback(self._take_server)

    @property
    def knows_devices(self) -> bool:
        return self._sources is not None

    @property
    def sources(self) -> tuple[Source, ...]:
        return self._sources or ()

    @property
    def default_source(self) -> str:
        return self._default_source

    @property
    def outputs(self) -> tuple[Output, ...]:
        return tuple(sorted(self._outputs or (), key=lambda output: output.name != self._default_sink))

    @property
    def is_alive(self) -> bool:
        return self._state() == CONTEXT_READY

    @property
    def is_responding(self) -> bool:
        is_waiting = self._state() < CONTEXT_READY or self._is_waiting()
        return not is_waiting or self._clock() - self._asked_at <= HANGS_S

    @property
    def is_ready(self) -> bool:
        """Whether the server lives and responds, and has done so for as long as Qt needs to find it again."""
        return (
            self.is_alive
            and self.is_responding
            and (self._lost_at is None or self._clock() - self._lost_at > _SETTLED_S)
        )

    def look(self) -> None:
        if self._context is None:
            self._connect()
            self._wait_for_first_answer()
        self.take_in()
        if self._state() >= CONTEXT_FAILED:
            self._drop()
            self._connect()
        else:
            self._ask()

    def take_in(self) -> None:
        """Take in what the server has said by now, and pass on what it is to hear. Never waits."""
        while self._pulse.pa_mainloop_iterate(self._loop, 0, None) > 0:
            pass

    def record(self, source: str) -> PulseStream:
        """Begin to hear `source`; the server must be alive."""
        assert self._context is not None  # noqa: S101 - alive, so there is a connection
        return PulseStream(self._pulse, self._context, source)

    def _connect(self) -> None:
        self._asked_at = self._clock()
        api = self._pulse.pa_mainloop_get_api(self._loop)
        self._context = self._pulse.pa_context_new(api, b"Viva Voce (devices)")
        server = _server_address().replace(_last_resort(), "")
        self._pulse.pa_context_connect(self._context, server.encode() or None, NO_AUTOSPAWN, None)

    def _drop(self) -> None:
        """The server is gone, or was never there; in either case Qt may be in its dangerous seconds."""
        self._forget_requests()
        self._pulse.pa_context_unref(self._context)
        self._sources, self._outputs, self._default_source, self._default_sink = None, None, "", ""
        self._lost_at = self._clock()

    def _wait_for_first_answer(self) -> None:
        """A few milliseconds, once, so that the first question for microphones has an answer."""
        deadline = self._clock() + _FIRST_ANSWER_S
        while self._sources is None and self._state() < CONTEXT_FAILED and self._clock() < deadline:
            self._pulse.pa_mainloop_prepare(self._loop, _WAIT_US)
            self._pulse.pa_mainloop_poll(self._loop)
            self._pulse.pa_mainloop_dispatch(self._loop)
            self._ask()

    def _ask(self) -> None:
        if self._state() != CONTEXT_READY or self._is_waiting():
            return
        self._forget_requests()
        self._asked_at = self._clock()
        self._heard_sources.clear()
        self._heard_outputs.clear()
        requests = (
            self._pulse.pa_context_get_server_info(self._context, self._on_server, None),
            self._pulse.pa_context_get_sink_info_list(self._context, self._on_sink, None),
            self._pulse.pa_context_get_source_info_list(self._context, self._on_source, None),
        )
        self._requests = [request for request in requests if request]

    def _is_waiting(self) -> bool:
        return any(self._pulse.pa_operation_get_state(request) == OPERATION_RUNNING for request in self._requests)

    def _forget_requests(self) -> None:
        for request in self._requests:
            self._pulse.pa_operation_unref(request)
        self._requests.clear()

    def _state(self) -> int:
        return 0 if self._context is None else int(self._pulse.pa_context_get_state(self._context))

    def _take_source(self, _context: int, info: ctypes._Pointer[DeviceInfo], is_last: int, _data: int) -> None:
        if is_last:
            self._sources = tuple(self._heard_sources)
            return
        found = info.contents
        is_monitor = found.monitor != NO_INDEX
        self._heard_sources.append(Source(_text(found.name), _text(found.description), is_monitor))

    def _take_sink(self, _context: int, info: ctypes._Pointer[DeviceInfo], is_last: int, _data: int) -> None:
        if is_last:
            self._outputs = tuple(self._heard_outputs)
        else:
            self._heard_outputs.append(Output(_text(info.contents.name), _text(info.contents.description)))

    def _take_server(self, _context: int, info: ctypes._Pointer[ServerInfo], _data: int) -> None:
        if info:
            self._default_sink = _text(info.contents.default_sink_name)
            self._default_source = _text(info.contents.default_source_name)


def _text(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8", "replace")


@cache
def server_watch() -> ServerWatch:
    """The process's one watch: Qt's connection, whose fate it follows, is one per process too."""
    pulse = library()
    return PulseWatch(pulse) if pulse else ServerWatch()
