"""Figures of a report as the drills compare them, and as they write them; a dash for what was not measured."""

from __future__ import annotations

from simulator.analysis.report import AnswerReport
from simulator.analysis.timecode import clock


def filler_sounds(report: AnswerReport) -> int | None:
    """How many filler sounds were heard; None where they could not be."""
    if report.fillers_per_minute is None or report.fillers_per_minute.sound is None:
        return None
    return sum(filler.kind == "sound" for filler in report.fillers)


def filler_sounds_shown(report: AnswerReport) -> str:
    """ "3"."""
    count = filler_sounds(report)
    return "–" if count is None else str(count)


def length_shown(report: AnswerReport) -> str:
    """ "1:30"."""
    return "–" if report.duration_s is None else clock(report.duration_s)
