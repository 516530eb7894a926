"""What every place of the window can do: show its screen, and hear that the user comes and goes."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget


class Place(Protocol):
    """Where the user can be. `ui.wiring` sees to it that they are in one place at a time."""

    @property
    def screen(self) -> QWidget:
        """What shows there."""

    def enter(self) -> None:
        """The screen shows: fill it with what is so now."""

    def leave(self) -> None:
        """The user goes elsewhere: fall silent, and let go of what only they needed."""
