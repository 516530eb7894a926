"""Times and counts as sentences show them."""

from __future__ import annotations


def clock(seconds: float) -> str:
    """Seconds as a clock shows them: 58 gives "0:58"."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def plural(count: int, noun: str) -> str:
    """A count with its noun: "1 filler", "3 fillers"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
