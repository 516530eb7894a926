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


def short_seconds(seconds: float) -> str:
    """A stretch of time in few letters: 1.2 s, 22 s, 1:40; whole seconds rounded down, as `clock` shows them."""
    if seconds < 9.95:
        return f"{seconds:.1f} s".replace(".0 s", " s")
    return f"{int(seconds + 0.05)} s" if seconds < 90 else clock(seconds)


def seconds_over(over_s: float) -> str:
    """By how much an answer was too long, whole seconds as in its length; empty below one: "9 s over"."""
    return f"{short_seconds(float(int(over_s)))} over" if over_s >= 1 else ""


def rate_words(rate: float, give_or_take: float | None = None) -> str:
    """A rate a minute as it reads everywhere: "6.7 a minute", "7.5 a minute, give or take 7.5"."""
    margin = "" if give_or_take is None else f", give or take {give_or_take:.1f}"
    return f"{rate:.1f} a minute{margin}"
