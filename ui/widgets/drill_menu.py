"""The drills, each with a line that says what one does in it. What each asks is said in `simulator.drills`."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from simulator.drills.catalogue import DRILLS
from simulator.drills.drill import Drill
from simulator.drills.quick import QUICK


class DrillMenu(QMenu):
    """Every drill but the quick one, which has a button of its own.

    Signals:
        drill_chosen(object): `Drill`.
    """

    drill_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Drills")
        for drill in DRILLS:
            if drill is not QUICK:
                action = self.addAction(f"{drill.label}\t{drill.line}")
                action.triggered.connect(partial(self._on_triggered, drill))

    def open_above(self, widget: QWidget) -> None:
        """Open with its lower edge at the upper edge of `widget`: that stands at the foot of the window."""
        self.popup(widget.mapToGlobal(QPoint(0, -self.sizeHint().height())))

    def _on_triggered(self, drill: Drill) -> None:
        self.drill_chosen.emit(drill)
