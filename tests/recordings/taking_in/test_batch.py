"""How far each recording is, and all of them together."""

from __future__ import annotations

from pathlib import Path

import pytest

from recordings.taking_in.batch import Batch, Brought, Stage
from simulator.store.records import AnswerId
from tests.simulator.store.builders import a_question


def a_batch(*durations: float | None) -> Batch:
    return Batch([Brought(Path(f"{at}.wav"), a_question(), one) for at, one in enumerate(durations)])


def test_one_is_read_at_a_time_in_order() -> None:
    batch = a_batch(1.0, 2.0)
    turns = [batch.next_to_read]
    batch.begin(0, AnswerId(5), "a.wav")
    turns.append(batch.next_to_read)
    batch.keep(0, 1.5, ("Quiet.",))
    turns.append(batch.next_to_read)
    assert turns == [0, None, 1]
    assert (batch.items[0].stage, batch.items[0].duration_s, batch.items[0].notes) == (
        Stage.LISTENING, 1.5, ("Quiet.",),
    )  # fmt: skip
    assert batch.number_of(AnswerId(5)) == 0
    assert batch.number_of(AnswerId(6)) is None


def test_it_is_over_when_each_has_come_to_an_end_whichever() -> None:
    batch = a_batch(1.0, 1.0, 1.0)
    batch.begin(0, AnswerId(5), "a.wav")
    batch.keep(0, 1.0, ())
    batch.add(0)
    batch.refuse(1, "No sound.")
    assert (batch.over_count, batch.is_over) == (2, False)
    batch.leave_out(2)
    assert batch.is_over
    assert batch.next_to_read is None


def test_seconds_of_sound_are_what_is_done() -> None:
    batch = a_batch(60.0, None, 20.0)
    assert batch.total_s == pytest.approx(120)
    batch.begin(0, AnswerId(1), "a.wav")
    batch.keep(0, 60.0, ())
    batch.hear(0, 15.0)
    assert batch.heard_s == pytest.approx(15)
    batch.refuse(2, "No sound.")
    assert batch.heard_s == pytest.approx(35)
    batch.add(0)
    assert batch.heard_s == pytest.approx(80)


def test_of_unknown_lengths_nothing_can_be_told() -> None:
    assert (a_batch(None, None).heard_s, a_batch(None, None).total_s) == (0.0, 0.0)
