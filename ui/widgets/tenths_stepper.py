"""A number to step by tenths, in the program's look."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from ui.widgets.select import Stepper


class TenthsStepper(Stepper):
    """A stepper whose value counts tenths: 15 reads 1.5."""

    def __init__(self, name: str, lowest: float, highest: float, parent: QWidget | None = None) -> None:
        """`lowest` and `highest` are in whole units."""
        super().__init__(name, round(lowest * 10), round(highest * 10), parent)

    def textFromValue(self, value: int) -> str:
        return f"{value / 10:.1f}"

    def valueFromText(self, text: str) -> int:
        try:
            return round(float(text.removesuffix(self.suffix()).replace(",", ".")) * 10)
        except ValueError:
            return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        bare = text.removesuffix(self.suffix()).strip().replace(",", ".")
        try:
            is_inside = self.minimum() <= float(bare) * 10 <= self.maximum()
        except ValueError:
            is_part = not bare or bare == "."
            return (QValidator.State.Intermediate if is_part else QValidator.State.Invalid, text, position)
        return (QValidator.State.Acceptable if is_inside else QValidator.State.Intermediate, text, position)
