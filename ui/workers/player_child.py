"""Playback in a child process: QtMultimedia waits for the sound server, and the window must not.

What the child cannot be stopped in, such as thirty seconds of waiting for a server that hangs, ends with the child.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from simulator.child_process import Child, ChildDied, Connection
from ui.outputs import OutputInfo, found_outputs
from ui.player import STALLED
from ui.workers.jobs import ChildReader, Gate

WATCH_MS: Final = 500
IDLE_LOOK_MS: Final = 1000
HANGS_S: Final = 3.0
STARTS_IN_S: Final = 30.0  # on a slow machine with much else to do

_THERE: Final = 0


@dataclass(frozen=True, slots=True)
class Order:
    """What the player is to do: the name of a method, and what it is given. `turn` counts what is played.

    `output_id` is what the player is to use; it stands in every order, as a new process knows of none.
    """

    number: int
    turn: int
    method: str
    arguments: tuple[object, ...] = ()
    output_id: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """The order of this number has been carried out; `_THERE`: the child is there."""

    number: int


@dataclass(frozen=True, slots=True)
class Told:
    """The player's signal of this name, about what is played in this turn."""

    turn: int
    signal: str
    values: tuple[object, ...] = ()


class ChildPlayer(QObject):
    """A `ui.player.Player` in a process of its own, with the same signals; no call of it waits.

    The process is started when it is first needed, or by `warm_up`, and anew after it has hung or died.
    """

    position_changed = Signal(float)
    playing_changed = Signal(bool)
    finished = Signal()
    failed = Signal(str)
    output_missing = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._output_id: str | None = None
        self._child: Child | None = None
        self._reader: ChildReader | None = None
        self._turn = 0
        self._number = 0
        self._undone: dict[int, float] = {}
        self._is_playing = False
        self._is_loaded = False
        self._watch = QTimer(self, interval=WATCH_MS)
        self._watch.timeout.connect(self._on_watch)

    @property
    def is_playing(self) -> bool:
        """Whether sound is coming out, or is about to."""
        return self._is_playing

    @property
    def pid(self) -> int | None:
        """The process's id, None while there is none."""
        return self._child.pid if self._child else None

    def warm_up(self) -> None:
        """Have the process at hand before it is needed."""
        if self._child is None:
            self._start()

    def outputs(self) -> tuple[OutputInfo, ...]:
        """As the player's; where Qt must be asked, nothing hangs."""
        return found_outputs()

    def use_output(self, output_id: str | None) -> None:
        """As the player's."""
        self._output_id = output_id

    def play(
        self, path: Path, start_s: float = 0.0, end_s: float | None = None, rate: float = 1.0, volume: float = 1.0
    ) -> None:
        """As the player's."""
        self._turn += 1
        self._is_loaded = True
        self._set_playing(is_playing=True)
        self._order("play", path, start_s, end_s, rate, volume)

    def stop(self) -> None:
        """As the player's: whatever is still told of what was playing is not passed on."""
        self._turn += 1
        was_loaded, self._is_loaded = self._is_loaded, False
        self._set_playing(is_playing=False)
        if was_loaded and self._child is not None:
            self._order("stop")

    def toggle_pause(self) -> None:
        """As the player's."""
        if self._is_loaded:
            self._order("toggle_pause")

    def set_rate(self, rate: float) -> None:
        """As the player's."""
        if self._is_loaded:
            self._order("set_rate", rate)

    def set_volume(self, volume: float) -> None:
        """As the player's."""
        if self._is_loaded:
            self._order("set_volume", volume)

    def close(self) -> None:
        """Silence, and no process any more."""
        self.stop()
        self._let_go()

    def _order(self, method: str, *arguments: object) -> None:
        if self._child is None:
            self._start()
        child = self._child
        assert child is not None  # noqa: S101 - started above
        self._number += 1
        self._undone[self._number] = time.monotonic()
        self._watch.start()
        try:
            child.send(Order(self._number, self._turn, method, arguments, self._output_id))
        except ChildDied:
            self._on_hung()

    def _start(self) -> None:
        self._child = Child(play_in_child, name="player", opens_library=True)
        self._undone = {_THERE: time.monotonic()}
        try:
            self._child.start()
        except ChildDied:
            return  # the order that follows finds nobody
        self._reader = ChildReader(self._child, self)
        self._reader.message_received.connect(self._on_message_received)
        self._reader.died.connect(self._on_died)
        self._reader.start()
        self._watch.start()

    def _let_go(self) -> None:
        """End the process. What it still says is not heard."""
        child, self._child = self._child, None
        reader, self._reader = self._reader, None
        self._undone.clear()
        if reader is not None:
            reader.message_received.disconnect(self._on_message_received)
            reader.died.disconnect(self._on_died)
            reader.close()
            reader.deleteLater()
        if child is not None:
            child.kill()

    def _set_playing(self, *, is_playing: bool) -> None:
        if self._is_playing is not is_playing:
            self._is_playing = is_playing
            self.playing_changed.emit(is_playing)

    def _on_message_received(self, message: object) -> None:
        match message:
            case Done(number):
                self._undone.pop(number, None)
                if number == _THERE:  # what was ordered meanwhile is begun now
                    self._undone = dict.fromkeys(self._undone, time.monotonic())
            case Told(turn, signal, values) if turn == self._turn:
                self._tell(signal, values)

    def _tell(self, signal: str, values: tuple[object, ...]) -> None:
        match signal, values:
            case "position_changed", (float(position_s),):
                self.position_changed.emit(position_s)
            case "playing_changed", (bool(is_playing),):
                self._set_playing(is_playing=is_playing)
            case "output_missing", (str(sentence),):
                self.output_missing.emit(sentence)
            case "finished", ():
                self._end_turn()
                self.finished.emit()
            case "failed", (str(sentence),):
                if sentence == STALLED:  # it may be waiting for the server from now on
                    self._let_go()
                    self.warm_up()
                self._end_turn()
                self.failed.emit(sentence)

    def _end_turn(self) -> None:
        self._turn += 1
        self._is_loaded = False
        self._set_playing(is_playing=False)

    def _on_died(self, _reason: str) -> None:
        self._on_hung()

    def _on_watch(self) -> None:
        oldest = min(self._undone.values(), default=None)
        patience_s = STARTS_IN_S if _THERE in self._undone else HANGS_S
        if oldest is not None and time.monotonic() - oldest > patience_s:
            self._on_hung()
        elif self._is_playing and oldest is None:
            self._order("heed")
        elif oldest is None:
            self._watch.stop()

    def _on_hung(self) -> None:
        """The process hangs or is gone: what was playing failed, and the next sound gets a new one."""
        self._let_go()
        if self._is_playing:
            self._end_turn()
            QTimer.singleShot(0, self, lambda: self.failed.emit(STALLED))
        self._is_loaded = False


def play_in_child(connection: Connection) -> None:
    """The child's main: a player that obeys orders and tells all that happens."""
    from recordings.pulseaudio import prepare_audio_environment

    prepare_audio_environment()
    from PySide6 import QtMultimedia  # noqa: F401 - may take seconds, for which only the start has time
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication([])
    obeying = _Obeying(connection)
    connection.send(Done(_THERE))
    application.exec()
    del obeying


class _Obeying(QObject):
    """A player at the child's end of the pipe.

    Orders are waited for on a thread: on Windows the pipe is no socket that Qt could watch.
    """

    _ordered = Signal(object)
    _over = Signal()

    def __init__(self, connection: Connection) -> None:
        from recordings.pulseaudio import server_watch
        from ui.player import Player

        super().__init__()
        self._connection = connection
        self._turn = 0
        self._player = Player(self)
        for name in ("position_changed", "playing_changed", "finished", "failed", "output_missing"):
            getattr(self._player, name).connect(self._teller(name))
        # An answer of the sound server's that nobody takes in for 30 s is a lost connection to libpulse.
        self._looking = QTimer(self, interval=IDLE_LOOK_MS)
        self._looking.timeout.connect(server_watch().look)
        self._looking.start()
        self._ordered.connect(self._on_ordered, Qt.ConnectionType.QueuedConnection)
        self._over.connect(self._leave, Qt.ConnectionType.QueuedConnection)
        heard = (connection, Gate(self), self._ordered, self._over)
        threading.Thread(target=_listen, args=heard, name="orders", daemon=True).start()

    def _teller(self, name: str) -> Callable[..., None]:
        return lambda *values: self._send(Told(self._turn, name, values))

    def _on_ordered(self, order: object) -> None:
        if isinstance(order, Order):
            self._obey(order)

    def _obey(self, order: Order) -> None:
        if order.method == "play":
            self._player.stop()  # what was playing ends in its own turn
        self._turn = order.turn
        self._player.use_output(order.output_id)
        if order.method != "heed":
            getattr(self._player, order.method)(*order.arguments)
        self._send(Done(order.number))

    def _send(self, message: object) -> None:
        try:
            self._connection.send(message)
        except OSError:
            self._leave()

    def _leave(self) -> None:
        from PySide6.QtCore import QCoreApplication

        QCoreApplication.exit(0)


def _listen(connection: Connection, gate: Gate, ordered: SignalInstance, over: SignalInstance) -> None:
    """What the thread does that waits for orders; it holds no object of Qt's."""
    try:
        while gate.is_open:
            gate.emit(ordered, connection.recv())
    except (EOFError, OSError):
        gate.emit(over)
