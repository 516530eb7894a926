"""One definition: the rule, the light, and what History counts."""

from __future__ import annotations

import pytest

from question_bank.models import TARGET_TIMES, Kind
from simulator.light import Light, light_at, seconds_over
from simulator.progress.within_target import WithinTarget, is_within_target, within_target_of
from simulator.store.store import Store
from tests.simulator.store.builders import a_report, add_judged, add_session


@pytest.mark.parametrize("elapsed_s", [1.0, 89.9, 90.0, 90.001, 120.0, 150.0, 150.1])
def test_within_target_is_what_ends_on_green(elapsed_s: float) -> None:
    times = TARGET_TIMES[Kind.SHORT]
    assert is_within_target(seconds_over(times, elapsed_s)) == (light_at(times, elapsed_s) is Light.GREEN)


def test_what_was_not_timed_counts_in_neither() -> None:
    assert within_target_of([0.0, None, 12.0, 0.0]) == WithinTarget(2, 3)
    assert within_target_of([None]).share is None


def test_history_counts_the_same(store: Store) -> None:
    overs = (0.0, 12.0, 0.0, 0.4)
    session = add_session(store)
    for position, over_s in enumerate(overs):
        add_judged(store, session, a_report(over_s=over_s), position=position)
    summary = store.session(session)
    assert WithinTarget(summary.within_target, summary.timed_answers) == within_target_of(overs)
