"""Joins the Progress screen to the library, whose figures are added up beside the window."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from simulator.analysis.report import ANALYSIS_VERSION
from simulator.errors import SimulatorError
from simulator.progress.progress import Progress, ProgressWish
from ui.messages import Message, MessageKind
from ui.screens.progress_screen import ProgressScreen

if TYPE_CHECKING:
    from pathlib import Path

    from ui.messages import Messages
    from ui.workers.jobs import Jobs
    from ui.workers.rules_in_use import RulesInUse


class ProgressPlace(QObject):
    """Shows what was measured by the rules in use, and against their bands.

    Signals:
        shown(): what was asked for last is there to be seen.
    """

    shown = Signal()

    def __init__(
        self,
        screen: ProgressScreen,
        library: Path,
        rules: RulesInUse,
        jobs: Jobs,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._library = library
        self._rules = rules
        self._jobs = jobs
        self._messages = messages
        self._wish: ProgressWish | None = None
        screen.wish_changed.connect(self.enter)

    def enter(self) -> None:
        """Show all there is by now of what is chosen."""
        wish = ProgressWish(
            today=date.today(),  # noqa: DTZ011 - the user's own day is meant
            analysis_version=ANALYSIS_VERSION,
            rules=self._rules.now.name,
            period=self.screen.period,
            practice=self.screen.practice,
            first_weekday=QLocale.system().firstDayOfWeek().value - 1,
        )
        self._wish = wish
        self._jobs.run(partial(_read, self._library, wish), self._on_read, self._on_failed)

    def leave(self) -> None:
        """Nothing sounds here, and what is still being read is not waited for."""
        self._wish = None

    def _on_read(self, progress: Progress) -> None:
        if progress.wish is self._wish:
            self.screen.show_progress(progress, self._rules.now)
            self.shown.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, SimulatorError):
            raise error
        self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))


def _read(library: Path, wish: ProgressWish) -> Progress:
    from simulator.store.progress_figures import read_progress

    return read_progress(library, wish)
