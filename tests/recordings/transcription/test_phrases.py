"""Pieces of words, as a recogniser gives them, made whole."""

from __future__ import annotations

import pytest

from recordings.transcription.phrases import whole_words
from simulator.transcript import Word


def pieces(*texts: str) -> list[Word]:
    return [Word(text, index * 0.3, (index + 1) * 0.3, 0.9 - index / 10) for index, text in enumerate(texts)]


def test_a_piece_without_a_space_goes_on_with_the_word_before() -> None:
    assert whole_words(pieces(" cross", "-validation", " helps.")) == (
        Word(" cross-validation", 0.0, 0.6, 0.8),
        pieces("", "", " helps.")[2],
    )


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ((" 0", ".5", "%"), [" 0.5%"]),
        (("mm", "-hmm."), ["mm-hmm."]),
        ((" uh", "-huh"), [" uh-huh"]),
        ((" uh", "-uh", "-um,"), [" uh", " uh", " um,"]),
        ((" the", " the"), [" the", " the"]),
    ],
)
def test_back_channels_are_one_word_and_hesitations_each_their_own(parts: tuple[str, ...], whole: list[str]) -> None:
    assert [word.text for word in whole_words(pieces(*parts))] == whole


def test_a_first_piece_has_nothing_to_go_on_with() -> None:
    assert whole_words(pieces("-validation")) == tuple(pieces("-validation"))
