from __future__ import annotations

from math import log

import pytest

from question_bank.sayings import Saying
from simulator.analysis.key_points import claim_odds
from simulator.analysis.key_points.claim_odds import odds_of
from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood

WINDOWS = (AnswerWindow(0, 5), AnswerWindow(6, 11))
SURE, HALF, SILENT = Likelihood(0.8, 0.1), Likelihood(0.4, 0.4), Likelihood(0.0, 0.0)


def test_odds_are_against_saying_neither() -> None:
    odds = odds_of(["It thins."], Entailment(WINDOWS, {"It thins.": (SURE, SILENT)}))["It thins."]
    assert odds.made == pytest.approx((log(8), -4.0))
    assert odds.contrary == pytest.approx((0.0, -4.0))


def test_a_claim_is_ahead_where_no_other_is_likelier() -> None:
    odds = odds_of(
        ["It thins.", "It scales."], Entailment(WINDOWS, {"It thins.": (SURE, HALF), "It scales.": (HALF, SURE)})
    )
    assert odds["It thins."].made_ahead == pytest.approx((log(8) - log(2), log(2) - log(8)))
    assert odds["It scales."].contrary_ahead == pytest.approx((log(2), -log(2)))


def test_a_lone_claim_is_ahead_of_neither() -> None:
    odds = odds_of(["It thins."], Entailment(WINDOWS, {"It thins.": (SURE, HALF), "Flag.": (HALF, SURE)}))["It thins."]
    assert (odds.made_ahead, odds.contrary_ahead) == (odds.made, odds.contrary)


@pytest.mark.usefixtures("fitted_verdicts")
def test_what_the_sayings_tell_is_weighed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    thins = Saying("It thins.", "It makes it thinner.", "It makes it thicker.")
    monkeypatch.setattr(claim_odds, "saying_of", {"It thins.": thins}.get)
    read = {"It thins.": (HALF, HALF), thins.made: (SURE, SILENT), thins.contrary: (Likelihood(0.1, 0.8), SILENT)}
    odds = odds_of(["It thins."], Entailment(WINDOWS, read))["It thins."]
    assert odds.has_sayings
    assert odds.made == pytest.approx(((log(2) + log(8)) / 2, log(2) / 2 - 2))
    assert odds.contrary == pytest.approx((log(2) / 2, log(2) / 2 - 2))


@pytest.mark.usefixtures("fitted_verdicts")
def test_the_model_answers_sentence_counts_half_as_much_as_the_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Its units get thinner."
    read = Entailment(WINDOWS, {"It thins.": (HALF, HALF), said: (SURE, SILENT)}, {"It thins.": said})
    odds = odds_of(["It thins."], read)["It thins."]
    assert (odds.is_modelled, odds.has_sayings) == (True, False)
    assert odds.made == pytest.approx(((2 * log(2) + log(8)) / 3, (2 * log(2) - 4) / 3))
    thins = Saying("It thins.", "It makes it thinner.", "It makes it thicker.")
    monkeypatch.setattr(claim_odds, "saying_of", {"It thins.": thins}.get)
    sayings = {thins.made: (SILENT, SURE), thins.contrary: (SILENT, SILENT)}
    odds = odds_of(["It thins."], Entailment(WINDOWS, {**read.by_claim, **sayings}, read.modelled))["It thins."]
    assert odds.made == pytest.approx(((2 * log(2) + log(8) - 8) / 5, (2 * log(2) + log(8) - 8) / 5))


def test_sayings_that_were_not_read_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claim_odds, "saying_of", lambda claim: Saying(claim, "Thinner.", "Thicker."))
    odds = odds_of(["It thins."], Entailment(WINDOWS, {"It thins.": (SURE, SILENT)}))["It thins."]
    assert not odds.has_sayings
    assert odds.made == pytest.approx((log(8), -4.0))
