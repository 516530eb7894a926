"""The silence that is held after an answer: no part of the take, unless it is broken."""

from __future__ import annotations

import pytest

from recordings.pcm import SAMPLE_RATE
from recordings.recorder import TAIL_PATIENCE_S, TAIL_S
from simulator.drills.held_silence import HOLD_S
from tests.recordings.recorder_desk import AFTER, SILENCE, VOICE, Desk


def test_a_silence_that_stands_is_no_part_of_the_take(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.hold()
    desk.hear(SILENCE, 79)
    assert desk.finished == []
    desk.hear(SILENCE, 1)
    assert desk.pcm() == VOICE * 5 + SILENCE * round(TAIL_S / 0.1)
    assert desk.recorder.went_on_s is None


def test_who_goes_on_talking_is_heard_to_the_end_with_the_silence_before(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.hold()
    desk.hear(SILENCE, 30)
    desk.hear(VOICE, 70)
    assert desk.recorder.is_recording
    assert desk.recorder.went_on_s == pytest.approx(3.1)
    desk.hear(SILENCE, 40)
    (take,) = desk.finished
    assert desk.pcm()[: 105 * len(VOICE)] == VOICE * 5 + SILENCE * 30 + VOICE * 70
    assert take.samples < 11 * SAMPLE_RATE  # the silence after it is left out again


def test_stop_ends_the_silence_at_once(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.hold()
    desk.hear(SILENCE, 10)
    desk.press_stop()
    assert desk.pcm() == VOICE * 5 + SILENCE * round(TAIL_S / 0.1)


def test_a_last_word_said_in_the_silence_is_whole(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.hold()
    desk.hear(SILENCE, 10)
    desk.hear(VOICE, 5)
    desk.stop()
    assert desk.pcm() == VOICE * 5 + SILENCE * 10 + VOICE * 5 + AFTER * round(TAIL_S / 0.1)


def test_a_microphone_that_goes_while_the_silence_is_held_ends_it(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.hold()
    desk.hear(SILENCE, 10)
    desk.lose_microphone()
    assert len(desk.finished) == 1


def test_a_microphone_that_gives_nothing_does_not_hold_up_the_silence(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.hold()
    desk.wait(HOLD_S)
    assert desk.finished == []
    desk.wait(TAIL_PATIENCE_S)
    assert desk.pcm() == VOICE * 5


def test_who_goes_on_talking_is_waited_for_anew(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.hold()
    desk.hear(SILENCE, 10)
    desk.hear(VOICE, 60)
    desk.wait(HOLD_S)
    assert desk.finished == []
    desk.wait(TAIL_PATIENCE_S)
    assert len(desk.finished) == 1


def test_a_paused_answer_has_no_silence_to_hold(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.recorder.pause()
    desk.hold()
    assert len(desk.finished) == 1
