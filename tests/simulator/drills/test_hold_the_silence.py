from __future__ import annotations

from dataclasses import replace

from simulator.analysis.report import ReportedTranscript, ReportedWord
from simulator.drills.drill_note import DrillNote
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from tests.simulator.drills.drilled_answers import NOTHING, said
from tests.simulator.store.builders import a_report

AGAIN = "You started talking again"


def test_a_silence_that_stood() -> None:
    report = replace(a_report(), transcript=ReportedTranscript("", (ReportedWord("done", 9.0, 9.9),)))
    assert said(HOLD_THE_SILENCE, report, DrillNote(stopped_s=10.0)).title == "You held the silence"


def test_a_cough_is_no_talking() -> None:
    report = replace(a_report(), transcript=ReportedTranscript("", (ReportedWord("done", 9.0, 9.9),)))
    note = DrillNote(stopped_s=10.0, went_on_s=2.0)
    assert said(HOLD_THE_SILENCE, report, note).title == "You held the silence"
    without_engine = replace(report, model=None, enough_speech=False)
    assert said(HOLD_THE_SILENCE, without_engine, note).sentence.startswith(f"{AGAIN} 2.0 s after")


def test_a_silence_that_was_filled_says_when() -> None:
    report = replace(a_report(), transcript=ReportedTranscript("", (ReportedWord("and", 13.2, 13.4),)))
    assert said(HOLD_THE_SILENCE, report, DrillNote(stopped_s=10.0)).sentence.startswith(f"{AGAIN} 3.2 s after")
    assert HOLD_THE_SILENCE.says_of(report, NOTHING) is None
