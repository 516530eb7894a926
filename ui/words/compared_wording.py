"""How the wording of two answers differs, in words: counts, and what a screen reader says of the marks. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.comparison.wording import Said, Stretch, Wording
from ui.words.times import counted

LEGEND: Final = "Struck through: dropped. Underlined: new. Fillers are grey and count as neither."
_SPOKEN_STRETCHES: Final = 12  # our own: as much as one listens to before the text itself
_EDGES: Final = " .,;:!?…"
_SPOKEN_AS: Final = {Said.DROPPED: "dropped", Said.ADDED: "new"}


def wording_counted(wording: Wording) -> str:
    """ "14 words dropped, 20 new, 63 kept. Fillers are not counted."; without a word in either, empty."""
    if not (wording.first or wording.second):
        return ""
    dropped = counted(wording.dropped_count, "word")
    return f"{dropped} dropped, {wording.added_count} new, {wording.kept_count} kept. Fillers are not counted."


def marks_spoken(stretches: Sequence[Stretch], said: Said) -> str:
    """What is marked in one of the transcripts, the first few in their words: "3 dropped: “in practice”; “so”"."""
    marked = [stretch for stretch in stretches if stretch.said is said]
    count = counted(sum(len(stretch.words) for stretch in marked), "word")
    if not marked:
        return f"No words {_SPOKEN_AS[said]}."
    quotes = "; ".join(f"“{stretch.text.strip(_EDGES)}”" for stretch in marked[:_SPOKEN_STRETCHES])
    more = f"; and {len(marked) - _SPOKEN_STRETCHES} more" if len(marked) > _SPOKEN_STRETCHES else ""
    return f"{count} {_SPOKEN_AS[said]}: {quotes}{more}."
