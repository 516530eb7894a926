from __future__ import annotations

from dataclasses import replace

from question_bank.models import Role, Round
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from tests.ui.samples import sample_summary
from ui.words.session_summary import session_figures, session_title

SESSION = replace(sample_summary(), role=Role.ML_ENGINEER, round=None)


def test_a_title_says_what_was_practised() -> None:
    assert session_title(replace(SESSION, round=Round.MACHINE_LEARNING)) == "ML engineer · Machine learning"
    assert session_title(replace(SESSION, drill=HOLD_THE_SILENCE)) == "ML engineer · Hold the silence"
    assert session_title(replace(SESSION, role=None, is_loop=True)) == "Any role · Whole loop"
    assert session_title(SESSION) == "ML engineer · Chosen questions"


def test_follow_ups_are_counted_apart() -> None:
    session = replace(SESSION, answer_count=5, follow_up_count=2, within_target=4, timed_answers=6)
    session = replace(session, filler_sounds_per_minute=None)
    assert session_figures(session) == "5 answers · 2 follow-ups · 4 of 6 within target"
    assert session_figures(replace(session, follow_up_count=0)) == "5 answers · 4 of 6 within target"


def test_a_target_is_counted_only_of_answers_whose_length_was_measured() -> None:
    session = replace(SESSION, answer_count=1, within_target=0, timed_answers=0, filler_sounds_per_minute=None)
    assert session_figures(session) == "1 answer"
