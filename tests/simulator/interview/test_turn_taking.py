"""When an answer begins and ends by itself, and when it must not."""

from __future__ import annotations

import pytest

from simulator.interview.turn_taking import BEGINS_AFTER_S, COUNTDOWN_S, TurnTaking

TICK_S = 0.1


def hear(turns: TurnTaking, from_s: float, seconds: float, *, is_voice: bool) -> list[float | None]:
    """What is left after every tenth of a second of an answer."""
    return [
        turns.left_s(from_s + number * TICK_S, is_voice=is_voice) for number in range(1, round(seconds / TICK_S) + 1)
    ]


def test_an_answer_begins_with_a_voice_that_lasts() -> None:
    turns = TurnTaking()
    told = [turns.begins(TICK_S, is_voice=True) for _ in range(8)]
    assert told.index(True) == round(BEGINS_AFTER_S / TICK_S) - 1


def test_coughs_with_quiet_between_them_begin_nothing() -> None:
    turns = TurnTaking()
    assert not any(turns.begins(TICK_S, is_voice=number % 5 != 0) for number in range(50))


def test_it_ends_after_the_silence_that_was_chosen() -> None:
    turns = TurnTaking(4.0)
    assert set(hear(turns, 0.0, 3.0, is_voice=True)) == {None}
    left = hear(turns, 3.0, 5.0, is_voice=False)
    assert left.index(0.0) == pytest.approx(4.0 / TICK_S, abs=1)


def test_the_end_is_counted_down_and_not_at_every_pause() -> None:
    turns = TurnTaking(4.0)
    hear(turns, 0.0, 3.0, is_voice=True)
    left = hear(turns, 3.0, 2.0, is_voice=False)
    assert left[0] is None
    assert left[-1] is not None
    assert 0 < left[-1] <= COUNTDOWN_S


def test_whoever_speaks_into_the_countdown_goes_on() -> None:
    turns = TurnTaking(4.0)
    hear(turns, 0.0, 3.0, is_voice=True)
    assert hear(turns, 3.0, 3.5, is_voice=False)[-1] is not None
    assert hear(turns, 6.5, 0.2, is_voice=True) == [None, None]
    assert 0.0 not in hear(turns, 6.7, 3.9, is_voice=False)


def test_silence_before_the_first_word_ends_nothing() -> None:
    assert set(hear(TurnTaking(4.0), 0.0, 60.0, is_voice=False)) == {None}


def test_thinking_aloud_is_ended_by_the_user_alone() -> None:
    turns = TurnTaking(None)
    hear(turns, 0.0, 3.0, is_voice=True)
    assert set(hear(turns, 3.0, 60.0, is_voice=False)) == {None}


def test_a_pause_is_no_silence() -> None:
    turns = TurnTaking(4.0)
    hear(turns, 0.0, 3.0, is_voice=True)
    hear(turns, 3.0, 3.5, is_voice=False)
    turns.resume()
    assert 0.0 not in hear(turns, 6.5, 3.9, is_voice=False)
