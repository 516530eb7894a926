"""How long something will still take, by how long it has taken so far. Reads no clock."""

from __future__ import annotations

from typing import Final

# Our own: before that, the first part may be one that had to wait for a model to be loaded.
_LEAST_S: Final = 4.0
_LEAST_SHARE: Final = 0.02


class TimeLeft:
    """Says nothing until enough is done to go by."""

    def __init__(self, now_s: float) -> None:
        self._began_s = now_s

    def after(self, done: float, total: float, now_s: float) -> float | None:
        """Seconds left when `done` of `total` are done at `now_s`; None while nobody can tell."""
        taken_s = now_s - self._began_s
        if total <= 0 or taken_s < _LEAST_S or done < _LEAST_SHARE * total:
            return None
        return max(0.0, taken_s * (total - done) / done)
