from __future__ import annotations

from math import log

import pytest

from simulator.analysis.key_points.claim_odds import odds_of
from simulator.analysis.key_points.entailment import AnswerWindow, Beside, ClaimRead, Entailment, Likelihood, Wording

WINDOWS = (AnswerWindow(0, 5), AnswerWindow(6, 11))
SURE, HALF, SILENT = Likelihood(0.8, 0.1), Likelihood(0.4, 0.4), Likelihood(0.0, 0.0)
CLAIM = "It thins."


def test_odds_are_against_saying_neither() -> None:
    odds = odds_of([CLAIM], Entailment(WINDOWS, {CLAIM: ClaimRead((SURE, SILENT))}))[CLAIM]
    assert odds.made == pytest.approx((log(8), -4.0))
    assert odds.contrary == pytest.approx((0.0, -4.0))
    assert odds.beside is Beside.NOTHING


def test_a_claim_is_ahead_where_no_other_is_likelier() -> None:
    read = {CLAIM: ClaimRead((SURE, HALF)), "It scales.": ClaimRead((HALF, SURE))}
    odds = odds_of([CLAIM, "It scales."], Entailment(WINDOWS, read))
    assert odds[CLAIM].made_ahead == pytest.approx((log(8) - log(2), log(2) - log(8)))
    assert odds["It scales."].contrary_ahead == pytest.approx((log(2), -log(2)))


def test_a_lone_claim_is_ahead_of_neither() -> None:
    read = {CLAIM: ClaimRead((SURE, HALF)), "Flag.": ClaimRead((HALF, SURE))}
    odds = odds_of([CLAIM], Entailment(WINDOWS, read))[CLAIM]
    assert (odds.made_ahead, odds.contrary_ahead) == (odds.made, odds.contrary)
    assert (odds.made_at_best, odds.contrary_at_best) == (odds.made, odds.contrary)


SAYINGS = {Wording.SAID: (SURE, SILENT), Wording.CONTRARY_SAID: (Likelihood(0.1, 0.8), SILENT)}


@pytest.mark.usefixtures("fitted_verdicts")
def test_what_the_sayings_tell_is_weighed_in() -> None:
    odds = odds_of([CLAIM], Entailment(WINDOWS, {CLAIM: ClaimRead((HALF, HALF), SAYINGS)}))[CLAIM]
    assert odds.beside is Beside.SAYINGS
    assert odds.made == pytest.approx(((log(2) + log(8)) / 2, log(2) / 2 - 2))
    assert odds.contrary == pytest.approx((log(2) / 2, log(2) / 2 - 2))


def test_the_wording_that_shows_most_tells_a_side_at_best() -> None:
    odds = odds_of([CLAIM], Entailment(WINDOWS, {CLAIM: ClaimRead((HALF, SILENT), SAYINGS)}))[CLAIM]
    assert odds.made_at_best == pytest.approx((log(8), -4.0))
    assert odds.contrary_at_best == pytest.approx((log(2), -4.0))


@pytest.mark.usefixtures("fitted_verdicts")
def test_the_model_answers_sentence_counts_half_as_much_as_the_claim() -> None:
    modelled = {Wording.IN_MODEL_ANSWER: (SURE, SILENT)}
    odds = odds_of([CLAIM], Entailment(WINDOWS, {CLAIM: ClaimRead((HALF, HALF), modelled)}))[CLAIM]
    assert odds.beside is Beside.MODEL_ANSWER
    assert odds.made == pytest.approx(((2 * log(2) + log(8)) / 3, (2 * log(2) - 4) / 3))
    silent = {Wording.SAID: (SILENT, SURE), Wording.CONTRARY_SAID: (SILENT, SILENT)}
    odds = odds_of([CLAIM], Entailment(WINDOWS, {CLAIM: ClaimRead((HALF, HALF), {**silent, **modelled})}))[CLAIM]
    assert odds.made == pytest.approx(((2 * log(2) + log(8) - 8) / 5, (2 * log(2) + log(8) - 8) / 5))
