"""Hold the silence: the interviewer stays quiet after the answer; does the candidate go on to fill the gap?

How the silence is listened to is `simulator.drills.held_silence`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from question_bank.models import Kind
from simulator.analysis.report import AnswerReport
from simulator.drills.drill import Drill, DrillQuestions
from simulator.drills.drill_note import DrillNote
from simulator.drills.held_silence import HOLD_S, went_on_after_s
from simulator.drills.outcome import Outcome


def _silence_held(report: AnswerReport, note: DrillNote, _earlier: Sequence[AnswerReport]) -> Outcome | None:
    if note.stopped_s is None:
        return None
    has_words = report.model is not None
    after_s = went_on_after_s(report, note.stopped_s) if has_words else note.went_on_s
    if after_s is None:
        text = f"You finished, then let {HOLD_S:.0f} s of silence stand. That is what a full stop sounds like."
        return Outcome("You held the silence", text)
    text = (
        f"You started talking again {after_s:.1f} s after your answer, though nobody had asked. "
        "Silence is the interviewer writing, not a sign that more is wanted: end on your last point, and wait."
    )
    return Outcome("You filled the silence", text)


HOLD_THE_SILENCE: Final = Drill(
    id="hold-the-silence",
    label="Hold the silence",
    line="Stop when you are done, even if nobody says a word.",
    questions=DrillQuestions(2, (Kind.SHORT,)),
    holds_silence=True,
    needs_feedback=True,
    outcome=_silence_held,
    judges_silence=True,
)
