"""What is said of answers that an earlier analysis judged, and of judging them anew. No Qt; judges nothing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ui.words.time_left import time_left_words
from ui.words.times import counted, full_day

if TYPE_CHECKING:
    from simulator.store.outdated import Outdated


def rejudging_words(done: int, total: int, left_s: float | None) -> str:
    """`12 of 340 answers · about 3 min left`."""
    return " · ".join(filter(None, (f"{done} of {counted(total, 'answer')}", time_left_words(left_s))))


def rejudged_words(count: int, *, is_complete: bool) -> str:
    """How it ended."""
    done = f"{counted(count, 'answer')} re-analysed"
    return f"{done}." if is_complete else f"{done}; the others are unchanged."


def outdated_words(count: int) -> str:
    """How many answers are not judged as the next one will be."""
    if not count:
        return "No answers need re-analysing."
    verb = "was" if count == 1 else "were"
    return f"{counted(count, 'answer')} {verb} analysed with other rules, or by an earlier version of Viva Voce."


def outdated_offer(outdated: Outdated) -> str:
    """That they can be judged anew."""
    count = len(outdated.answers)
    verb, they = ("was", "It") if count == 1 else ("were", "They")
    upto = "" if outdated.latest is None else f", the last on {_day(outdated.latest)},"
    return (
        f"{counted(count, 'answer')}{upto} {verb} analysed by an earlier version of Viva Voce. "
        f"{they} can be re-analysed in the background; the earlier results are kept."
    )


def _day(at: datetime) -> str:
    return full_day(at.astimezone().date())
