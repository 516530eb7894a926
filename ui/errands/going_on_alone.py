"""Hands-free: counts down after feedback, and tells when the interview is to go on. How long: `going_on`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.interview.going_on import GoingOn
from ui.widgets.going_on_line import GoingOnLine

if TYPE_CHECKING:
    from ui.workers.settings_in_use import SettingsInUse

_TICK_MS: Final = 200


class GoingOnAlone(QObject):
    """One countdown after each answer, in hands-free interviews; none where the user wants to stay.

    Signals:
        due(): it is time for what comes next.
    """

    due = Signal()

    def __init__(
        self, line: GoingOnLine, settings: SettingsInUse, now: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._settings = settings
        self._now = now
        self._going_on = GoingOn()
        self._what = ""
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        line.stay_requested.connect(self.stay)

    def begin(self, words: int, what: str) -> None:
        """Feedback of so many words shows, and `what` comes next."""
        if self._settings.now.hands_free and self._going_on.begin(words, self._now()):
            self._what = what
            self._timer.start()
            self._on_tick()

    def stay(self) -> None:
        """The user is busy here, or elsewhere: after this answer nothing goes on by itself."""
        self._timer.stop()
        if self._going_on.stay():
            self._line.show_staying()

    def forget(self) -> None:
        """There is another question now, or none."""
        self._timer.stop()
        self._going_on.forget()
        self._line.clear()

    def _on_tick(self) -> None:
        left_s = self._going_on.left_s(self._now())
        if left_s:
            self._line.show_left(left_s, self._what)
        elif left_s is not None:
            self.forget()
            self.due.emit()
