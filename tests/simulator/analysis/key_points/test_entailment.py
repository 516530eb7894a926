from __future__ import annotations

import pytest

from simulator.analysis.key_points.entailment import (
    AnswerWindow,
    Beside,
    ClaimRead,
    Likelihood,
    Wording,
    against_neither,
)

ROW = (Likelihood(0.5, 0.25),)


def test_a_window_holds_words_that_are_all_its_own() -> None:
    window = AnswerWindow(2, 5)
    assert window.word_count == 4
    assert (window.holds(2, 5), window.holds(1, 2), window.holds(5, 6)) == (True, False, False)


def test_odds_stay_within_what_can_be_told() -> None:
    assert against_neither(0.5, ROW[0]) == pytest.approx(0.693, abs=0.001)
    assert against_neither(1.0, Likelihood(1.0, 0.0)) == 4.0
    assert against_neither(0.0, Likelihood(0.0, 0.0)) == -4.0


def test_a_claim_turned_round_is_made_by_what_denies_it() -> None:
    assert ROW[0].turned == Likelihood(0.25, 0.5)
    assert ROW[0].strength == ROW[0].turned.strength == 0.5


@pytest.mark.parametrize(
    ("wordings", "beside"),
    [
        ((), Beside.NOTHING),
        ((Wording.IN_MODEL_ANSWER,), Beside.MODEL_ANSWER),
        ((Wording.SAID, Wording.CONTRARY_SAID), Beside.SAYINGS),
        (tuple(Wording), Beside.SAYINGS),
    ],
)
def test_a_claim_knows_what_it_was_read_beside(wordings: tuple[Wording, ...], beside: Beside) -> None:
    assert ClaimRead(ROW, dict.fromkeys(wordings, ROW)).beside is beside
