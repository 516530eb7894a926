"""Hesitation that the decoder passed over: put in where the whole is likelier with it, and nowhere else."""

from __future__ import annotations

import numpy as np

from recordings.transcription.missed_hesitations import LIKELIER, Hesitations, Step, Tokens, with_missed_hesitations

UH, COMMA, THE, LOSS, ING, END = 1, 2, 3, 4, 5, 9
HESITATIONS = Hesitations(
    written={UH: (UH, COMMA)}, heard=frozenset({UH}), openers=frozenset({UH, THE, LOSS}), first_special=END
)
SAID = (THE, LOSS, ING, END)


def steps(*odds: float) -> list[Step]:
    """For each token of `SAID`, by how much "uh" was likelier than it."""
    made = []
    for token, lead in zip(SAID, odds, strict=True):
        step = np.full(10, -50.0, np.float32)
        step[token], step[UH] = 0.0, lead
        made.append(step)
    return made


def found(odds: tuple[float, ...], gain: float) -> Tokens:
    return with_missed_hesitations(SAID, steps(*odds), HESITATIONS, lambda tokens: gain if UH in tokens else 0.0)


def test_a_fair_second_choice_is_put_in_where_the_whole_gains() -> None:
    assert found((-9, -1, -9, -9), gain=0.5) == (THE, UH, COMMA, LOSS, ING, END)


def test_it_is_left_out_where_the_whole_loses() -> None:
    assert found((-9, -1, -9, -9), gain=LIKELIER - 0.1) == SAID


def test_what_was_no_fair_choice_is_not_even_scored() -> None:
    def score(tokens: Tokens) -> float:
        raise AssertionError(tokens)

    assert with_missed_hesitations(SAID, steps(-9, -9, -9, -9), HESITATIONS, score) == SAID


def test_never_inside_a_word() -> None:
    assert found((-9, -9, -0.1, -9), gain=5.0) == SAID


def test_the_end_of_a_phrase_is_a_place_too() -> None:
    assert found((-9, -9, -9, -1), gain=0.5) == (THE, LOSS, ING, UH, COMMA, END)


def test_not_beside_another() -> None:
    said = (UH, THE, LOSS, END)
    made = [np.zeros(10, np.float32) for _ in said]
    assert with_missed_hesitations(said, made, HESITATIONS, lambda tokens: float(len(tokens))) == said
