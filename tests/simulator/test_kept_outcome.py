from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.drills.catalogue import DRILLS
from simulator.drills.drill import Drill
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.drills.same_question import SAME_QUESTION
from simulator.kept_outcome import outcome_for
from simulator.store.store import Store
from tests.simulator.drills.drilled_answers import report_of
from tests.simulator.store.builders import NOON, a_plan, a_report, add_judged, add_saved


def test_a_kept_answer_stands_beside_the_tries_at_the_same_question(store: Store) -> None:
    session = store.begin_session(replace(a_plan(), drill=SAME_QUESTION), NOON)
    first, second = (add_saved(store, session, attempt=attempt) for attempt in (1, 2))
    for answer in (first, second):
        store.keep_report(answer, a_report())
    assert outcome_for(store, SAME_QUESTION, store.answer(first)) is None
    beside = outcome_for(store, SAME_QUESTION, store.answer(second))
    assert beside is not None
    assert beside.sentence == "About the same as before."


def test_a_kept_answer_stands_beside_those_of_the_same_drill_on_other_days(store: Store) -> None:
    minutes = [store.begin_session(replace(a_plan(), drill=FILLER_FREE_MINUTE), NOON) for _ in range(2)]
    answers = [add_judged(store, session, report_of(60, count)) for session, count in zip(minutes, (4, 2), strict=True)]
    first, second = (outcome_for(store, FILLER_FREE_MINUTE, store.answer(answer)) for answer in answers)
    assert first is not None
    assert "to beat" in first.sentence
    assert second is not None
    assert second.sentence.endswith("Earlier tries, newest first: 4. Your best so far.")


@pytest.mark.parametrize("drill", [None, *DRILLS])
def test_nothing_is_said_of_an_answer_without_a_report(store: Store, drill: Drill | None) -> None:
    session = store.begin_session(replace(a_plan(), drill=drill), NOON)
    assert outcome_for(store, drill, store.answer(add_saved(store, session))) is None
