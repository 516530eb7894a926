"""An export in a process of its own: laying out pages keeps Python's lock, and the window would stand still."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.child_process import Child, ChildDied, Connection, yield_to_the_window
from ui.reports.whole_file import forget_part, part_beside
from ui.workers.jobs import ChildReader

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder
    from ui.reports.export import ExportOrder
    from ui.workers.jobs import Speaker


@dataclass(frozen=True, slots=True)
class Progress:
    """So many interviews of so many are done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Written:
    """The file is in its place."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no file, in a sentence."""

    reason: str


def export_in_child(connection: Connection, order: ExportOrder, data_folder: DataFolder, part: Path) -> None:
    """The child's part: says how far it is, and then Written or Refused."""
    from recordings.take_folder import TakeFolder
    from simulator.errors import SimulatorError
    from simulator.store.store import Store
    from ui.reports.export import export

    yield_to_the_window()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        store = Store.open_for_reading(data_folder.database)
        library = TakeFolder(data_folder.recordings)
        export(store, library, order, lambda done, total: connection.send(Progress(done, total)), part)
        store.close()
    except SimulatorError as error:
        connection.send(Refused(str(error)))
    else:
        connection.send(Written())


class ExportChild(QObject):
    """One export at a time. Whatever ends it early leaves nothing behind.

    Signals:
        progressed(int, int): so many interviews of so many are done.
        written(object): the `ExportOrder`; its file is in its place.
        refused(str): why there is none, in a sentence.
    """

    progressed = Signal(int, int)
    written = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        data_folder: DataFolder,
        parent: QObject | None = None,
        reader_of: Callable[[Speaker, QObject], ChildReader] = ChildReader,
    ) -> None:
        super().__init__(parent)
        self._data_folder = data_folder
        self._reader_of = reader_of
        self._order: ExportOrder | None = None
        self._child: Child | None = None
        self._reader: ChildReader | None = None
        self._part: Path | None = None

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._child is not None

    def start(self, order: ExportOrder) -> None:
        """Begin; `written` or `refused` follows, unless it is stopped. Not while another is running."""
        if self.is_running:
            raise RuntimeError("an export is already running")
        self._order, self._part = order, part_beside(order.target.resolve())
        self._child = Child(export_in_child, order, self._data_folder, self._part, name="export", opens_library=True)
        try:
            self._child.start()
        except ChildDied as death:
            self._end()
            self.refused.emit(f"{death} Nothing was written.")
            return
        self._reader = self._reader_of(self._child, self)
        self._reader.message_received.connect(self._on_message_received)
        self._reader.died.connect(self._on_died)
        self._reader.start()

    def stop(self) -> None:
        """End it at once; nothing is said of it any more. Harmless when none is running."""
        self._end()

    def _on_message_received(self, message: object) -> None:
        if not self.is_running or self.sender() is not self._reader:
            return
        match message:
            case Progress(done, total):
                self.progressed.emit(done, total)
            case Written():
                order = self._order
                self._end()
                self.written.emit(order)
            case Refused(reason):
                self._end()
                self.refused.emit(reason)

    def _on_died(self, reason: str) -> None:
        if self.is_running and self.sender() is self._reader:
            self._end()
            self.refused.emit(f"{reason} Nothing was written.")

    def _end(self) -> None:
        if self._reader is not None:
            self._reader.close()
        if self._child is not None:
            self._child.kill()
        if self._part is not None:
            forget_part(self._part)
        self._reader = self._child = self._part = self._order = None
