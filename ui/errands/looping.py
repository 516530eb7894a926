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

    def note_play(self, end_s: float | None) -> None:
        """Something plays now, up to there; only the stretch itself comes again."""
        self._is_heard = self._stretch is not None and end_s == self._stretch.end_s

    def where_to_play(self, position_s: float) -> tuple[float, float | None]:
        """From where to where Play plays: within the stretch there is; else from the position to the end."""
        if self._stretch is None:
            return position_s, None
        is_within = self._stretch.start_s <= position_s < self._stretch.end_s
        return position_s if is_within else self._stretch.start_s, self._stretch.end_s

    def _on_finished(self) -> None:
        if self._is_heard and self._stretch is not None:
            self.again_wanted.emit(self._stretch.start_s, self._stretch.end_s)
