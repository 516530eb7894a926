"""Plans from choices, bank and history: the same until one is held, then others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import Role, Round
from simulator.drills.quick import QUICK
from simulator.errors import SimulatorError
from simulator.interview.plan import Wish
from tests.ui.making import planner
from tests.ui.parts import Room
from ui.errands.planner import Planner

WISH = Wish(Role.ML_ENGINEER, Round.MACHINE_LEARNING, 5)


@pytest.fixture
def made(room: Room) -> Planner:
    return planner(room)


def test_a_plan_is_the_same_until_one_is_held(made: Planner) -> None:
    told = made.session(WISH)
    assert made.session(WISH) == told
    made.draw_anew()
    assert made.session(WISH) != told


def test_certain_questions_and_drills_follow_the_settings(room: Room, made: Planner) -> None:
    room.equipment.settings.change(replace(room.equipment.settings.now, strict=True, role=Role.NLP_ENGINEER))
    plan = made.these(("ml.knn.how",))
    assert [question.id for question in plan.questions] == ["ml.knn.how"]
    assert plan.strict
    assert plan.role is Role.NLP_ENGINEER
    assert made.drill(QUICK).role is Role.NLP_ENGINEER


def test_a_newcomer_has_nothing_due(made: Planner) -> None:
    assert made.due_questions() == ()
    with pytest.raises(SimulatorError):
        made.due()
