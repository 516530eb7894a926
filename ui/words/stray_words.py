"""What is said of recordings that no answer names. No Qt; touches none of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recordings.strays import Stray
from ui.words.times import counted, full_day


def strays_found(strays: Sequence[Stray]) -> str:
    """How many there are, from when, and how much sound is in them."""
    seconds = sum(stray.duration_s for stray in strays)
    days = [full_day(stray.began_at.astimezone().date()) for stray in (strays[0], strays[-1])]
    since = f"from {days[0]}" if days[0] == days[1] else f"made between {days[0]} and {days[1]}"
    verb = "belongs" if len(strays) == 1 else "belong"
    found = f"{counted(len(strays), 'recording')} {since} {verb} to no interview in your history"
    return f"{found}; {seconds:.0f} s of sound can be recovered."


def strays_deleted(strays: Sequence[Stray]) -> str:
    """What goes, before it goes."""
    return f"{counted(len(strays), 'recording')} will be deleted. This cannot be undone."


def history_gone(database: Path) -> str:
    """That recordings lie where they should, but not the library that knew them; a new one is there by now."""
    return f"The library {database} is gone, so a new one was started. Recordings in the same folder can be recovered."
