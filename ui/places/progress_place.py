"""Joins the Progress screen to the store: how the figures went from interview to interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.screens.progress_screen import ProgressScreen

if TYPE_CHECKING:
    from simulator.store.store import Store
    from ui.workers.rules_in_use import RulesInUse


class ProgressPlace(QObject):
    """Shows what was measured, against the bands of the rules in use."""

    def __init__(self, screen: ProgressScreen, store: Store, rules: RulesInUse, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.screen = screen
        self._store = store
        self._rules = rules

    def enter(self) -> None:
        """Show all there is by now."""
        points = self._store.progress()
        readable = tuple(point for point in points if point.is_readable)
        self.screen.show_progress(readable, self._rules.now, left_out=len(points) - len(readable))

    def leave(self) -> None:
        """Nothing sounds here."""
