"""How long something will still take, as one says it. Wording only."""

from __future__ import annotations

from typing import Final

_SOON_S: Final = 10
_MINUTE_S: Final = 60
_HOUR_S: Final = 3600


def time_left_words(seconds: float | None) -> str:
    """`about 4 min left`; empty where nobody can tell."""
    if seconds is None:
        return ""
    if seconds < _SOON_S:
        return "a few seconds left"
    if seconds < _MINUTE_S:
        return "less than a minute left"
    if seconds < _HOUR_S:
        return f"about {round(seconds / _MINUTE_S)} min left"
    hours, minutes = divmod(round(seconds / _MINUTE_S), 60)
    return f"about {hours} h {minutes} min left" if minutes else f"about {hours} h left"
