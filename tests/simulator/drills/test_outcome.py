from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.report import (
    AnswerReport,
    Filler,
    FillerRates,
    KeyPointResult,
    ReportedTranscript,
    ReportedWord,
)
from simulator.drills.drill import Drill
from simulator.drills.outcome import Outcome, OutcomeComparison, looks_back, outcome_of
from simulator.store.records import DrillNote
from tests.simulator.store.builders import a_report

NOTHING = DrillNote()


def report_of(length_s: float, sounds: int | None, covered: int = 1) -> AnswerReport:
    """A report of an answer of this length, with so many filler sounds and key points (of three)."""
    um = Filler("um", "sound", "both", 1.0, 1.3, 0.9, 0, 1)
    return replace(
        a_report(),
        duration_s=length_s,
        fillers=(um,) * (sounds or 0),
        fillers_per_minute=FillerRates(None if sounds is None else sounds * 60 / length_s, 0.0, 0.0),
        key_points=tuple(KeyPointResult(str(number), number < covered, None) for number in range(3)),
    )


def said(drill: Drill | None, report: AnswerReport, note: DrillNote = NOTHING, *earlier: AnswerReport) -> Outcome:
    outcome = outcome_of(drill, report, note, earlier)
    assert outcome is not None
    return outcome


@pytest.mark.parametrize("drill", [None, Drill.QUICK, Drill.THIRTY_SECONDS, Drill.THINK_ALOUD])
def test_an_interview_and_most_drills_have_nothing_to_add(drill: Drill | None) -> None:
    assert outcome_of(drill, report_of(60, 2), DrillNote(1.0, 2.0, 3.0, 4)) is None


def test_a_silence_that_stood() -> None:
    report = replace(a_report(), transcript=ReportedTranscript("", (ReportedWord("done", 9.0, 9.9),)))
    assert said(Drill.HOLD_THE_SILENCE, report, DrillNote(stopped_s=10.0)).title == "You let the silence stand"


def test_a_cough_is_no_talking() -> None:
    report = replace(a_report(), transcript=ReportedTranscript("", (ReportedWord("done", 9.0, 9.9),)))
    note = DrillNote(stopped_s=10.0, went_on_s=2.0)
    assert said(Drill.HOLD_THE_SILENCE, report, note).title == "You let the silence stand"
    without_engine = replace(report, model=None, enough_speech=False)
    assert said(Drill.HOLD_THE_SILENCE, without_engine, note).sentence.startswith("2.0 s after")


def test_a_silence_that_was_filled_says_when() -> None:
    report = replace(a_report(), transcript=ReportedTranscript("", (ReportedWord("and", 13.2, 13.4),)))
    assert said(Drill.HOLD_THE_SILENCE, report, DrillNote(stopped_s=10.0)).sentence.startswith("3.2 s after")
    assert outcome_of(Drill.HOLD_THE_SILENCE, report, NOTHING) is None


def test_a_guess_stands_beside_what_was_measured() -> None:
    outcome = said(Drill.GUESS_FIRST, report_of(90, 7), DrillNote(guessed_s=60, guessed_filler_sounds=2))
    assert outcome.columns == ("You guessed", "Measured")
    assert outcome.rows == (OutcomeComparison("Length", "1:00", "1:30"), OutcomeComparison("Filler sounds", "2", "7"))
    assert outcome.sentence == "It was 30 s longer than it felt. There were 5 more filler sounds than you thought."


def test_a_good_guess_is_praised() -> None:
    outcome = said(Drill.GUESS_FIRST, report_of(90, 3), DrillNote(guessed_s=85, guessed_filler_sounds=2))
    assert outcome.sentence == "Your sense of time is good. You hear your own filler sounds well."
    assert outcome_of(Drill.GUESS_FIRST, report_of(90, 3), NOTHING) is None


def test_what_could_not_be_heard_is_no_number() -> None:
    outcome = said(Drill.GUESS_FIRST, report_of(30, None), DrillNote(guessed_s=60, guessed_filler_sounds=2))
    assert outcome.rows[1].second == "–"
    assert outcome.sentence == "It was 30 s shorter than it felt."
    assert "could not be counted" in said(Drill.FILLER_FREE_MINUTE, report_of(30, None)).sentence


@pytest.mark.parametrize(
    ("count", "before", "words"),
    [
        (0, (), "No filler sound heard in 1:00. Next time this is what you have to beat."),
        (1, (4, 3), "At least 1 filler sound heard in 1:00. Before that, newest first: 4, 3. Your best so far."),
        (3, (3, 5), "At least 3 filler sounds heard in 1:00. Before that, newest first: 3, 5. As good as your best."),
        (4, (2,), "At least 4 filler sounds heard in 1:00. Before that, newest first: 2. Your best is 2."),
    ],
)
def test_a_minute_stands_beside_the_last_tries(count: int, before: tuple[int, ...], words: str) -> None:
    earlier = [report_of(60, one) for one in before]
    assert said(Drill.FILLER_FREE_MINUTE, report_of(60, count), NOTHING, *earlier).sentence == words


def test_a_second_try_stands_beside_the_first() -> None:
    before, now = report_of(120, 6, covered=1), report_of(90, 2, covered=3)
    outcome = said(Drill.SAME_QUESTION, now, NOTHING, before)
    assert outcome.rows == (
        OutcomeComparison("Length", "2:00", "1:30"),
        OutcomeComparison("Filler sounds", "6", "2"),
        OutcomeComparison("Key points", "1 of 3", "3 of 3"),
    )
    assert outcome.sentence == "2 key points more, 30 s shorter and 4 filler sounds fewer."
    assert said(Drill.SAME_QUESTION, now, NOTHING, now).sentence == "Much as before."
    assert outcome_of(Drill.SAME_QUESTION, now, NOTHING) is None


def test_too_little_speech_is_not_compared() -> None:
    report = replace(report_of(60, 0), enough_speech=False)
    note = DrillNote(guessed_s=60, guessed_filler_sounds=2)
    for drill in (Drill.GUESS_FIRST, Drill.FILLER_FREE_MINUTE, Drill.SAME_QUESTION):
        assert outcome_of(drill, report, note, (report,)) is None


def test_two_drills_look_back() -> None:
    assert [drill for drill in Drill if looks_back(drill)] == [Drill.FILLER_FREE_MINUTE, Drill.SAME_QUESTION]
    assert not looks_back(None)
