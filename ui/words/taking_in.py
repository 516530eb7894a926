"""What is said of recordings made elsewhere while they are taken in, and after. No Qt; takes none in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from recordings.taking_in.batch import Item, Stage
from ui.words.time_left import time_left_words
from ui.words.times import clock, counted

if TYPE_CHECKING:
    from recordings.taking_in.batch import Batch

NO_QUESTION: Final = "No question"
WITHOUT_QUESTION: Final = "If no question is given, everything but the key points is measured."
_MOST_NAMES: Final = 3


def recording_title(file_name: str) -> str:
    """What stands in the place of a question that nobody gave."""
    return f"Recording “{file_name}”"


def item_words(item: Item) -> str:
    """How far a recording is, or what became of it."""
    match item.stage:
        case Stage.WAITING:
            return "Waiting"
        case Stage.READING:
            return "Reading the sound…"
        case Stage.LISTENING:
            return _listening_words(item)
        case Stage.ADDED:
            return " ".join((item.sentence or "Added.", *item.notes))
        case Stage.REFUSED:
            return f"▲ Not added. {item.sentence}"
        case Stage.LEFT_OUT:
            return "Not added: cancelled."


def progress_words(batch: Batch, left_s: float | None) -> str:
    """`3 of 8 recordings · about 4 min left`."""
    done = f"{batch.over_count} of {counted(len(batch.items), 'recording')}"
    return " · ".join(filter(None, (done, time_left_words(left_s))))


def outcome_words(batch: Batch) -> str:
    """What came of all of them, in a sentence or two."""
    added = sum(item.stage is Stage.ADDED for item in batch.items)
    refused = sum(item.stage is Stage.REFUSED for item in batch.items)
    left_out = sum(item.stage is Stage.LEFT_OUT for item in batch.items)
    parts = [f"{counted(added, 'recording')} added to your history." if added else "No recordings were added."]
    if refused:
        parts.append(f"{refused} could not be added; the reason is given next to each.")
    if left_out:
        parts.append(f"{left_out} {'was' if left_out == 1 else 'were'} cancelled.")
    return " ".join(parts)


def cut_off_words(source_names: Sequence[str]) -> str:
    """That these were not taken in, as the program ended too soon."""
    named = [f"“{name}”" for name in source_names[:_MOST_NAMES]]
    rest = len(source_names) - len(named)
    listed = ", ".join(named) + (f" and {rest} more" if rest else "")
    verb, them = ("was", "it") if len(source_names) == 1 else ("were", "them")
    return f"Viva Voce closed while recordings were being added: {listed} {verb} not added. Please add {them} again."


def _listening_words(item: Item) -> str:
    if not item.heard_s or item.duration_s is None:
        return "Transcribing…"
    return f"Transcribing… {clock(item.heard_s)} of {clock(item.duration_s)}"
