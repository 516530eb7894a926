"""What the user asked for before the library was open: kept, and asked again once somebody hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class EarlyWishes(QObject):
    """What the user asked for while there was nobody yet to hear it, kept to be asked again."""

    def __init__(self, wishes: Iterable[SignalInstance], parent: QObject) -> None:
        super().__init__(parent)
        self._asked: list[tuple[SignalInstance, tuple[object, ...]]] = []
        self._ears = [(wish, self._ear(wish)) for wish in wishes]
        for wish, ear in self._ears:
            wish.connect(ear)

    def grant(self) -> None:
        """Ask for it again, in the same order; from now on somebody else hears."""
        for wish, ear in self._ears:
            wish.disconnect(ear)
        self._ears.clear()
        asked, self._asked = self._asked, []
        for wish, values in asked:
            wish.emit(*values)

    def _ear(self, wish: SignalInstance) -> Callable[..., None]:
        return lambda *values: self._asked.append((wish, values))
