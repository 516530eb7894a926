"""Times and counts as sentences show them."""

from __future__ import annotations


def clock(seconds: float) -> str:
    """Seconds as a clock shows them, rounded down: 58.9 gives "0:58", an hour and more "1:02:03"."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def plural(count: int, noun: str) -> str:
    """A count with its noun: "1 filler", "3 fillers"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
