"""What a drill is: all that one short exercise brings along. Each has a file of its own; `catalogue` lists them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from question_bank.models import Kind, TargetTimes

if TYPE_CHECKING:
    from simulator.analysis.report import AnswerReport
    from simulator.drills.drill_note import DrillNote
    from simulator.drills.outcome import Outcome

    OutcomeRule = Callable[[AnswerReport, DrillNote, Sequence[AnswerReport]], Outcome | None]


class LookBack(Enum):
    """Which earlier answers an answer stands beside."""

    NOTHING = "nothing"
    SAME_QUESTION = "same question"
    """Those to the same question in the same session."""
    SAME_DRILL = "same drill"
    """The last ones of the same drill, whenever they were given."""


@dataclass(frozen=True, slots=True)
class DrillQuestions:
    """What a drill asks: so many questions of these kinds, from any round; their times if not the questions' own.

    In every drill the counts and times are our own, with no source behind them.
    """

    count: int
    kinds: tuple[Kind, ...]
    times: TargetTimes | None = None


@dataclass(frozen=True, slots=True)
class Drill:
    """An exercise for one habit.

    `id` is what the library and JSON hold: it never changes. `line` says in one sentence what one does.
    `is_interview_like`: it is a short interview and no more, so that nothing has to be said of how it goes.

    `tries`: how often each question is to be answered. `holds_silence`: the interviewer stays quiet after the answer.
    `guesses_first`: the candidate says how long it was before the report shows. `needs_feedback`: it lives from what is
    said after each try, so that strictness would take away the exercise itself.

    `outcome` says of a report, with what was noted of its answer and the reports it looks back on, newest first, what
    the drill adds to it; None where it never adds anything. It is asked about answers with enough speech to judge, or
    about all if it `judges_silence`.
    """

    id: str
    label: str
    line: str
    questions: DrillQuestions
    is_interview_like: bool = False
    tries: int = 1
    holds_silence: bool = False
    guesses_first: bool = False
    needs_feedback: bool = False
    outcome: OutcomeRule | None = None
    judges_silence: bool = False
    looks_back_on: LookBack = LookBack.NOTHING

    def says_of(self, report: AnswerReport, note: DrillNote, earlier: Sequence[AnswerReport] = ()) -> Outcome | None:
        """What the drill says of this answer, looking back on `earlier` reports, newest first; None if nothing."""
        if self.outcome is None or not (report.enough_speech or self.judges_silence):
            return None
        return self.outcome(report, note, earlier)
