"""What a drill says of an answer beside its report: one honest sentence and, where there is one, a comparison.

The sentences themselves are each drill's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.drills.drill import Drill, LookBack

if TYPE_CHECKING:
    from simulator.analysis.report import AnswerReport
    from simulator.drills.drill_note import DrillNote
    from simulator.store.records import AnswerRecord
    from simulator.store.store import Store

TRIES_SHOWN: Final = 5  # our own: as many as one takes in at a glance


@dataclass(frozen=True, slots=True)
class OutcomeComparison:
    """One measure twice, as words."""

    name: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A title, a sentence, and measures side by side under the headings of `columns`."""

    title: str
    sentence: str
    columns: tuple[str, str] = ("", "")
    rows: tuple[OutcomeComparison, ...] = ()


def outcome_of(
    drill: Drill | None, report: AnswerReport, note: DrillNote, earlier: Sequence[AnswerReport] = ()
) -> Outcome | None:
    """What the drill says of this answer; None if it says nothing.

    `earlier` are reports to look back on, newest first.
    """
    if drill is None or drill.outcome is None or not (report.enough_speech or drill.judges_silence):
        return None
    return drill.outcome(report, note, earlier)


def outcome_for(store: Store, drill: Drill | None, record: AnswerRecord) -> Outcome | None:
    """What the drill says of this kept answer; None while there is no report, and where it says nothing."""
    if drill is None or record.report is None:
        return None
    reports = [before.report for before in _earlier(store, drill, record) if before.report is not None]
    return outcome_of(drill, record.report, store.drills.note(record.id), reports)


def _earlier(store: Store, drill: Drill, record: AnswerRecord) -> Sequence[AnswerRecord]:
    """The answers that this one stands beside, newest first."""
    if drill.looks_back_on is LookBack.NOTHING:
        return ()
    if drill.looks_back_on is LookBack.SAME_DRILL:
        return store.drills.tries(drill, record.id, TRIES_SHOWN)
    tries = [one for one in store.answers(record.session_id) if one.position == record.position and one.id < record.id]
    return tries[::-1]
