"""What is said of filler words: as many as are likely to be some, and no more."""

from __future__ import annotations

import pytest

from simulator.analysis.findings.filler_findings import SpokenFillers, filler_findings
from simulator.analysis.report import Filler, FillerRates
from simulator.analysis.rules import JudgingRules

RATES = FillerRates(0.0, 0.0, 0.0)


def told_of(word: str, *confidences: float) -> list[str]:
    fillers = [Filler(word, "word", "words", n, n + 0.2, sure, n, 1) for n, sure in enumerate(confidences)]
    found = filler_findings(SpokenFillers(fillers, RATES, (), None, None, JudgingRules()))
    return [finding.text for finding in found if finding.id == "words.filler"]


@pytest.mark.parametrize(
    ("confidences", "times"),
    [((0.95, 0.95, 0.95), "3 times"), ((0.6,) * 5, "about 3 times"), ((0.7,) * 6, "about 4 times")],
)
def test_a_word_that_may_fill_counts_for_as_much_as_it_is_likely_to(confidences: tuple[float, ...], times: str) -> None:
    assert told_of("like", *confidences) == [f"You said “like” as a filler {times}: leave it out and nothing is lost."]


def test_three_that_may_be_none_are_not_worth_a_word() -> None:
    assert told_of("like", 0.6, 0.6, 0.6) == []
