"""The second look: what voiced islands in the sound say about the words that were heard there."""

from __future__ import annotations

import pytest

from recordings.transcription.filled_pauses import look_again, merged
from recordings.transcription.voiced_islands import Island
from simulator.transcript import FilledPause, Span, Word

VOICED = (Span(0.0, 60.0),)
BEFORE, AFTER = Word("overfitting", 0.0, 0.8, 0.9), Word("means", 3.0, 3.3, 0.9)


def steady(start_s: float, end_s: float) -> Island:
    return Island(Span(start_s, end_s), steady_s=0.7 * (end_s - start_s), change=1.5)


def restless(start_s: float, end_s: float) -> Island:
    return Island(Span(start_s, end_s))


def short(start_s: float, colour: tuple[float, ...], length_s: float = 0.16) -> Island:
    """Too short to be called steady."""
    return Island(Span(start_s, start_s + length_s), colour=colour)


def counted(pauses: tuple[FilledPause, ...]) -> list[float]:
    return [pause.start_s for pause in pauses if pause.confidence >= 0.5]


def test_a_steady_sound_without_a_word_is_a_filled_pause() -> None:
    look = look_again([BEFORE, AFTER], [steady(1.4, 1.9)], VOICED)
    assert counted(look.filled_pauses) == [1.4]
    assert look.words == (BEFORE, AFTER)


def test_a_restless_sound_is_not() -> None:
    assert look_again([BEFORE, AFTER], [restless(1.4, 1.9)], VOICED).filled_pauses == ()


def test_a_steady_sound_within_a_word_is_that_word() -> None:
    assert look_again([BEFORE, Word("solo", 1.3, 2.0)], [steady(1.4, 1.9)], VOICED).filled_pauses == ()


@pytest.mark.parametrize("island", [steady(0.82, 1.3), steady(2.5, 2.98), steady(0.9, 2.9)], ids=str)
def test_what_may_be_the_drawn_out_end_of_a_word_is_only_a_hint(island: Island) -> None:
    words = [BEFORE, Word("means", 2.8, 3.2) if island.span.duration_s > 1 else AFTER]
    assert counted(look_again(words, [island], VOICED).filled_pauses) == []


def test_a_word_without_any_time_does_not_say_that_a_sound_beside_it_is_its_end() -> None:
    words = [BEFORE, Word("yeah", 1.38, 1.38), AFTER]
    assert counted(look_again(words, [steady(1.4, 1.9)], VOICED).filled_pauses) == [1.4]


def test_a_steady_sound_far_from_every_word_is_not_counted() -> None:
    assert counted(look_again([BEFORE], [steady(8.0, 8.5)], VOICED).filled_pauses) == []
    assert counted(look_again([], [steady(8.0, 8.5)], VOICED).filled_pauses) == []


def test_a_hum_that_no_voice_detector_takes_for_a_voice_must_be_very_steady() -> None:
    unsure = Island(Span(1.4, 1.9), steady_s=0.4, change=2.8)
    assert look_again([BEFORE, AFTER], [unsure], ()).filled_pauses == ()
    assert counted(look_again([BEFORE, AFTER], [steady(1.4, 1.9)], ()).filled_pauses) == [1.4]


def test_a_word_drawn_out_without_an_end_is_only_a_hint() -> None:
    assert counted(look_again([BEFORE, AFTER], [steady(0.9, 2.7)], VOICED).filled_pauses) == []


def test_a_sound_that_goes_on_for_ever_is_no_filled_pause() -> None:
    assert look_again([BEFORE, Word("means", 6.0, 6.3)], [steady(1.4, 5.0)], VOICED).filled_pauses == ()


def test_a_written_um_takes_the_time_of_its_sound() -> None:
    look = look_again([BEFORE, Word("um,", 1.0, 1.2, 0.8), AFTER], [steady(1.1, 1.7)], VOICED)
    assert look.words[1] == Word("um,", 1.1, 1.7, 0.8)
    assert look.filled_pauses == (FilledPause("um", 1.1, 1.7, 0.9),)


def test_one_um_written_twice_is_one() -> None:
    words = [BEFORE, Word("um...", 1.0, 1.9, 0.8), Word("um...", 1.9, 1.92, 0.4), AFTER]
    assert [word.text for word in look_again(words, [steady(1.0, 2.0)], VOICED).words] == [
        "overfitting",
        "um...",
        "means",
    ]


def test_an_uh_written_twice_for_one_unbroken_sound_is_one_whatever_sounds_follow() -> None:
    written = [Word("uh,", 1.3, 1.42, 0.9), Word("uh,", 1.42, 1.48, 0.7)]
    look = look_again([BEFORE, *written, AFTER], [restless(1.4, 1.5), restless(1.6, 1.8)], VOICED)
    assert [word.text for word in look.words] == ["overfitting", "uh,", "means"]


def test_two_ums_with_a_sound_each_are_two() -> None:
    words = [BEFORE, Word("um...", 1.0, 1.5, 0.8), Word("um...", 1.75, 1.8, 0.4), AFTER]
    assert len(look_again(words, [steady(1.0, 1.5), steady(1.7, 2.2)], VOICED).words) == 4


def test_two_sounds_within_one_written_uh_are_two() -> None:
    words = [BEFORE, Word("uh,", 1.0, 2.0, 0.8), AFTER]
    look = look_again(words, [restless(1.0, 1.2), restless(1.7, 1.9)], VOICED)
    assert look.words[1].end_s == 1.2
    assert counted(look.filled_pauses) == [1.7]


def test_an_um_that_the_engine_does_not_believe_and_nobody_made_is_dropped() -> None:
    doubted = Word("uh,", 1.5, 1.5, 0.01)
    assert look_again([BEFORE, doubted, AFTER], [], VOICED).words == (BEFORE, AFTER)
    assert len(look_again([BEFORE, doubted, AFTER], [restless(1.4, 1.7)], VOICED).words) == 3


def test_a_word_much_too_long_for_its_letters_has_room_for_a_filled_pause() -> None:
    assert counted(look_again([BEFORE, Word("lot", 1.0, 4.0)], [steady(2.2, 2.7)], VOICED).filled_pauses) == [2.2]


UH, OTHER = (1.0, -2.0, 0.5), (4.0, 0.0, 0.5)


def test_a_short_sound_that_was_hesitation_before_is_hesitation_again() -> None:
    words = [BEFORE, Word("uh,", 1.4, 1.6, 0.9), AFTER]
    look = look_again(words, [short(1.4, UH), short(2.2, (1.5, -2.5, 0.0))], VOICED)
    assert counted(look.filled_pauses) == [2.2]
    assert look.hesitations == (short(1.4, UH),)


def test_hesitation_is_known_from_what_was_heard_before() -> None:
    assert counted(look_again([BEFORE, AFTER], [short(2.2, UH)], VOICED, known=[short(50.0, UH)]).filled_pauses) == [
        2.2
    ]
    assert counted(look_again([BEFORE, AFTER], [short(2.2, UH)], VOICED).filled_pauses) == []


@pytest.mark.parametrize(
    "island",
    [short(2.2, OTHER), short(2.2, UH, 0.1), short(0.82, UH), short(3.1, UH)],
    ids=["other", "0.1 s", "end", "in"],
)
def test_another_sound_or_one_that_may_belong_to_a_word_is_not(island: Island) -> None:
    assert counted(look_again([BEFORE, AFTER], [island], VOICED, known=[short(50.0, UH)]).filled_pauses) == []


def test_a_sound_of_two_stretches_is_one_filled_pause() -> None:
    begun, ended, other = (
        FilledPause("um", 1.0, 1.4, 0.9),
        FilledPause("uh", 1.2, 1.8, 0.3),
        FilledPause("uh", 2.0, 2.4, 0.7),
    )
    assert merged([begun, ended, other]) == [FilledPause("um", 1.0, 1.8, 0.9), other]


def test_nothing_comes_of_nothing() -> None:
    look = look_again([], [], ())
    assert (look.words, look.filled_pauses) == ((), ())
