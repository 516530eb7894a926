"""What a drill says of an answer that is kept: its report, what was noted of it, and the answers before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from simulator.drills.drill import Drill, LookBack
from simulator.drills.outcome import Outcome

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord
    from simulator.store.store import Store

TRIES_SHOWN: Final = 5  # our own: as many as one takes in at a glance


def outcome_for(store: Store, drill: Drill | None, record: AnswerRecord) -> Outcome | None:
    """What the drill says of this kept answer; None while there is no report, and where it says nothing."""
    if drill is None or record.report is None:
        return None
    reports = [before.report for before in _earlier(store, drill, record) if before.report is not None]
    return drill.says_of(record.report, store.drills.note(record.id), reports)


def _earlier(store: Store, drill: Drill, record: AnswerRecord) -> Sequence[AnswerRecord]:
    """The answers that this one stands beside, newest first."""
    if drill.looks_back_on is LookBack.NOTHING:
        return ()
    if drill.looks_back_on is LookBack.SAME_DRILL:
        return store.drills.tries(drill, record.id, TRIES_SHOWN)
    tries = [one for one in store.answers(record.session_id) if one.position == record.position and one.id < record.id]
    return tries[::-1]
