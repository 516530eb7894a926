"""Why the ladder of a kept question ended, worked out anew from what was said. The climb is `ladder`'s."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord


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
