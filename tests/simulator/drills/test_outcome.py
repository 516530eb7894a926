from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.drills.catalogue import DRILLS
from simulator.drills.drill import Drill
from simulator.drills.drill_note import DrillNote
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.drills.guess_first import GUESS_FIRST
from simulator.drills.outcome import outcome_for, outcome_of
from simulator.drills.quick import QUICK
from simulator.drills.same_question import SAME_QUESTION
from simulator.drills.think_aloud import THINK_ALOUD
from simulator.drills.thirty_seconds import THIRTY_SECONDS
from simulator.store.store import Store
from tests.simulator.drills.drilled_answers import report_of
from tests.simulator.store.builders import NOON, a_plan, a_report, add_judged, add_saved


@pytest.mark.parametrize("drill", [None, QUICK, THIRTY_SECONDS, THINK_ALOUD])
def test_an_interview_and_most_drills_have_nothing_to_add(drill: Drill | None) -> None:
    assert outcome_of(drill, report_of(60, 2), DrillNote(1.0, 2.0, 3.0, 4)) is None


@pytest.mark.parametrize("drill", [GUESS_FIRST, FILLER_FREE_MINUTE, SAME_QUESTION])
def test_too_little_speech_is_not_compared(drill: Drill) -> None:
    report = replace(report_of(60, 0), enough_speech=False)
    note = DrillNote(guessed_s=60, guessed_filler_sounds=2)
    assert outcome_of(drill, report, note, (report,)) is None


def test_a_kept_answer_stands_beside_the_tries_at_the_same_question(store: Store) -> None:
    session = store.begin_session(replace(a_plan(), drill=SAME_QUESTION), NOON)
    first, second = (add_saved(store, session, attempt=attempt) for attempt in (1, 2))
    for answer in (first, second):
        store.keep_report(answer, a_report())
    assert outcome_for(store, SAME_QUESTION, store.answer(first)) is None
    beside = outcome_for(store, SAME_QUESTION, store.answer(second))
    assert beside is not None
    assert beside.sentence == "Much as before."


def test_a_kept_answer_stands_beside_those_of_the_same_drill_on_other_days(store: Store) -> None:
    minutes = [store.begin_session(replace(a_plan(), drill=FILLER_FREE_MINUTE), NOON) for _ in range(2)]
    answers = [add_judged(store, session, report_of(60, count)) for session, count in zip(minutes, (4, 2), strict=True)]
    first, second = (outcome_for(store, FILLER_FREE_MINUTE, store.answer(answer)) for answer in answers)
    assert first is not None
    assert "to beat" in first.sentence
    assert second is not None
    assert second.sentence.endswith("Before that, newest first: 4. Your best so far.")


@pytest.mark.parametrize("drill", [None, *DRILLS])
def test_nothing_is_said_of_an_answer_without_a_report(store: Store, drill: Drill | None) -> None:
    session = store.begin_session(replace(a_plan(), drill=drill), NOON)
    assert outcome_for(store, drill, store.answer(add_saved(store, session))) is None
