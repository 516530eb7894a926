from __future__ import annotations

import pytest

from simulator.analysis.key_points.cue_hits import CueHit
from simulator.analysis.key_points.entailment import AnswerWindow, ClaimRead, Entailment, Likelihood
from simulator.analysis.key_points.verdicts import Judged, Signs, verdicts_of
from tests.simulator.analysis.readings import MAYBE

FIRST, BOTH, SECOND = AnswerWindow(0, 5), AnswerWindow(0, 11), AnswerWindow(6, 11)


def _judged(*figures: tuple[float, float], cue: CueHit | None = None) -> Judged:
    """Of a claim read at one sentence, at both, and at the other."""
    likelihoods = tuple(Likelihood(*pair) for pair in figures)
    return verdicts_of(["It thins."], Entailment((FIRST, BOTH, SECOND), {"It thins.": ClaimRead(likelihoods)}), [cue])[
        0
    ]


def test_a_claim_is_made_where_a_window_says_it() -> None:
    judged = _judged((0.1, 0.0), (0.2, 0.0), (0.95, 0.02))
    assert (judged.verdict, judged.window) == ("made", SECOND)
    assert judged.probability > 0.5


def test_the_shorter_of_two_windows_that_say_it_as_well_is_the_proof() -> None:
    assert _judged((0.94, 0.0), (0.96, 0.0), (0.1, 0.0)).window == FIRST


def test_two_sentences_may_say_it_together() -> None:
    assert _judged((0.1, 0.0), (0.95, 0.0), (0.1, 0.0)).window == BOTH


def test_a_cue_of_it_that_is_meant_shows_the_place() -> None:
    assert _judged((0.9, 0.0), (0.4, 0.0), (0.8, 0.0), cue=CueHit(8, 9)).window == SECOND
    assert _judged((0.9, 0.0), (0.4, 0.0), (0.8, 0.0), cue=CueHit(20, 21)).window == FIRST


def test_a_cue_where_little_is_made_shows_nothing() -> None:
    assert _judged((0.95, 0.0), (0.3, 0.0), (0.05, 0.0), cue=CueHit(8, 9)).window == FIRST


def test_what_says_another_claim_still_more_is_not_its_proof() -> None:
    own = (Likelihood(0.9, 0.0), Likelihood(0.3, 0.0), Likelihood(0.8, 0.0))
    other = (Likelihood(0.98, 0.0), Likelihood(0.3, 0.0), Likelihood(0.1, 0.0))
    read = Entailment((FIRST, BOTH, SECOND), {"It thins.": ClaimRead(own), "It scales.": ClaimRead(other)})
    assert [judged.window for judged in verdicts_of(list(read.by_claim), read, [None, None])] == [SECOND, FIRST]


def test_the_contrary_of_another_claim_is_not_its_proof() -> None:
    own = (Likelihood(0.0, 0.9), Likelihood(0.0, 0.3), Likelihood(0.0, 0.8))
    other = (Likelihood(0.0, 0.98), Likelihood(0.0, 0.3), Likelihood(0.0, 0.1))
    read = Entailment((FIRST, BOTH, SECOND), {"It thins.": ClaimRead(own), "It scales.": ClaimRead(other)})
    assert [judged.window for judged in verdicts_of(list(read.by_claim), read, [None, None])] == [SECOND, FIRST]


def test_the_contrary_is_heard_with_its_words_and_is_unlikely_made() -> None:
    judged = _judged((0.02, 0.95), (0.1, 0.5), (0.1, 0.1))
    assert (judged.verdict, judged.window) == ("contrary", FIRST)
    assert judged.probability < 0.5


def test_between_made_and_not_lies_maybe() -> None:
    judged = _judged((MAYBE.made, MAYBE.contrary), (0.01, 0.02), (0.01, 0.02))
    assert (judged.verdict, judged.window) == ("maybe", FIRST)


def test_what_was_likelier_turned_round_than_made_is_not_maybe_made(monkeypatch: pytest.MonkeyPatch) -> None:
    for made, contrary, verdict in ((0.4, 0.3, "maybe"), (0.4, 0.5, "not")):
        monkeypatch.setattr(Signs, "probabilities", (made, contrary))
        assert _judged((0.5, 0.4), (0.1, 0.1), (0.1, 0.1)).verdict == verdict


@pytest.mark.parametrize(
    ("others", "verdict"),
    [((0.1, 0.1), "not"), ((0.75, 0.1), "contrary"), ((0.75, 0.75), "contrary"), ((0.6, 0.6), "not"), ((), "not")],
)
def test_among_mistakes_less_is_enough_to_be_told_the_opposite(
    monkeypatch: pytest.MonkeyPatch, others: tuple[float, ...], verdict: str
) -> None:
    figures = iter([(0.2, 0.6), *((0.05, contrary) for contrary in others)])
    monkeypatch.setattr(Signs, "probabilities", property(lambda _signs: next(figures)))
    claims = [f"Claim {number}." for number in range(len(others) + 1)]
    of_claim = ClaimRead((Likelihood(0.1, 0.6), Likelihood(0.1, 0.1)))
    read = Entailment((FIRST, SECOND), dict.fromkeys(claims, of_claim))
    assert verdicts_of(claims, read, [None] * len(claims))[0].verdict == verdict


def test_what_is_not_heard_has_no_proof() -> None:
    judged = _judged((0.02, 0.02), (0.05, 0.1), (0.1, 0.1))
    assert (judged.verdict, judged.window) == ("not", None)


@pytest.mark.usefixtures("fitted_verdicts")
class TestFitted:
    """The figures that the program has, at what the network gives: it is hardly ever surer than 0.97."""

    SURE, SILENT = Likelihood(0.95, 0.02), Likelihood(0.03, 0.04)

    def _verdict(self, *windows: Likelihood, others: tuple[Likelihood, ...] = (), cue: CueHit | None = None) -> Judged:
        of_others = {f"Other {number}.": ClaimRead((one,)) for number, one in enumerate(others)}
        by_claim = {"It thins.": ClaimRead(windows)} | of_others
        places = tuple(AnswerWindow(index * 6, index * 6 + 5) for index in range(len(windows)))
        return verdicts_of(list(by_claim), Entailment(places, by_claim), [cue, *([None] * len(others))])[0]

    def test_one_sentence_that_says_it_is_enough(self) -> None:
        assert self._verdict(self.SURE).verdict == "made"

    def test_silence_is_not_heard(self) -> None:
        assert self._verdict(self.SILENT, self.SILENT).verdict == "not"

    def test_one_sentence_that_says_the_contrary_is_told_so(self) -> None:
        others = (self.SILENT, self.SILENT)
        assert self._verdict(Likelihood(0.03, 0.94), others=others).verdict == "contrary"

    def test_a_cue_makes_it_likelier(self) -> None:
        unclear = Likelihood(0.3, 0.1)
        assert self._verdict(unclear, cue=CueHit(0, 1)).probability > self._verdict(unclear).probability

    def test_a_cue_where_the_claim_is_made_tells_more_than_one_where_it_is_not(self) -> None:
        windows = (Likelihood(0.8, 0.05), self.SILENT, self.SILENT)
        at_made, elsewhere = self._verdict(*windows, cue=CueHit(0, 1)), self._verdict(*windows, cue=CueHit(12, 13))
        assert at_made.probability > elsewhere.probability

    def test_among_mistakes_it_is_less_likely(self) -> None:
        wrong, right = (Likelihood(0.03, 0.9),), (Likelihood(0.9, 0.03),)
        assert self._verdict(self.SURE, others=wrong).probability < self._verdict(self.SURE, others=right).probability

    def test_of_many_windows_one_must_be_surer(self) -> None:
        many = self._verdict(self.SURE, *[self.SILENT] * 9)
        assert many.probability < self._verdict(self.SURE).probability
