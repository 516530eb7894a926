"""Chips that are on or off, each for itself: check boxes to the keyboard and to a screen reader."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.chip_look import ChipLook, as_tall_as_its_lines
from ui.widgets.flow_layout import Flow


class ToggleChip(ChipLook, QCheckBox):
    """One chip; a check box to a screen reader."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class ToggleChips(QGroupBox):
    """Options of which any number may be chosen.

    Signals:
        changed(): the user chose or let go of one.
    """

    changed = Signal()

    def __init__(self, name: str, options: Sequence[tuple[str, object]], parent: QWidget | None = None) -> None:
        """`options` are labels with their values; none is chosen at the start."""
        super().__init__(parent)
        self.setAccessibleName(name)
        as_tall_as_its_lines(self)
        flow = Flow(spacing=2 * SPACE, line_spacing=2 * SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        self._chips = {value: ToggleChip(label, self) for label, value in options}
        for chip in self._chips.values():
            flow.add(chip)
            chip.toggled.connect(self.changed)

    @property
    def values(self) -> tuple[object, ...]:
        """The values that are chosen, in the order of the options."""
        return tuple(value for value, chip in self._chips.items() if chip.isChecked())

    def choose(self, values: Collection[object]) -> None:
        """Choose these and no others, without a signal."""
        for value, chip in self._chips.items():
            was_blocked = chip.blockSignals(True)
            chip.setChecked(value in values)
            chip.blockSignals(was_blocked)

    def chip(self, value: object) -> ToggleChip:
        """The chip of one value."""
        return self._chips[value]
