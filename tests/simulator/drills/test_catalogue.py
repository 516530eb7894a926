"""What a drill must bring, whichever it is: the list is the only thing here that knows them by name."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

import simulator.drills
from question_bank.bank import Bank
from question_bank.models import Role
from simulator.drills.catalogue import DRILLS, drill_by_id
from simulator.drills.drill import Drill, LookBack
from simulator.drills.drill_note import DrillNote
from simulator.interview.conduct import conduct_of
from simulator.interview.plan import SessionPlan, plan_drill
from tests.simulator.drills.drilled_answers import report_of

NOTED = DrillNote(stopped_s=50.0, went_on_s=None, guessed_s=60.0, guessed_filler_sounds=2)
LONGEST_LABEL, LONGEST_LINE = 24, 72  # they stand side by side in a menu
EVER_KEPT = {
    "quick", "thirty-seconds", "think-aloud", "hold-the-silence", "guess-first", "filler-free-minute", "same-question",
}  # fmt: skip

every_drill = pytest.mark.parametrize("drill", DRILLS, ids=lambda drill: drill.id)


def test_every_drill_with_a_file_is_listed_once() -> None:
    folder = Path(simulator.drills.__path__[0])
    modules = [import_module(f"simulator.drills.{path.stem}") for path in folder.glob("*.py") if path.stem[0] != "_"]
    made = [value for module in modules for value in vars(module).values() if isinstance(value, Drill)]
    assert {drill.id for drill in made} == {drill.id for drill in DRILLS}
    assert len({drill.id for drill in DRILLS}) == len({drill.label for drill in DRILLS}) == len(DRILLS)


def test_what_libraries_hold_is_still_known() -> None:
    assert {drill.id for drill in DRILLS} >= EVER_KEPT
    with pytest.raises(KeyError):
        drill_by_id("no-such-drill")


@every_drill
def test_it_is_found_by_an_id_fit_to_be_kept(drill: Drill) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", drill.id)
    assert drill_by_id(drill.id) is drill


@every_drill
def test_it_says_in_a_line_what_one_does(drill: Drill) -> None:
    assert 0 < len(drill.label) <= LONGEST_LABEL
    assert 0 < len(drill.line) <= LONGEST_LINE
    assert drill.line.endswith(".")


@every_drill
@pytest.mark.parametrize("role", [None, *Role])
def test_the_built_in_bank_has_questions_for_it(built_in: Bank, drill: Drill, role: Role | None) -> None:
    plan = plan_drill(built_in, drill, role, seed=5)
    assert len(plan.questions) == drill.questions.count
    assert {question.kind for question in plan.questions} <= set(drill.questions.kinds)


@every_drill
def test_it_is_conducted_as_it_says(drill: Drill) -> None:
    plan = SessionPlan(None, None, (), seed=1, strict=True, drill=drill)
    conduct = conduct_of(plan)
    assert conduct.tries == drill.tries >= 1
    assert (conduct.holds_silence, conduct.guesses_first) == (drill.holds_silence, drill.guesses_first)
    assert conduct.is_strict is not drill.needs_feedback
    assert not conduct.may_follow_up


@every_drill
def test_what_needs_feedback_has_an_outcome_to_give(drill: Drill) -> None:
    assert (drill.outcome is not None) is drill.needs_feedback
    if drill.looks_back_on is not LookBack.NOTHING or drill.judges_silence:
        assert drill.outcome is not None


@every_drill
def test_its_outcome_is_a_title_and_whole_sentences_and_fits_its_columns(drill: Drill) -> None:
    outcome = drill.says_of(report_of(60, 2), NOTED, (report_of(90, 3),))
    assert (outcome is not None) is (drill.outcome is not None)
    if outcome is not None:
        assert outcome.title
        assert not outcome.title.endswith(".")
        assert outcome.sentence.endswith(".")
        assert bool(outcome.rows) is all(outcome.columns)


@every_drill
def test_it_says_nothing_of_too_little_speech_unless_silence_is_its_matter(drill: Drill) -> None:
    outcome = drill.says_of(replace(report_of(5, 0), enough_speech=False), NOTED, (report_of(90, 3),))
    assert (outcome is not None) is drill.judges_silence


@every_drill
def test_it_bears_answers_of_which_nothing_is_known(drill: Drill) -> None:
    outcome = drill.says_of(replace(report_of(60, None), duration_s=None, key_points=None), NOTED, ())
    assert outcome is None or outcome.title
