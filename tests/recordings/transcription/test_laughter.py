"""Laughter: fits of voiced bursts without words, and what is taken out because of them."""

from __future__ import annotations

import pytest

from recordings.transcription.laughter import fits_of_laughter, without_bursts, without_laughed
from recordings.transcription.voiced_islands import Island
from simulator.transcript import Span, Word


def bursts(count: int, every_s: float = 0.2, length_s: float = 0.1) -> list[Island]:
    return [Island(Span(1 + index * every_s, 1 + index * every_s + length_s)) for index in range(count)]


def test_five_bursts_in_a_second_are_laughter() -> None:
    (fit,) = fits_of_laughter(bursts(5), [Word("uh,", 1.0, 1.9, 0.9)])
    assert fit.start_s == pytest.approx(1.0)
    assert fit.end_s == pytest.approx(1.9)


@pytest.mark.parametrize("sounds", [bursts(3), bursts(6, every_s=0.5), bursts(5, every_s=0.3, length_s=0.25)], ids=len)
def test_few_slow_or_long_sounds_are_not(sounds: list[Island]) -> None:
    assert fits_of_laughter(sounds, []) == ()


def test_syllables_of_words_are_not() -> None:
    words = [Word("repetitive", 1.0, 1.5, 0.9), Word("activity", 1.5, 1.9, 0.9)]
    assert fits_of_laughter(bursts(5), words) == ()


def test_a_guess_does_not_turn_laughter_into_words() -> None:
    assert len(fits_of_laughter(bursts(5), [Word("so,", 1.0, 1.9, 0.01)])) == 1


def test_filler_sounds_and_guesses_go_and_words_stay() -> None:
    fits = (Span(1.0, 1.9),)
    words = [Word("funny", 0.9, 1.3, 0.9), Word("uh,", 1.3, 1.4, 0.9), Word("so", 1.5, 1.6, 0.01), Word("um", 4, 4.4)]
    assert [word.text for word in without_laughed(words, fits)] == ["funny", "um"]


def test_bursts_are_taken_out_and_other_sounds_stay() -> None:
    later = Island(Span(4.0, 4.4))
    assert without_bursts([*bursts(5), later], [Span(1.0, 1.95)]) == (later,)
