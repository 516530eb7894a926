"""All drills there are. A new one is a file beside this one, and a line here."""

from __future__ import annotations

from typing import Final

from simulator.drills.drill import Drill
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.drills.guess_first import GUESS_FIRST
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.drills.quick import QUICK
from simulator.drills.same_question import SAME_QUESTION
from simulator.drills.think_aloud import THINK_ALOUD
from simulator.drills.thirty_seconds import THIRTY_SECONDS

DRILLS: Final = (
    QUICK,
    THIRTY_SECONDS,
    THINK_ALOUD,
    HOLD_THE_SILENCE,
    GUESS_FIRST,
    FILLER_FREE_MINUTE,
    SAME_QUESTION,
)
"""In the order in which they are offered."""

_BY_ID: Final = {drill.id: drill for drill in DRILLS}


def drill_by_id(drill_id: str) -> Drill:
    """The drill that the library calls so. Raises KeyError if there is none."""
    return _BY_ID[drill_id]
