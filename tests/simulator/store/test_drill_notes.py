from __future__ import annotations

from dataclasses import replace

from simulator.drills.drill_note import DrillNote
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_plan, a_report, add_judged, add_saved, add_session


def test_what_a_drill_notes_is_kept_with_its_answer(store: Store) -> None:
    session = add_session(store)
    answer = add_saved(store, session)
    assert store.drills.note(answer) == DrillNote()
    store.drills.keep_silence(answer, 12.5, None)
    store.drills.keep_guess(answer, 60, 3)
    assert store.drills.note(answer) == DrillNote(12.5, None, 60.0, 3)
    store.drills.keep_silence(answer, 12.5, 2.0)
    assert store.drills.note(answer) == DrillNote(12.5, 2.0, 60.0, 3)
    store.delete_session(session)
    assert store.drills.note(answer) == DrillNote()


def test_a_drill_looks_back_on_its_own_judged_tries(store: Store) -> None:
    minutes = [store.begin_session(replace(a_plan(), drill=FILLER_FREE_MINUTE), NOON) for _ in range(4)]
    tries = [add_judged(store, session, a_report()) for session in minutes[:3]]
    add_saved(store, minutes[3])
    add_judged(store, add_session(store), a_report())
    now = add_saved(store, minutes[3], attempt=2)
    assert [one.id for one in store.drills.tries(FILLER_FREE_MINUTE, now, 2)] == [tries[2], tries[1]]
    assert [one.id for one in store.drills.tries(FILLER_FREE_MINUTE, tries[1], 9)] == [tries[0]]
