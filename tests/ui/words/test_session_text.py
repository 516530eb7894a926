from __future__ import annotations

from dataclasses import replace

from question_bank.models import Role, Round
from simulator.drills.outcome import Outcome, OutcomeComparison
from simulator.drills.quick import QUICK
from tests.ui.samples import sample_record, sample_summary
from ui.words.session_text import answer_lines, outcome_lines, session_line

SESSION = replace(sample_summary(), role=Role.ML_ENGINEER, round=Round.MACHINE_LEARNING, filler_sounds_per_minute=2.0)


def test_a_session_is_one_line() -> None:
    line = session_line(replace(SESSION, answer_count=3, within_target=2, follow_up_count=1, time_to_point_s=9.0))
    assert line.startswith("   3  2026-11-19 ")
    assert "ML engineer, Machine learning" in line
    assert line.endswith(
        "(3 answers; 1 follow-up; 2 of 3 within target; 2.0 filler sounds per minute; to the point after 9 s)"
    )


def test_what_was_practised_is_named() -> None:
    assert "any role" in session_line(replace(SESSION, role=None, round=None))
    assert "Quick drill, strict" in session_line(replace(SESSION, role=None, round=None, drill=QUICK, mode="strict"))
    assert "Whole loop" in session_line(replace(SESSION, round=None, is_loop=True))


def test_an_answer_tells_what_is_kept_of_it() -> None:
    waiting = sample_record(report=None, transcript=None, samples=32_000, note="Draw it.", attempt=2, position=0)
    first, *others = answer_lines(waiting, None)
    assert first.endswith("[saved, attempt 2]")
    assert others == ["   0:02 recorded. Not transcribed yet.", "   Note: Draw it."]
    assert any("Length" in line for line in answer_lines(sample_record(), None))


def test_an_outcome_stands_in_columns() -> None:
    outcome = Outcome(
        "Your guess", "It was longer.", ("You guessed", "Measured"), (OutcomeComparison("Length", "1", "2"),)
    )
    assert list(outcome_lines(outcome)) == [
        "Your guess",
        "  It was longer.",
        f"  {'':<16}{'You guessed':<14}Measured",
        f"  {'Length':<16}{'1':<14}2",
    ]
    assert list(outcome_lines(replace(outcome, rows=()))) == ["Your guess", "  It was longer."]
