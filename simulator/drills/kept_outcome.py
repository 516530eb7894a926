"""What a drill or the ladder adds to a kept answer, looked up in the library and said by simulator's rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from simulator.drills.drill import Drill
from simulator.drills.outcome import Outcome, looks_back, outcome_of

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord
    from simulator.store.store import Store

TRIES_SHOWN: Final = 5  # our own: as many as one takes in at a glance


def outcome_for(store: Store, drill: Drill | None, record: AnswerRecord) -> Outcome | None:
    """What the drill says of this answer; None while there is no report, and where it says nothing."""
    if drill is None or record.report is None:
        return None
    earlier = _earlier(store, drill, record) if looks_back(drill) else ()
    reports = [before.report for before in earlier if before.report is not None]
    return outcome_of(drill, record.report, store.drills.note(record.id), reports)


def _earlier(store: Store, drill: Drill, record: AnswerRecord) -> Sequence[AnswerRecord]:
    """The answers that this one stands beside, newest first: of the same question, or of the same drill."""
    if drill is not Drill.SAME_QUESTION:
        return store.drills.tries(drill, record.id, TRIES_SHOWN)
    tries = [one for one in store.answers(record.session_id) if one.position == record.position and one.id < record.id]
    return tries[::-1]


def ladder_end(answers: Sequence[AnswerRecord], record: AnswerRecord, max_depth: int) -> str:
    """Why the ladder of a question ended at this answer, of a session's `answers`; "" unless follow-ups came before it.

    It is worked out from what was said, as it was during the interview.
    """
    from simulator.follow_ups.ladder import Rung, next_step

    rungs = {one.rung: one for one in answers if one.position == record.position and one.report is not None}
    if not record.rung or rungs.get(record.rung) != record or max(rungs) != record.rung:
        return ""
    climbed = [Rung(one.question, one.report) for _, one in sorted(rungs.items()) if one.report is not None]
    step = next_step(climbed, max_depth)
    return step.why if step.limit is not None else ""
