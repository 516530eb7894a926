from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.drills.drill import Drill
from simulator.drills.drill_note import DrillNote
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.drills.guess_first import GUESS_FIRST
from simulator.drills.quick import QUICK
from simulator.drills.same_question import SAME_QUESTION
from simulator.drills.think_aloud import THINK_ALOUD
from simulator.drills.thirty_seconds import THIRTY_SECONDS
from tests.simulator.drills.drilled_answers import report_of


@pytest.mark.parametrize("drill", [QUICK, THIRTY_SECONDS, THINK_ALOUD])
def test_most_drills_have_nothing_to_add(drill: Drill) -> None:
    assert drill.says_of(report_of(60, 2), DrillNote(1.0, 2.0, 3.0, 4)) is None


@pytest.mark.parametrize("drill", [GUESS_FIRST, FILLER_FREE_MINUTE, SAME_QUESTION])
def test_too_little_speech_is_not_compared(drill: Drill) -> None:
    report = replace(report_of(60, 0), enough_speech=False)
    note = DrillNote(guessed_s=60, guessed_filler_sounds=2)
    assert drill.says_of(report, note, (report,)) is None
