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
    assert outcome.sentence == "2 key points more, 30 s shorter and 4 filler sounds fewer."
    assert said(SAME_QUESTION, now, NOTHING, now).sentence == "Much as before."
    assert SAME_QUESTION.says_of(now, NOTHING) is None
