"""What is said of an export before and after it. No Qt; exports nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from ui.words.times import counted

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.store.records import AnswerRecord
    from simulator.store.session_points import SessionPoint

COPIED: Final = "Copied as text."
NOTHING_FOUND: Final = "No interviews with answers in this period."
SOUND_OF_MANY: Final = "About 2.5 MB per minute of speech."
NO_SOUND: Final = "There is no recording."
_BYTES_IN_PAGE: Final = 4 / 3  # sound stands in a page as text, four letters for three bytes
_MEGABYTE: Final = 1_000_000


def period_words(points: Iterable[SessionPoint]) -> str:
    """How much there is: "12 interviews, 48 answers"."""
    found = tuple(points)
    answers = sum(point.answer_count for point in found)
    return f"{counted(len(found), 'interview')}, {counted(answers, 'answer')}" if found else NOTHING_FOUND


def sound_size_words(records: Iterable[AnswerRecord]) -> str:
    """How much larger the page becomes with these recordings."""
    total = sum(record.byte_count or 0 for record in records if record.file_name)
    if not total:
        return NO_SOUND
    megabytes = total * _BYTES_IN_PAGE / _MEGABYTE
    return f"Makes the page about {max(1, round(megabytes))} MB larger."


def exported_words(target: Path) -> str:
    """That it is done, and where it is."""
    return f"Exported to {target}"
