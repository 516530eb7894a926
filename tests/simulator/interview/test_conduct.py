from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.draw import is_candidates_turn
from question_bank.models import Round
from simulator.drills.catalogue import DRILLS
from simulator.drills.drill import Drill
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.drills.guess_first import GUESS_FIRST
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.drills.quick import QUICK
from simulator.drills.same_question import SAME_QUESTION
from simulator.interview.conduct import as_asked, asks_follow_ups, conduct_of, round_at, round_place
from simulator.interview.plan import SessionPlan
from simulator.settings import Settings
from tests.simulator.builders import a_plan, a_question

LOOP = (Round.INITIAL_SCREENING, Round.MACHINE_LEARNING, Round.MACHINE_LEARNING, Round.FINAL)
TURN = replace(a_question(), topics=("you.questions-for-us",), rounds=(Round.SYSTEM_DESIGN, Round.FINAL))


def a_loop() -> SessionPlan:
    return replace(a_plan(len(LOOP)), round=None, rounds=LOOP)


ALWAYS_FEEDBACK = {GUESS_FIRST, SAME_QUESTION, HOLD_THE_SILENCE, FILLER_FREE_MINUTE}


@pytest.mark.parametrize("drill", [None, *DRILLS])
def test_a_drill_that_lives_from_feedback_is_never_strict(drill: Drill | None) -> None:
    assert conduct_of(replace(a_plan(1), drill=drill, strict=True)).is_strict is (drill not in ALWAYS_FEEDBACK)
    assert not conduct_of(replace(a_plan(1), drill=drill)).is_strict


@pytest.mark.parametrize("drill", DRILLS)
def test_drills_keep_to_their_habit(drill: Drill) -> None:
    conduct = conduct_of(replace(a_plan(1), drill=drill))
    assert conduct.holds_silence is (drill is HOLD_THE_SILENCE)
    assert conduct.guesses_first is (drill is GUESS_FIRST)
    assert conduct.tries == (3 if drill is SAME_QUESTION else 1)
    assert not conduct.may_follow_up


def test_follow_ups_are_a_setting_and_never_come_when_the_candidate_asks() -> None:
    plan = a_plan(1)
    assert asks_follow_ups(plan, a_question(), Settings())
    assert not asks_follow_ups(plan, a_question(), Settings(follow_ups=False))
    assert not asks_follow_ups(plan, TURN, Settings())
    assert not asks_follow_ups(replace(plan, drill=QUICK), a_question(), Settings())
    assert (is_candidates_turn(TURN), is_candidates_turn(a_question())) == (True, False)


def test_a_loop_says_which_round_it_is_in() -> None:
    places = [round_place(a_loop(), position) for position in range(len(LOOP))]
    assert [(place.number, place.count, place.is_new) for place in places if place] == [
        (1, 3, True),
        (2, 3, True),
        (2, 3, False),
        (3, 3, True),
    ]
    first, second = places[0], places[1]
    assert first is not None
    assert second is not None
    assert second.words == "Machine learning · round 2 of 3"
    assert first.announcement.startswith("Let's start with")
    assert second.announcement == "Let's move on to machine learning."


def test_every_round_can_be_announced() -> None:
    plan = replace(a_plan(len(Round)), round=None, rounds=tuple(Round))
    for position in range(len(Round)):
        place = round_place(plan, position)
        assert place is not None
        assert place.announcement.endswith(".")


def test_one_round_is_no_loop() -> None:
    assert round_place(a_plan(2), 1) is None
    assert round_at(a_plan(2), 1) is Round.MACHINE_LEARNING
    assert round_at(replace(a_plan(1), round=None), 0) is None


def test_a_question_belongs_to_the_round_that_asks_it() -> None:
    plan = replace(a_plan(1), questions=(TURN,), round=Round.SYSTEM_DESIGN)
    assert as_asked(plan, 0).rounds == (Round.SYSTEM_DESIGN,)
    assert as_asked(replace(plan, round=None), 0) == TURN
    assert as_asked(replace(plan, round=Round.BEHAVIOURAL), 0) == TURN
