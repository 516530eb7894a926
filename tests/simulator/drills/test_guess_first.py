from __future__ import annotations

from simulator.drills.drill_note import DrillNote
from simulator.drills.guess_first import GUESS_FIRST
from simulator.drills.outcome import OutcomeComparison
from tests.simulator.drills.drilled_answers import NOTHING, report_of, said


def test_a_guess_stands_beside_what_was_measured() -> None:
    outcome = said(GUESS_FIRST, report_of(90, 7), DrillNote(guessed_s=60, guessed_filler_sounds=2))
    assert outcome.columns == ("You guessed", "Measured")
    assert outcome.rows == (OutcomeComparison("Length", "1:00", "1:30"), OutcomeComparison("Filler sounds", "2", "7"))
    assert (
        outcome.sentence
        == "Your answer was 30 s longer than it felt. There were 5 more filler sounds than you thought."
    )


def test_a_good_guess_is_praised() -> None:
    outcome = said(GUESS_FIRST, report_of(90, 3), DrillNote(guessed_s=85, guessed_filler_sounds=2))
    assert outcome.sentence == "Your sense of time is good. You have a good ear for your own filler sounds."
    assert GUESS_FIRST.says_of(report_of(90, 3), NOTHING) is None


def test_what_could_not_be_heard_is_no_number() -> None:
    outcome = said(GUESS_FIRST, report_of(30, None), DrillNote(guessed_s=60, guessed_filler_sounds=2))
    assert outcome.rows[1].second == "–"
    assert outcome.sentence == "Your answer was 30 s shorter than it felt."
