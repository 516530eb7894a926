"""A stretch of an answer heard over and over, until the user has had enough. The sound itself is `answer_sound`'s."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from simulator.transcript import Span
    from ui.errands.answer_sound import AnswerSound


class Looping(QObject):
    """Asks for the stretch again each time it has been heard.

    Signals:
        again_wanted(float, float): from and to, in seconds.
    """

    again_wanted = Signal(float, float)

    def __init__(self, sound: AnswerSound, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stretch: Span | None = None
        self._is_heard = False
        sound.finished.connect(self._on_finished)

    def change(self, stretch: Span | None) -> None:
        """Loop this stretch from now on; with None, what plays is heard to its end and no more."""
        self._stretch = stretch

    def begin(self, start_s: float, end_s: float | None) -> float | None:
        """Something is played from here to there; the end of it, which is that of the stretch if it begins within."""
        stretch = self._stretch
        is_of_stretch = stretch is not None and stretch.start_s <= start_s < stretch.end_s
        if stretch is not None and end_s is None and is_of_stretch:
            end_s = stretch.end_s
        self._is_heard = is_of_stretch and stretch is not None and end_s == stretch.end_s
        return end_s

    def leave(self) -> None:
        """Something else is to be heard."""
        self._is_heard = False

    def place_to_play(self, position_s: float) -> float:
        """Where Play begins: within the stretch there is, if there is one."""
        stretch = self._stretch
        if stretch is None or stretch.start_s <= position_s < stretch.end_s:
            return position_s
        return stretch.start_s

    def _on_finished(self) -> None:
        if self._is_heard and self._stretch is not None:
            self.again_wanted.emit(self._stretch.start_s, self._stretch.end_s)
