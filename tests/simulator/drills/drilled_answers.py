"""Reports of made-up answers as the drills compare them, and what a drill says of one."""

from __future__ import annotations

from dataclasses import replace

from simulator.analysis.report import AnswerReport, Filler, FillerRates, KeyPointResult
from simulator.drills.drill import Drill
from simulator.drills.drill_note import DrillNote
from simulator.drills.outcome import Outcome
from tests.simulator.store.builders import a_report

NOTHING = DrillNote()


def report_of(length_s: float, sounds: int | None, covered: int = 1, contrary: int = 0) -> AnswerReport:
    """A report of an answer of this length, with so many filler sounds and points (of three) made or said wrongly."""
    um = Filler("um", "sound", "both", 1.0, 1.3, 0.9, 0, 1)
    return replace(
        a_report(),
        duration_s=length_s,
        fillers=(um,) * (sounds or 0),
        fillers_per_minute=FillerRates(None if sounds is None else sounds * 60 / length_s, 0.0, 0.0),
        key_points=tuple(_point(number, covered, contrary) for number in range(3)),
    )


def _point(number: int, covered: int, contrary: int) -> KeyPointResult:
    if number < covered:
        return KeyPointResult(str(number), True, None, verdict="made")
    return KeyPointResult(str(number), False, None, verdict="contrary" if number < covered + contrary else "not")


def said(drill: Drill, report: AnswerReport, note: DrillNote = NOTHING, *earlier: AnswerReport) -> Outcome:
    """What the drill says, which must be something."""
    outcome = drill.says_of(report, note, earlier)
    assert outcome is not None
    return outcome
