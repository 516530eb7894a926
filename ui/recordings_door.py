"""The door through which recordings made elsewhere come in: dropped on the window, or from History and Practise."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.places.taking_in_place import TakingInPlace
from ui.widgets.drop_target import DropTarget

if TYPE_CHECKING:
    from ui.equipment import Equipment
    from ui.main_window import MainWindow


class RecordingsDoor(QObject):
    """Makes the place, with its screen, when somebody first comes to it.

    Signals:
        opened(object): the `Place` is to be shown, at History.
        closed(): back to History.
        review_wanted(object): the `SessionId` of what was added.
    """

    opened = Signal(object)
    closed = Signal()
    review_wanted = Signal(object)

    def __init__(self, window: MainWindow, equipment: Equipment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._equipment = equipment
        self._drop_target = DropTarget(window, lambda: not window.is_whole_window)  # nobody is interrupted
        self._drop_target.files_dropped.connect(self._on_files_dropped)

    def open(self) -> None:
        """Show the place."""
        self.opened.emit(self._place)

    def _on_files_dropped(self, paths: tuple[Path, ...]) -> None:
        self.open()
        self._place.add(paths)

    @cached_property
    def _place(self) -> TakingInPlace:
        from ui.screens.taking_in_screen import TakingInScreen

        equipment, screen = self._equipment, TakingInScreen()
        place = TakingInPlace(screen, equipment.taking_in, equipment.bank, equipment.messages, self)
        screen.back_requested.connect(self.closed)
        place.review_wanted.connect(self.review_wanted)
        return place
