"""The key points of a question that is answered once more, offered in one quiet line under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from ui.widgets.look_up import LookUp

POINTS_KEY: Final = "H"
_LINE: Final = "Hint: what to say this time"


class PointsHint(LookUp):
    """What the answer before did not make first, then what it made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(POINTS_KEY, "Key points", parent)

    def show_points(self, missed: Sequence[str], made: Sequence[str]) -> None:
        """Offer these sentences; hide where every one was made, or there is none."""
        if not missed:
            self.withdraw()
            return
        already = f"Made last time: {' '.join(made)}" if made else ""
        self.offer(_LINE, "\n".join(f"•  {sentence}" for sentence in missed), already)
