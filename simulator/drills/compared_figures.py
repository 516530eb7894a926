"""Figures of a report as the drills compare, name and write them; a dash for what was not measured."""

from __future__ import annotations

from typing import Final

from simulator.analysis.measures import DEFINITIONS, Measure
from simulator.analysis.report import AnswerReport
from simulator.analysis.timecode import clock

LENGTH: Final = DEFINITIONS[Measure.LENGTH].title
FILLER_SOUNDS: Final = DEFINITIONS[Measure.FILLER_SOUNDS].title
KEY_POINTS: Final = DEFINITIONS[Measure.KEY_POINTS].title


def filler_sounds(report: AnswerReport) -> int | None:
    """How many filler sounds were heard; None where they could not be."""
    if Measure.FILLER_SOUNDS.of(report) is None:
        return None
    return sum(filler.kind == "sound" for filler in report.fillers)


def filler_sounds_shown(report: AnswerReport) -> str:
    """ "3"."""
    count = filler_sounds(report)
    return "–" if count is None else str(count)


def length_shown(report: AnswerReport) -> str:
    """ "1:30"."""
    return "–" if report.answer_s is None else clock(report.answer_s)
