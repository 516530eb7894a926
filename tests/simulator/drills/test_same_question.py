from __future__ import annotations

from simulator.drills.outcome import OutcomeComparison
from simulator.drills.same_question import SAME_QUESTION
from tests.simulator.drills.drilled_answers import NOTHING, report_of, said


def test_a_second_try_stands_beside_the_first() -> None:
    before, now = report_of(120, 6, covered=1), report_of(90, 2, covered=3)
    outcome = said(SAME_QUESTION, now, NOTHING, before)
    assert outcome.rows == (
        OutcomeComparison("Length", "2:00", "1:30"),
        OutcomeComparison("Filler sounds", "6", "2"),
        OutcomeComparison("Key points", "1 of 3", "3 of 3"),
    )
    assert outcome.sentence == "2 more key points, 30 s shorter and 4 fewer filler sounds."
    assert said(SAME_QUESTION, now, NOTHING, now).sentence == "About the same as before."
    assert SAME_QUESTION.says_of(now, NOTHING) is None


def test_a_point_put_right_is_told() -> None:
    before, now = report_of(90, 2, covered=1, contrary=2), report_of(90, 2, covered=2, contrary=1)
    outcome = said(SAME_QUESTION, now, NOTHING, before)
    assert outcome.rows[-1] == OutcomeComparison("Opposites said", "2", "1")
    assert outcome.sentence == "1 more key point and 1 fewer wrong statement."
    assert said(SAME_QUESTION, now, NOTHING, now).sentence == "About the same as before."
