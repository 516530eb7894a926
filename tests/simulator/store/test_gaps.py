"""What recordings lack is kept with their answers, and goes with them."""

from __future__ import annotations

from simulator.gap import Gap
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_plan, a_question


def test_gaps_are_read_with_their_answer_in_the_order_of_the_recording(store: Store) -> None:
    session = store.begin_session(a_plan(), NOON)
    first, second = (store.begin_answer(session, a_question(), 0, try_, f"{try_}.wav", NOON) for try_ in (1, 2))
    store.gaps.keep(first, Gap(20.5, 3.25))
    store.gaps.keep(first, Gap(4.0, 3600.0))
    assert store.answer(first).gaps == (Gap(4.0, 3600.0), Gap(20.5, 3.25))
    assert store.answer(second).gaps == ()
    store.answer_saved(first, 16_000, 32_044, "00")
    assert store.answer(first).gaps == (Gap(4.0, 3600.0), Gap(20.5, 3.25))
    store.delete_answer(first)
    assert [answer.gaps for answer in store.answers(session)] == [()]
