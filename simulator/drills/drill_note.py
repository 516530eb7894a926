"""What is noted of an answer for a drill, beside its report. `simulator.store.drill_notes` keeps it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DrillNote:
    """What a drill notes of an answer beside its report; None where it notes nothing of the kind.

    `stopped_s`: the second of the take at which Stop was pressed, before the silence; `went_on_s`: how long after it a
    voice was heard. `guessed_s` and `guessed_filler_sounds`: what the candidate expected.
    """

    stopped_s: float | None = None
    went_on_s: float | None = None
    guessed_s: float | None = None
    guessed_filler_sounds: int | None = None
